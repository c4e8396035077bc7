import type { Message } from '../judgement/message.ts';
import type { Zone } from '../plan/zone.ts';

/** Where else: reserve of plans in force first, then room in existing areas, then other land. */
export const kinds = ['reserve', 'densification', 'other-land'] as const;
export type Kind = (typeof kinds)[number];

/** Land that a zone could lie on instead, before it is assessed. */
export interface Candidate extends Pick<Zone, 'geom' | 'box' | 'area_m2'> {
  kind: Kind;
  /** Ellipsoidal m to the zone. */
  distance_m: number;
  /** Of land that a plan in force gives. */
  plan_id: string | null;
  id: string | null;
  name: string | null;
}

/** Land that nothing speaks against. */
export interface Alternative extends Candidate {
  reasons: Message[];
}

/** What was found for one zone; with nothing found, why. */
export interface WhereInstead {
  /** The zone's place in the plan. */
  index: number;
  size_m2: number;
  municipality: string | null;
  found: Alternative[];
  /** How many places were looked at, and how many of them each reason ruled out. */
  looked: Record<Kind, number>;
  why: Message[];
}
