import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { CannotMeasure } from './cannot-measure.ts';

/** Which rows of several datasets count: those of one year of each, and those without a year. */
export interface YearsUsed {
  datasets: readonly number[];
  /** Of each dataset; null: no row of it has one. */
  years: (number | null)[];
  /** Rows without a year: they are always in. */
  undated: number;
}

/** The newest year of each dataset of residents or jobs. @param datasets of one of the layers population and workplace */
export async function newestYears(session: Session, datasets: readonly number[]): Promise<YearsUsed> {
  type Row = { dataset: number; year: number | null; undated: number };
  const rows = await session.rows<Row>(statement('centrality/newest-years'), {
    ...{ population: datasets, workplace: datasets },
  });
  const own = datasets.map((id) => rows.find(({ dataset }) => dataset === id));
  return {
    datasets,
    years: own.map((row) => row?.year ?? null),
    undated: own.reduce((sum, row) => sum + (row?.undated ?? 0), 0),
  };
}

/**
 * The newest year of each dataset of residents and of jobs. Datasets are of different years: the newest of all would leave
 * out whoever loaded older ones.
 * @param asked year of the residents
 * @throws CannotMeasure where there are no residents of that year
 */
export async function yearsUsed(
  session: Session,
  { population, workplace }: { population: readonly number[]; workplace: readonly number[] },
  asked: number | undefined,
): Promise<{ residents: YearsUsed; jobs: YearsUsed }> {
  const residents = await newestYears(session, population);
  const jobs = await newestYears(session, workplace);
  if (asked === undefined && (residents.undated > 0 || residents.years.some((year) => year !== null)))
    return { residents, jobs };
  const known = await session.rows<{ year: number | null }>(statement('centrality/population-years'), { population });
  if (asked === undefined || !known.some(({ year }) => year === asked)) throw noResidents(asked, known);
  return { residents: { ...residents, years: population.map(() => asked) }, jobs };
}

const noResidents = (asked: number | undefined, rows: readonly { year: number | null }[]): CannotMeasure => {
  const known = rows.map(({ year }) => year ?? '–').join(', ');
  return new CannotMeasure({
    nb: `Det finnes ingen bosatte for ${asked ?? 'noe år'} i kartlaget population. År med data: ${known || 'ingen'}.`,
    en: `There are no residents of ${asked ?? 'any year'} in layer population. Years with data: ${known || 'none'}.`,
  });
};

/** The years, each once, the newest first. */
export const yearsIn = (years: readonly (number | null)[]): number[] =>
  [...new Set(years.flatMap((year) => year ?? []))].sort((a, b) => b - a);
