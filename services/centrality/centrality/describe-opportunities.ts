import type { PlacesOnRoads } from '../places/place-network.ts';
import type { OpportunityKind, Places } from '../places/read-places.ts';
import { yearsIn } from '../places/years-used.ts';
import { kinds } from './measure-centrality.ts';

/** What was counted of one kind of opportunity. */
export interface OpportunityUsed {
  /** Layer that the figures are from. */
  layer: string;
  /** Nobody loaded any: residents stand in for them. */
  residents_stand_in: boolean;
  /** Each dataset counts by its newest; services have none. */
  years: number[];
  /** Rows without a year where rows have one; they are in. */
  undated_rows: number;
  total: number;
  /** Of these in none of the municipalities. */
  outside: number;
  /** Without a road within reach (out at sea, far from roads): nobody reaches them. */
  without_road: number;
  /** Rows that say less than nothing, left out. */
  negative_rows: number;
}

export type OpportunitiesUsed = Record<OpportunityKind, OpportunityUsed>;

const layerOf: Record<OpportunityKind, string> = { jobs: 'workplace', services: 'service' };

export function describeOpportunities(places: Places, { withoutRoad }: PlacesOnRoads): OpportunitiesUsed {
  const { counts, groups, municipalities, negative, standIn, used } = places;
  const sum = (figures: Float64Array, isMeant: (place: number) => boolean) =>
    figures.reduce((all, figure, place) => (isMeant(place) ? all + figure : all), 0);
  const usedFor = (kind: OpportunityKind) => (standIn[kind] ? used.residents : kind === 'jobs' ? used.jobs : null);
  const one = (kind: OpportunityKind): OpportunityUsed => ({
    layer: standIn[kind] ? 'population' : layerOf[kind],
    residents_stand_in: standIn[kind],
    ...{ years: yearsIn(usedFor(kind)?.years ?? []), undated_rows: usedFor(kind)?.undated ?? 0 },
    total: sum(counts[kind], () => true),
    outside: sum(counts[kind], (place) => municipalities[groups[place]] === ''),
    without_road: sum(counts[kind], (place) => withoutRoad[place] === 1),
    negative_rows: standIn[kind] ? negative.residents : negative[kind],
  });
  return Object.fromEntries(kinds.map((kind) => [kind, one(kind)])) as OpportunitiesUsed;
}
