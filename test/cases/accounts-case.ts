import type { Feature, Geometry } from 'geojson';
import type { Tolerance } from './centrality-case.ts';
import type { TruthCase } from './truth-case.ts';

type Plain = Feature<Geometry, Record<string, string | number | null>>;

interface AccountsCase extends TruthCase {
  crs: string;
  municipalities: Plain[];
  expected: { municipalities: Record<string, Record<string, unknown>>; county: Record<string, unknown> };
  tolerance: { relative: number; absolute_m2: number };
}

/** A case about two years of a coverage. */
export interface ExtentCase extends AccountsCase {
  from: { year: number; features: Plain[] };
  to: { year: number; features: Plain[] };
  sliver_width_m: number;
}

/** A case about plans, what is built and what cannot be. */
export interface PlanCase extends AccountsCase {
  zones: Plain[];
  built: Plain[];
  unbuildable: Plain[];
}

export const isAccountsCase = (given: TruthCase): given is ExtentCase | PlanCase => given.topic === 'accounts';
export const isExtentCase = (given: ExtentCase | PlanCase): given is ExtentCase => 'sliver_width_m' in given;

/** Tolerance in the form that figures are compared by. */
export const toleranceOf = ({ tolerance: { relative, absolute_m2 } }: AccountsCase): Tolerance => ({
  ...{ relative, absolute: absolute_m2, time_min: 0 },
});
