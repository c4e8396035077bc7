import { Explained } from '../../../layers/declaration/explained.ts';
import type { Serves } from './question.ts';

/** A demand that can clash with others. */
export type Demanded =
  /** A place that is to be within reach. */
  | { kind: 'demand'; id: string }
  /**
   * A stretch of a road that must have a station after `from_km` and up to `to_km`, by its max_gap_km; kilometres from the
   * road's beginning, below 0 or past its length where the stretch reaches beyond its ends.
   */
  | { kind: 'stretch'; road: string; direction: Serves; from_km: number; to_km: number };

/** The rules that demands can clash with. */
export type Rule = 'p' | 'existing' | 'forbidden' | 'min_spacing' | 'min_spacing_km' | 'capacity' | 'share';

/** Why there is no plan. */
export interface Clash {
  /** A smallest group: together impossible, and possible as soon as any one of it is left out. Empty: the rules alone clash. */
  demands: Demanded[];
  /** The rules without which the group would be possible. */
  rules: Rule[];
  /** Whether the group was shown to be smallest; false when time ran out while it was made smaller. */
  smallest: boolean;
}

/** A network of stations, or why there is none. The same question gives the same answer, unless time ran out. */
export interface NetworkAnswer {
  /**
   * `optimal`: nothing better exists. `stopped`: the best that was found until then. `infeasible`: no plan satisfies the
   * demands. `none-found`: stopped before any plan was found; there may be one.
   */
  status: 'optimal' | 'stopped' | 'infeasible' | 'none-found';
  /** True only when the solver has shown that nothing better exists, or that there is no plan. */
  proven: boolean;
  /** Why the search ended before there was a proof; `precision`: the solver's own plan does not do what is asked. */
  stoppedBy: 'time' | 'memory' | 'size' | 'precision' | null;
  /** Weight or volume covered; weight · distance; number of stations. Null without a plan. */
  objective: number | null;
  /** No plan is better than this; null where nothing is known. */
  bound: number | null;
  /** What lies between the two as a share of the larger, 0 when proven; null without a plan or a bound. */
  gap: number | null;
  /** Ids of all open stations, standing ones too, in the order of their ids. */
  open: string[];
  /** Those of them that are to be built. */
  added: string[];
  /** Ids of the demand or flows that are served; with capacities those served in part are among them. */
  covered: string[];
  /** The covered part of all weight or volume, 0–1; null where there is none. */
  coveredShare: number | null;
  /** p-median: the station nearest to each demand. */
  nearest: { demand: string; site: string; distance: number }[];
  /** Ids of demand or flows that no candidate can serve, whatever is built. */
  unreached: string[];
  /**
   * Which of the added first, which next: each is the one that adds the most to those that stand by then, without regard
   * to capacity. `reached` is the weight that is then covered, or for p-median weight · distance; null while demand is
   * out of reach.
   */
  order: { id: string; adds: number | null; reached: number | null }[];
  /** When there is no plan. */
  clash: Clash | null;
}

/** How far a search has come. */
export interface SearchProgress {
  phase: 'start' | 'solve' | 'clash';
  objective: number | null;
  bound: number | null;
  gap: number | null;
}

/** A question that cannot be asked: no candidates, an id that nobody knows, a distance that is no number. */
export class BadQuestion extends Explained {}
