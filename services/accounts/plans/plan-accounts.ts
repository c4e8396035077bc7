import type { Catalogue } from '../../../layers/catalogue.ts';
import { datasetIds, isAbsent, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database, Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { coverages } from '../extent/extent-accounts.ts';
import type { Version } from '../extent/extent-account.ts';
import { kept } from '../kept.ts';
import { reachOf } from '../reach.ts';
import { isTouched, type AccountedDraft } from './draft.ts';
import type { Ground } from './ground.ts';
import { buildingLayers, builtClasses, filterLayers } from './land-state.ts';
import { partPlans } from './part-plans.ts';
import type { PlanAccount, PlanAccounts } from './plan-account.ts';
import { takes } from './takes.ts';
import { treelineHere } from './treeline-here.ts';
import { measureZones } from './zone-figures.ts';

const registers = ['plan', 'zoning', 'zoning-consideration'] as const;

/** Layers that a plan account reads. */
export const planLayers: readonly string[] = [
  ...new Set([
    ...registers,
    ...buildingLayers,
    ...filterLayers,
    'hazard',
    'ecosystem',
    ...takes.map(({ layer }) => layer),
  ]),
];

/** Layers of which a municipality's account reads only the current datasets that have land there. */
const parted = planLayers.filter(
  (layer) =>
    !(buildingLayers as readonly string[]).includes(layer) && !(coverages as readonly string[]).includes(layer),
);
/** Layers with a belt: it reaches across the border. */
const belted = [...new Set(takes.flatMap(({ layer, belt_m = 0 }) => (belt_m > 0 ? layer : [])))];
/** Layers of which it matters whether somebody looked. */
const asked = planLayers.filter(
  (layer) => !(registers as readonly string[]).includes(layer) && !(coverages as readonly string[]).includes(layer),
);

interface Asked {
  catalogue: Catalogue;
  constraints: Constraints;
  municipality: string;
  landCover: Version | null;
  ecosystem: Version | null;
  /** The coverages are those that are taken where nobody asks for others: such accounts make the indicators' history. */
  ofNewest: boolean;
  draft: AccountedDraft | null;
  built_buffer_m: number;
}

/**
 * The account of the plans in force in a municipality, and of the same with a draft; kept by the datasets that lie there.
 * @returns null where nobody loaded plans
 */
export async function planAccounts(
  database: Database,
  request: Asked,
  signal?: AbortSignal,
): Promise<PlanAccounts | null> {
  if (isAbsent(request.constraints, 'zoning')) return null;
  const current = await keptPlans(database, { ...request, draft: null }, signal);
  if (!request.draft) return { current, draft: null };
  // Where neither the draft nor what it replaces has land, nothing is another than without it.
  const draft = (await isTouched(database, request.draft, request))
    ? await keptPlans(database, request, signal)
    : { ...current, draft: request.draft.href };
  return { current, draft };
}

async function keptPlans(database: Database, request: Asked, signal?: AbortSignal): Promise<PlanAccount> {
  const { catalogue, constraints, municipality, draft, built_buffer_m } = request;
  const ground: Ground = {
    ...{ constraints, municipality, built_buffer_m, ...(await versionsHere(database, request)) },
    reach: await reachOf(database, catalogue, { constraints, municipality, layers: asked }),
    treeline: await treelineHere(database, request),
  };
  const { plans, data } = await datasetsHere(database, request);
  const { landCover, ecosystem, treeline, reach } = ground;
  const by = { land_cover: landCover, ecosystem, treeline, reach, built_buffer_m };
  const basis = { ...data, ...by, plans, draft, of_newest: request.ofNewest };
  return kept(
    database,
    { kind: 'plan-account', municipality, basis, constraints },
    async () => {
      const method = methodOf(ground);
      const zones = await measureZones(database, ground, draft, data);
      return { ...partPlans(zones, method.missing), method, draft: draft?.href ?? null };
    },
    signal,
  );
}

/** The coverages as far as they have land in the municipality; null where they have none. */
async function versionsHere(
  session: Session,
  { constraints: { division }, municipality, ...of }: Asked,
): Promise<Pick<Asked, 'landCover' | 'ecosystem'>> {
  const here = async (version: Version | null): Promise<Version | null> => {
    if (!version) return null;
    const rows = await session.rows<{ id: number }>(statement('accounts/datasets-in'), {
      ...{ datasets: version.datasets, division, municipality },
    });
    return rows.length > 0 ? { year: version.year, datasets: rows.map(({ id }) => id) } : null;
  };
  return { landCover: await here(of.landCover), ecosystem: await here(of.ecosystem) };
}

/** Datasets that decide figures of a municipality's plans: the plans themselves, and what they are laid upon. */
async function datasetsHere(
  session: Session,
  { constraints, municipality }: Asked,
): Promise<{ plans: number[]; data: Record<string, unknown> }> {
  const { division } = constraints;
  const own = new Set<number>(registers.flatMap((layer) => datasetIds(constraints, layer)));
  const rows = await session.rows<{ id: number }>(statement('accounts/datasets-in'), {
    datasets: parted.flatMap((layer) => datasetIds(constraints, layer)),
    ...{ division, municipality },
  });
  const here = rows.map(({ id }) => id);
  return {
    plans: here.filter((id) => own.has(id)),
    data: {
      division,
      datasets: here.filter((id) => !own.has(id)),
      belted: belted.flatMap((layer) => datasetIds(constraints, layer)),
      buildings: buildingLayers.flatMap((layer) => datasetIds(constraints, layer)),
    },
  };
}

/** How the account was made. */
function methodOf({ reach, landCover: cover, ecosystem, treeline, built_buffer_m }: Ground): PlanAccount['method'] {
  const buildings = buildingLayers.some((layer) => !reach.missing.includes(layer));
  return {
    built: buildings && cover ? 'buildings-and-land-cover' : buildings ? 'buildings' : cover ? 'land-cover' : 'none',
    buffer_m: built_buffer_m,
    built_classes: cover ? builtClasses : [],
    filters: [...filterLayers, 'hazard'].filter((layer) => !reach.missing.includes(layer)),
    missing: [...reach.missing, ...(cover ? [] : ['land-cover']), ...(ecosystem ? [] : ['ecosystem'])].sort(),
    partly: reach.partly,
    treelines: treeline ? [treeline] : [],
  };
}
