import type { ExtentAccount } from './extent/extent-account.ts';
import type { NatureAccount } from './nature/nature-account.ts';
import type { PlanAccounts } from './plans/plan-account.ts';

/** A figure of the barometer. */
export interface Indicator {
  /** Of an indicator in indicators/. */
  id: string;
  /** Null: no data, never 0. */
  value: number | null;
  /** `count`, `m2`, `m2/resident` or `share` (0–1). */
  unit: string;
  /** ISO year or day that the value is of. */
  date: string | null;
  /** What a value is missing for: layers, or what else barometer/indicator.ts names. */
  missing: string[];
  /** How it was before, oldest first. */
  series: { date: string | null; value: number }[];
}

/** What a dataset that an account rests on is. */
export interface AccountDataset {
  id: number;
  layer: string;
  edition: number;
  part: string;
  title: string | null;
  provider: string | null;
  date: string | null;
  imported_at: string;
  example: boolean;
}

/** All accounts of a municipality, a region or the county. Areas are ellipsoidal m² (`area_method`). */
export interface Accounts {
  /** Its number; null for the county as the sum of all. */
  municipality: string | null;
  name: string | null;
  /** Number of the region, where it is one. */
  region?: string;
  /** Of a region or county: the municipalities that are summed. */
  municipalities?: string[];
  area_m2: number;
  /** EPSG number of the CRS in which edges are straight. */
  crs: string;
  area_method: string;
  /**
   * The municipality as it held when its polygon was loaded. All years are accounted for within these borders, also those
   * before it was formed: `since` is the day that it holds from, null where the data do not say.
   */
  borders: { edition: number; held_on: string; since: string | null };
  extent: ExtentAccount[];
  plans: PlanAccounts | null;
  nature: NatureAccount;
  indicators: Indicator[];
  datasets: AccountDataset[];
}
