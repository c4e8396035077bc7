/** One version of a coverage over a municipality, as sql/accounts/coverage.sql and overlaps.sql measure it. */
export interface MeasuredCoverage {
  area_m2: number;
  sum_m2: number;
  union_m2: number;
  polygons: number;
  /** m² by class; what lies there twice is counted twice. */
  classes: Record<string, number>;
  /** Land of the municipality that no polygon covers. */
  gap: Buffer | null;
  overlap_m2: number;
  /** Land that polygons claim more than once. */
  twice: Buffer | null;
  /** m² that a class claims more than once itself. */
  repeated: Record<string, number>;
}

/** A connected part of land of one change, or land of a class that its version has more than once; see changes.sql. */
export type ChangeRow =
  | {
      side: null;
      opening: string;
      closing: string;
      area_m2: number;
      noise_m2: number;
      removed_m2: null;
      real_land: Buffer | null;
      noise_land: Buffer | null;
    }
  | { side: 'from' | 'to'; opening: string; removed_m2: number };

/** What a class gained and lost on land that is claimed more than once; see claims.sql. */
export interface ClaimRow {
  class: string;
  gained_m2: number;
  lost_m2: number;
  gained_noise_m2: number;
  lost_noise_m2: number;
}

/** Both versions and what is between them, in one municipality. */
export interface MeasuredExtent {
  from: MeasuredCoverage;
  to: MeasuredCoverage;
  changes: ChangeRow[];
  claims: ClaimRow[];
}
