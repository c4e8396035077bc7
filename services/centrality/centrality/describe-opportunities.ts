import type { PlacesOnRoads } from '../places/place-network.ts';
import type { OpportunityKind, Places } from '../places/read-places.ts';
import { kinds } from './measure-centrality.ts';

/** What was counted of one kind of opportunity. */
export interface OpportunityUsed {
  /** Layer that the figures are from. */
  layer: string;
  /** Nobody loaded any: residents stand in for them. */
  residents_stand_in: boolean;
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
  const { counts, groups, municipalities, negative, standIn } = places;
  const sum = (figures: Float64Array, isMeant: (place: number) => boolean) =>
    figures.reduce((all, figure, place) => (isMeant(place) ? all + figure : all), 0);
  const one = (kind: OpportunityKind): OpportunityUsed => ({
    layer: standIn[kind] ? 'population' : layerOf[kind],
    residents_stand_in: standIn[kind],
    total: sum(counts[kind], () => true),
    outside: sum(counts[kind], (place) => municipalities[groups[place]] === ''),
    without_road: sum(counts[kind], (place) => withoutRoad[place] === 1),
    negative_rows: standIn[kind] ? negative.residents : negative[kind],
  });
  return Object.fromEntries(kinds.map((kind) => [kind, one(kind)])) as OpportunitiesUsed;
}
