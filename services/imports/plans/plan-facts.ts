import { basename } from 'node:path';
import { Explained } from '../../../layers/declaration/explained.ts';
import type { Catalogue } from '../../../layers/catalogue.ts';
import type { FieldValue } from '../../../layers/declaration/derivation.ts';
import type { ZoningObjectType } from '../../../layers/codes/purpose.ts';
import { storableText } from '../../database/storable.ts';
import { folded } from '../folded.ts';
import { mappingTo } from '../mapping.ts';
import type { SourceFeature } from '../source-feature.ts';
import { namesOf, type PlanSource } from './plan-source.ts';

/** What is said about a plan as a whole; null where nobody says it. Codes as in layers/codes/plan.ts. */
export interface PlanFacts {
  plan_id: string | null;
  name: string | null;
  plan_type: number | null;
  plan_status: number | null;
  /** 1985 or 2008 */
  law: number | null;
  /** ISO day */
  in_force: string | null;
  predecessor: string | null;
}

const lawOfType: Record<ZoningObjectType, 1985 | 2008> = {
  KpArealformålOmråde: 2008,
  RpArealformålOmråde: 2008,
  KpArealbrukOmråde: 1985,
  RbFormålOmråde: 1985,
};
const laws = new Map(Object.entries(lawOfType).map(([type, law]) => [folded(type), law]));

const storable = (value: FieldValue): FieldValue => (typeof value === 'string' ? storableText(value) : value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Municipality number and plan id, as the national register joins them. */
const planIdPattern = /(?<![\d_])\d{4}_[\p{L}\d][\p{L}\d-]*/u;

/** The file holds several plans, and nobody said which one is meant. */
export class SeveralPlans extends Explained {
  readonly planIds: readonly string[];

  constructor(planIds: readonly string[]) {
    super({
      nb: `Filen har flere planer: ${planIds.join(', ')}. Si hvilken som gjelder: --part ${planIds[0]}, ved opplasting ?plan_id=${planIds[0]}.`,
      en: `The file holds several plans: ${planIds.join(', ')}. Name the one to take: --part ${planIds[0]}, when uploading ?plan_id=${planIds[0]}.`,
    });
    this.planIds = planIds;
  }
}

/** Several files were given as one plan, and two of them are of different plans. */
export class PlansDiffer extends Explained {
  constructor(one: { file: string; planId: string }, other: { file: string; planId: string }) {
    super({
      nb: `Filene er ikke av samme plan: ${one.file} er ${one.planId}, ${other.file} er ${other.planId}. Ta dem hver for seg, eller velg plan: --part ${one.planId}, ved opplasting ?plan_id=${one.planId}.`,
      en: `The files are not of one plan: ${one.file} is ${one.planId}, ${other.file} is ${other.planId}. Take them one by one, or choose the plan: --part ${one.planId}, when uploading ?plan_id=${one.planId}.`,
    });
  }
}

/** The id of the plan that a file is of; null when it does not say. @throws SeveralPlans */
export const planIdOf = (source: PlanSource, catalogue: Catalogue): string | null =>
  planFacts(source, catalogue, {}, namesOf(source)).plan_id;

/**
 * The facts of a plan, the first that is said counting: by the user, its outline, the file's own words, its zones, the
 * file's name (`…4204_1536…` is the plan's id).
 * @throws SeveralPlans when the features carry more than one plan id and `given.plan_id` does not choose
 */
export function planFacts(
  source: PlanSource,
  catalogue: Catalogue,
  given: Partial<PlanFacts>,
  fileName: string | undefined,
): PlanFacts {
  const ids = planIdsIn(source, catalogue);
  const id = given.plan_id ?? null;
  if (id === null && ids.size > 1) throw new SeveralPlans([...ids.keys()]);
  const facts = mappingTo(catalogue.get('plan'), { onFault: () => {} });
  const outlines =
    id === null ? source.features.plan : source.features.plan.filter((outline) => isOf(ids, outline, id));
  const [outline] = outlines;
  const metadata: SourceFeature = { index: 0, properties: source.metadata, geometry: null };
  const named = planIdPattern.exec(textOf(source.metadata['id']))?.[0] ?? null;
  const sources: Readonly<Record<string, FieldValue>>[] = [
    { ...given },
    outline ? facts(outline).values : {},
    { ...facts(metadata).values, ...(named !== null && { plan_id: named }) },
    { plan_id: [...ids.keys()][0] ?? null, law: lawOfZones(source.features.zoning) },
    { plan_id: planIdPattern.exec(basename(fileName ?? ''))?.[0] ?? null },
  ];
  const first = (field: keyof PlanFacts) =>
    storable(sources.map((values) => values[field]).find((value) => value !== null && value !== undefined) ?? null);
  return {
    plan_id: first('plan_id') as string | null,
    name: first('name') as string | null,
    plan_type: first('plan_type') as number | null,
    plan_status: first('plan_status') as number | null,
    law: first('law') as number | null,
    in_force: first('in_force') as string | null,
    predecessor: first('predecessor') as string | null,
  };
}

/** The features of one plan of the source; those that name no plan belong to any. */
export function featuresOfPlan(source: PlanSource, catalogue: Catalogue, planId: string): PlanSource['features'] {
  const ids = planIdsIn(source, catalogue);
  const of = (features: SourceFeature[]) => features.filter((feature) => isOf(ids, feature, planId));
  return {
    plan: of(source.features.plan),
    zoning: of(source.features.zoning),
    'zoning-consideration': of(source.features['zoning-consideration']),
  };
}

/** Plan ids that features carry, each with the features that carry it. */
function planIdsIn({ features }: PlanSource, catalogue: Catalogue): Map<string, Set<SourceFeature>> {
  const ids = new Map<string, Set<SourceFeature>>();
  for (const layer of ['plan', 'zoning', 'zoning-consideration'] as const) {
    const mapping = mappingTo(catalogue.get(layer), { onFault: () => {} });
    for (const feature of features[layer]) {
      const id = mapping(feature).values['plan_id'];
      if (typeof id === 'string') ids.set(id, (ids.get(id) ?? new Set()).add(feature));
    }
  }
  return ids;
}

function isOf(ids: Map<string, Set<SourceFeature>>, feature: SourceFeature, planId: string): boolean {
  if (ids.get(planId)?.has(feature)) return true;
  return ![...ids.values()].some((features) => features.has(feature));
}

function lawOfZones(zones: SourceFeature[]): number | null {
  const found = new Set(zones.flatMap(({ objectType }) => laws.get(folded(objectType ?? '')) ?? []));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
