import type { PlanAccount } from '../plans/plan-account.ts';
import type { NatureAccount } from '../nature/nature-account.ts';
import type { FindingCount } from '../../conflicts/sweep/count-findings.ts';
import type { Point } from './indicator.ts';

/** What one sweep over the plans in force found. */
export interface Sweep {
  date: string;
  counts: readonly FindingCount[];
}

/** How many planned dwellings are within ten minutes on foot. */
export interface Nearness {
  total: number;
  near: number;
}

/** All that indicators are worked out from: of one municipality, or of several together. */
export interface Evidence {
  /** In force; null where somewhere no plan lies. */
  plans: PlanAccount | null;
  nature: NatureAccount;
  /** Newest last, and where from; null where nobody counted, or not everywhere. */
  residents: { points: readonly Point[]; layer: string } | null;
  holidayHomes: { points: readonly Point[]; layer: string } | null;
  /** Oldest first, the one on the map last; null where none is on the map. */
  sweeps: readonly Sweep[] | null;
  /** By target; null where nearness was not worked out on the map. */
  nearness: Readonly<Record<'centre' | 'hub', Nearness | null>> | null;
  /** Newest date of a layer's data: ISO year, month or day. */
  dateOf: (layer: string) => string | null;
  /** Whether somebody looked everywhere: coverage is known. */
  isLookedAt: (layer: string) => boolean;
  /** Earlier accounts, oldest first, today's last; none of several municipalities together. */
  earlier: {
    plans: readonly { date: string; plans: PlanAccount }[];
    protected: readonly { date: string; share: number }[];
  };
}
