import type { DraftPlan } from '../../services/imports/plans/plan-file.ts';
import type { PlanRemedies } from '../../services/conflicts/remedies/plan-remedies.ts';

/** A plan with its remedies taken in, as a planner would: the file's surfaces take the place of the zones of that id. */
export function withRemedies(plan: DraftPlan, { zones }: PlanRemedies, file: DraftPlan): DraftPlan {
  const touched = new Set(zones.map(({ zone }) => zone.id));
  const kept = plan.zoning.filter(({ id }) => !touched.has(String(id)));
  const own = (id: string) => plan.zoning.find((zone) => id === zone.id || id.startsWith(`${zone.id}-`));
  const drawn = file.zoning.map((feature) => ({ ...own(String(feature.id)), ...feature }));
  const considerations = [...plan.considerations, ...file.considerations];
  const numbered = <Member>(members: Member[]) => members.map((member, index) => ({ ...member, index }));
  return { ...plan, zoning: numbered([...kept, ...drawn]), considerations: numbered(considerations) };
}
