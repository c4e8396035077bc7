import {
  centralityClass,
  centralityIndex,
  populationMean,
  type Index,
  type Reached,
  type Scaling,
} from '../accessibility/centrality-index.ts';
import type { Places } from '../places/read-places.ts';
import type { CellSums } from './measure-centrality.ts';

/** The municipality that the national index and its class limits are made for. */
const nationalAnchor = '0301';

/** Why an index has no classes: the national limits hold for the national scale alone. */
export const withoutClasses = [
  'anchor-without-residents',
  'anchor-without-jobs',
  'anchor-without-services',
  'another-anchor',
  'another-scaling',
] as const;

export type WithoutClasses = (typeof withoutClasses)[number];

/** What the scale of the index hangs on. */
export interface Scale {
  /** The municipality that stands at 1000; null where nobody reaches anything. */
  municipality: string | null;
  /** False: residents, jobs or services of the municipality that was asked for are not in the data: it is this county's own. */
  anchored: boolean;
  /** Empty: there are classes. */
  withoutClasses: WithoutClasses[];
  reached: Reached;
}

export type CellIndex = Index | null;

/** Positions of the cells of a municipality. */
const cellsIn = ({ cells }: Places, number: string): number[] =>
  [...cells.keys()].filter((at) => cells[at].municipality === number);

/** The population-weighted mean of what cells reach; null where nobody lives by a road. */
function meanReached(
  { cells }: Places,
  [jobs, services]: readonly Float64Array[],
  members: readonly number[],
): Reached | null {
  const own = members.filter((at) => !Number.isNaN(jobs[at]));
  const mean = (figures: Float64Array) =>
    populationMean(own.map((at) => ({ index: figures[at], residents: cells[at].residents })));
  const [j, s] = [mean(jobs), mean(services)];
  return j === null || s === null ? null : { jobs: j, services: s };
}

/**
 * The scale by the anchor, or, where it is not in the data, by the municipality that reaches most jobs.
 * @param sums of one decay, by kind
 */
export function scaleOf(places: Places, sums: readonly Float64Array[], anchor: string, scaling: Scaling): Scale {
  const asked = meanReached(places, sums, cellsIn(places, anchor));
  const unknown: WithoutClasses[] = [
    ...(asked ? [] : (['anchor-without-residents'] as const)),
    ...(['jobs', 'services'] as const).flatMap((kind) =>
      places.told[kind].has(anchor) ? [] : ([`anchor-without-${kind}`] as const),
    ),
  ];
  const without: WithoutClasses[] = [
    ...unknown,
    ...(anchor === nationalAnchor ? [] : (['another-anchor'] as const)),
    ...(scaling === 'linear' ? [] : (['another-scaling'] as const)),
  ];
  if (asked && unknown.length === 0)
    return { municipality: anchor, anchored: true, withoutClasses: without, reached: asked };
  let best: Scale = {
    ...{ municipality: null, anchored: false, withoutClasses: without },
    reached: { jobs: 0, services: 0 },
  };
  for (const number of places.municipalities) {
    const reached = meanReached(places, sums, cellsIn(places, number));
    if (number !== '' && reached && reached.jobs > best.reached.jobs) best = { ...best, municipality: number, reached };
  }
  return best;
}

/** The index of each cell; null without a road, and where there is no scale. */
export function indexOfCells(
  [jobs, services]: readonly Float64Array[],
  { reached }: Scale,
  scaling: Scaling,
): CellIndex[] {
  return Array.from(jobs, (own, at) =>
    Number.isNaN(own) ? null : centralityIndex({ jobs: own, services: services[at] }, reached, scaling),
  );
}

/** The national class of an index; null where the scale is not the national one. */
export const classOf = (index: number | null, scale: Pick<Scale, 'withoutClasses'>): number | null =>
  index === null || scale.withoutClasses.length > 0 ? null : centralityClass(index);

/** What a municipality reaches in one municipality, as a share of all it reaches. */
export interface From {
  municipality: string;
  share: number;
}

/** The index of the cells of an area together. */
export interface AreaIndex {
  residents: number;
  cells: number;
  /** Residents of cells without a road; they are not in the mean. */
  residents_without_road: number;
  /** Means by residents; null where nobody lives by a road, or there is no scale. */
  index: number | null;
  class: number | null;
  jobs: number | null;
  services: number | null;
  reached: Reached | null;
}

export interface MunicipalIndex extends AreaIndex {
  number: string;
  /** Where what is reached lies, the largest share first. */
  jobs_from: From[];
  services_from: From[];
}

/** The index of an area. @param members positions of its cells */
export function areaIndex(
  places: Places,
  { sums }: Pick<CellSums, 'sums'>,
  index: readonly CellIndex[],
  scale: Scale,
  members: readonly number[],
): AreaIndex {
  const residentsOf = (at: number) => places.cells[at].residents;
  const known = members.flatMap((at) => {
    const found = index[at];
    return found ? [{ residents: residentsOf(at), ...found }] : [];
  });
  const mean = (part: keyof Index) =>
    populationMean(known.map((cell) => ({ index: cell[part], residents: cell.residents })));
  const all = members.reduce((sum, at) => sum + residentsOf(at), 0);
  const byRoad = members.reduce((sum, at) => sum + (Number.isNaN(sums[0][0][at]) ? 0 : residentsOf(at)), 0);
  const total = mean('index');
  return {
    ...{ cells: members.length, residents: all, residents_without_road: all - byRoad },
    ...{ index: total, class: classOf(total, scale), jobs: mean('jobs'), services: mean('services') },
    reached: meanReached(places, sums[0], members),
  };
}

/** The index of every municipality that has cells. */
export function municipalIndices(
  places: Places,
  found: CellSums,
  index: readonly CellIndex[],
  scale: Scale,
): MunicipalIndex[] {
  return places.municipalities.flatMap((number, group) => {
    const own = cellsIn(places, number);
    if (own.length === 0 || number === '') return [];
    return [
      {
        ...{ number, ...areaIndex(places, found, index, scale, own) },
        jobs_from: sharesFrom(found.flows[0], places.municipalities, group),
        services_from: sharesFrom(found.flows[1], places.municipalities, group),
      },
    ];
  });
}

function sharesFrom(flow: Float64Array, municipalities: readonly string[], group: number): From[] {
  const own = flow.subarray(group * municipalities.length, (group + 1) * municipalities.length);
  const total = own.reduce((sum, figure) => sum + figure, 0);
  if (total === 0) return [];
  return municipalities
    .map((municipality, at) => ({ municipality, share: own[at] / total }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || (a.municipality < b.municipality ? -1 : 1));
}
