/** A place for a station. */
export interface Candidate {
  id: string;
  /** The most weight that a station here can serve, in the unit of the demand's weights; without it there is no limit. */
  capacity?: number | undefined;
}

/** A place that asks for a station, such as a stretch of road with its trucks. */
export interface Demand {
  id: string;
  /** Such as long vehicles per day; 0 or more. Unknown traffic is not demand of 0: leave it out, and say so. */
  weight: number;
}

/** Trucks that drive a route out and back. */
export interface Flow {
  id: string;
  /** Nodes in the order in which they are driven; those that are no candidates are only driven past. */
  path: readonly string[];
  /** Kilometres between them, one fewer than nodes. */
  links: readonly number[];
  /** Such as trucks per day; 0 or more. */
  volume: number;
}

/** Which directions of a road a site serves, along it (`forward`) or against. */
export type Serves = 'both' | 'forward' | 'backward';

/** What is asked of the stations along one road, in each direction by itself. */
export interface RoadRule {
  id: string;
  length_km: number;
  /** Sites on the road, at their distance from its beginning; outside 0–length_km for stations that lie beyond its ends. */
  sites: readonly { id: string; at_km: number; serves?: Serves | undefined }[];
  /** The farthest that open stations may be from one to the next. */
  max_gap_km?: number | undefined;
  /** The farthest that the first and last station may be from the road's ends: half of max_gap_km where it is not said. */
  ends_km?: number | undefined;
  /** The least that open stations must be apart along this road. */
  min_spacing_km?: number | undefined;
}

/** What every question about a network has. Ids of candidates are unique; distances are in one unit throughout. */
interface Places {
  candidates: readonly Candidate[];
  /** Ids of stations that stand: always open. */
  existing?: readonly string[] | undefined;
  /** Ids of candidates that must not be used. */
  forbidden?: readonly string[] | undefined;
  /** Any two open sites are at least `value` apart by `distances[candidate][candidate]`; null: no way between them. */
  min_spacing?: { value: number; distances: Matrix } | undefined;
  roads?: readonly RoadRule[] | undefined;
}

/** How many stations there are to be, exactly: all of them (`p`), or those to add (`p_new`). */
type Count = { p: number; p_new?: undefined } | { p?: undefined; p_new: number } | { p: number; p_new: number };

/** `matrix[candidate][demand]`, in the order of the lists; null or Infinity where there is no way. */
export type Matrix = readonly ArrayLike<number | null>[];

interface OverDistance extends Places {
  demand: readonly Demand[];
  distance: Matrix;
}

/** The most weight within `radius` of an open station. With capacities a place may be served by several, or in part. */
export type CoveringQuestion = OverDistance & { model: 'covering'; radius: number } & Count;

/** The least sum of weight · distance to the nearest open station (with capacities: to those that serve it, in parts). */
export type MedianQuestion = OverDistance & { model: 'p-median' } & Count;

/** The fewest stations, standing ones counted, so that all demand is within `radius` of one. */
export type SetCoverQuestion = OverDistance & {
  model: 'set-cover';
  radius: number;
  /** The share of the weight that must be within reach, above 0 and up to 1: all of it where it is not said. */
  share?: number | undefined;
};

/**
 * The most volume whose round trip can be driven again and again, never more than `range_km` between two fillings,
 * without detours. `serves` tells by flow and site which passes a station serves; both where it is not said.
 */
export type FlowQuestion = Places & {
  model: 'flow-refuelling';
  flows: readonly Flow[];
  range_km: number;
  serves?: Readonly<Record<string, Readonly<Record<string, Serves>>>> | undefined;
} & Count;

/** A question about the best network of stations; plain data, so that it can be sent to another thread. */
export type NetworkQuestion = CoveringQuestion | MedianQuestion | SetCoverQuestion | FlowQuestion;
