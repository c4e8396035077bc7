import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { RunRequest } from '../../runs/request.ts';
import { editionsIn } from '../publish/publish-results.ts';
import type { Window } from './evidence.ts';
import type { Gravity } from './gravity.ts';
import { evidences, type Evidence } from './pressure.ts';

/** What is as the asker sets it, and shown in the answer. */
export interface Measures {
  cell_m: number;
  built_m: number;
  reserve_step_m: number;
  accessibility_m: number;
}

export interface PressureInputs extends Gravity, Measures {
  from_year?: number | undefined;
  to_year?: number | undefined;
  centrality_run?: string | undefined;
  weights: Partial<Record<Evidence, number>>;
}

/** Raised whenever the same input may give another answer. */
export const pressureVersion = '7';

/** Growth is looked for over so many years where the data do not say (ours). */
const usualYears = 10;

type Years = Pick<Window, 'from_year' | 'to_year'>;

/** All that decides the answer. */
export function requestOf(inputs: PressureInputs, { from_year, to_year }: Years, constraints: Constraints): RunRequest {
  const { cell_m, built_m, reserve_step_m, accessibility_m, reach, gamma, scaling } = inputs;
  return {
    ...{ kind: 'development-pressure', version: pressureVersion, editions: editionsIn(constraints) },
    parameters: {
      ...{ cell_m, built_m, reserve_step_m, accessibility_m, reach, gamma, scaling },
      ...{ weights: weightsOf(inputs), from_year, to_year },
      // Houses of later years are left out where the later year is named.
      ...{ is_dated: inputs.to_year !== undefined, centrality_run: inputs.centrality_run ?? null },
    },
  };
}

export const weightsOf = ({ weights }: PressureInputs): Record<Evidence, number> =>
  Object.fromEntries(evidences.map((evidence) => [evidence, weights[evidence] ?? 1])) as Record<Evidence, number>;

/** The years that growth is measured between: as asked, else the first and last of the population data. */
export async function yearsOf(database: Session, constraints: Constraints, asked: Partial<Years>) {
  const rows = await database.rows<{ year: number | null }>(statement('centrality/population-years'), {
    population: datasetIds(constraints, 'population'),
  });
  const years = rows.flatMap(({ year }) => year ?? []);
  const to_year = asked.to_year ?? years[0] ?? new Date().getFullYear();
  const from_year = asked.from_year ?? years.findLast((year) => year < to_year) ?? to_year - usualYears;
  return { from_year, to_year, hasGrowth: years.includes(from_year) && years.includes(to_year) };
}
