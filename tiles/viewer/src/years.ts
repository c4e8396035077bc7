import type { Collection } from './answers.ts';

/** The year chosen for each layer that comes by year; the latest where none is named. */
export type ChosenYears = ReadonlyMap<string, number>;

/** The years of a layer whose features carry a year and whose datasets are of several; empty where there is no choice. */
export function yearsOf({ fields, datasets }: Collection): number[] {
  if (!fields.includes('year')) return [];
  const years = new Set(datasets.flatMap(({ dataDate }) => (dataDate ? [Number(dataDate.slice(0, 4))] : [])));
  return years.size > 1 ? [...years].sort((a, b) => a - b) : [];
}

/** Where one year ends and the next begins: later than `after`, until `until`; null has no end. */
export interface YearSpan {
  after: number | null;
  until: number | null;
}

/**
 * The features that stand for a year: later than the dataset before, no later than this one. So each feature is shown
 * under one year and none is lost when a dataset's date and its features' year differ a little.
 */
export function spanOf(years: number[], chosen: number | undefined): YearSpan | null {
  if (years.length === 0) return null;
  const place = chosen === undefined ? years.length - 1 : Math.max(0, years.indexOf(chosen));
  return { after: years[place - 1] ?? null, until: place === years.length - 1 ? null : (years[place] ?? null) };
}
