import type { roadCategories } from '../../../layers/codes/roads.ts';
import type { Mode } from './mode.ts';

export type RoadCategory = keyof typeof roadCategories;

/** Easting and northing in the analysis CRS, metres. */
export type Place = readonly [number, number];

/** One end of a road link: a node of a register, a place on the map, or both. */
export interface RoadEnd {
  /** Id of the node; null where the register has none. */
  node: string | null;
  /** Whose ids they are: the same id in another register is another node. */
  register: string;
  /** Null for a link without geometry. */
  place: Place | null;
}

/** A road link as it was read, before it is part of a graph. */
export interface Road {
  id: string;
  from: RoadEnd;
  to: RoadEnd;
  /** Ellipsoidal metres; null where nobody knows. */
  length_m: number | null;
  /** Signed speed; null where it is missing. */
  speed_kmh: number | null;
  category: RoadCategory | null;
  /** Open from its first end to its last only. */
  oneWay: boolean;
  ferry: boolean;
  /** Crossing and wait, minutes; null where nobody says. */
  ferry_min: number | null;
  wait_min: number | null;
  /** 0 on the ground, below it in a tunnel, above it on a bridge over another road. */
  level: number;
  /** Who may not use it; missing: everybody may. */
  closedTo?: readonly Mode[];
}
