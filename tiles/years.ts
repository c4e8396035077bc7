import type { ExpressionSpecification } from 'maplibre-gl';

/** What tells of when a layer's data are: its fields, and the data dates of its current datasets (ISO 2024 … 2024-05-31). */
interface Dated {
  fields: readonly string[];
  datasets: readonly { dataDate: string | null }[];
}

/**
 * The years of a layer that comes by year: its features carry a year, and the datasets of its edition are of several.
 * A tile holds them all, so one has to be chosen to draw.
 * @returns earliest first; empty where there is nothing to choose
 */
export function yearsOf({ fields, datasets }: Dated): number[] {
  if (!fields.includes('year')) return [];
  const years = new Set(datasets.flatMap(({ dataDate }) => (dataDate ? [Number(dataDate.slice(0, 4))] : [])));
  return years.size > 1 ? [...years].sort((a, b) => a - b) : [];
}

/** The year that is shown when `asked` is: the last one not after it, the latest where none is asked for. */
export function yearShown(years: readonly number[], asked: number | undefined): number | undefined {
  if (asked === undefined) return years.at(-1);
  return years.findLast((year) => year <= asked) ?? years[0];
}

/**
 * The features that stand for a year: later than the dataset before, no later than this one. So each feature is shown
 * under one year and none is lost when a dataset's date and its features' year differ a little. A feature without a
 * year is of every year.
 * @returns a MapLibre filter; null where there is nothing to choose
 */
export function yearFilter(years: readonly number[], asked: number | undefined): ExpressionSpecification | null {
  const shown = yearShown(years, asked);
  if (shown === undefined) return null;
  const place = years.indexOf(shown);
  const before = years[place - 1];
  const year: ExpressionSpecification = ['get', 'year'];
  const bounds: ExpressionSpecification[] = [
    ...(before === undefined ? [] : [['>', year, before] satisfies ExpressionSpecification]),
    ...(place === years.length - 1 ? [] : [['<=', year, shown] satisfies ExpressionSpecification]),
  ];
  return ['any', ['!', ['has', 'year']], ['all', ...bounds]];
}
