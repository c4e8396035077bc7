import type { Cost } from '../../centrality/graph/road-graph.ts';
import { Destinations, type Found } from '../../centrality/graph/nearest.ts';
import type { Stretch } from '../../centrality/graph/stretch.ts';
import { graphOf } from '../../centrality/kept-graphs.ts';
import type { StoredGraph, StoredRoad } from '../../centrality/read-graph.ts';
import { roadAccess, type Located } from '../../centrality/road-access.ts';
import { boxAround, type Box } from '../plan/box.ts';
import { datasetIds, isAbsent } from '../measurement/constraints.ts';
import type { Measuring } from '../measurement/measure.ts';
import type { Parameter } from '../judgement/parameter.ts';

/** Metres around a plan in which roads are read; no way that is told is longer, so that none leaves them. */
export const reach = 20_000;

/** Side of the squares of the map that share a graph, metres. */
const shared = 60_000;

/** No way that is told takes longer, minutes. */
const longest = 60;

/** How far a road may be from land that is said to lie at it. */
export const accessDistance: Parameter = {
  default: 500,
  unit: 'm',
  min: 0,
  max: 5000,
  why: {
    nb: 'så langt fra nærmeste veg er det rimelig å regne med en ny atkomst',
    en: 'so far from the nearest road, a new access can be reckoned with',
  },
};

/** The road network around the zones of a plan, and where they come to it. */
export class RoadsAround {
  readonly #given: Measuring;
  readonly #stored: StoredGraph;
  readonly #access: ReadonlyMap<number, Stretch[]>;
  readonly #within: number;

  private constructor(given: Measuring, stored: StoredGraph, access: ReadonlyMap<number, Stretch[]>, within: number) {
    this.#given = given;
    this.#stored = stored;
    this.#access = access;
    this.#within = within;
  }

  /** @param within metres that a road may be off; null where there is no layer of roads */
  static async read(given: Measuring, within: number): Promise<RoadsAround | null> {
    const { session, zones, asked, constraints } = given;
    const box = boxAround(asked, reach);
    if (!box || isAbsent(constraints, 'road-link')) return null;
    const datasets = datasetIds(constraints, 'road-link');
    const stored = await graphOf(session, datasets, widened(box));
    const lands = zones.flatMap(({ index, land }) => (land ? [{ index, geom: land }] : []));
    const access = await roadAccess(session, stored, datasets, lands, within);
    return new RoadsAround(given, stored, new Map(lands.map(({ index }, at) => [index, access[at] ?? []])), within);
  }

  /** Where a zone's land comes to roads; empty where none is so near. */
  of(zone: number): Stretch[] {
    return this.#access.get(zone) ?? [];
  }

  /** Where other places come to the same roads. */
  async to(places: readonly Located[]): Promise<Stretch[][]> {
    const { session, constraints } = this.#given;
    return roadAccess(session, this.#stored, datasetIds(constraints, 'road-link'), places, this.#within);
  }

  /** All of each road that is asked for, as places to go to; `roads` in the order of their numbers as targets. */
  along(isMeant: (road: StoredRoad) => boolean): { roads: StoredRoad[]; stretches: Stretch[][] } {
    const meant = [...this.#stored.roads.entries()].filter(([, road]) => isMeant(road));
    const stretches = meant.map(([road]) => [{ road, start: 0, stop: 1, gap_m: 0 }]);
    return { roads: meant.map(([, road]) => road), stretches };
  }

  /** A way of asking for the nearest of places, in metres or minutes. */
  nearestOf(stretches: readonly (readonly Stretch[])[], cost: Cost): Nearest {
    const destinations = new Destinations(this.#stored.graph, cost, stretches);
    return {
      from: (zone) => destinations.nearest(this.of(zone), cost === 'metres' ? reach : longest),
      areTiedTo: (zone) => destinations.areTiedTo(this.of(zone)),
    };
  }
}

/** The box, and around it as much as plans in the same square of the map need, so that they share a graph. */
function widened({ west, south, east, north }: Box): Box {
  const down = (low: number, high: number) => Math.floor((low + high) / 2 / shared) * shared;
  const [x, y] = [down(west, east), down(south, north)];
  return {
    west: Math.min(west, x - 2 * reach),
    south: Math.min(south, y - 2 * reach),
    east: Math.max(east, x + shared + 2 * reach),
    north: Math.max(north, y + shared + 2 * reach),
  };
}

/** The nearest of places from a zone's land: which, and how far; and whether any road leads to one at all. */
export interface Nearest {
  from: (zone: number) => Found | null;
  areTiedTo: (zone: number) => boolean;
}
