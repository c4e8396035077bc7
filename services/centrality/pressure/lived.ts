import type { RasterCell } from './pressure.ts';

/** Residents of a dataset on a cell, in two years; null: it has no rows of that year there. */
export interface Lived extends Pick<RasterCell, 'column' | 'row'> {
  dataset: number;
  from: number | null;
  to: number | null;
}

/** Residents of a municipality in both years. */
export interface Residents {
  from: number;
  to: number;
}

interface Own {
  sum: Residents;
  /** Whether each dataset has rows of the years. */
  years: Map<number, { from: boolean; to: boolean }>;
  rows: Lived[];
}

/** Least part of the people of each year who live on cells where the other year has rows, too (ours). */
const leastMet = 0.5;

/**
 * Residents by municipality, where both years are known. A dataset with one year there would bring or take away all its
 * people; so a municipality is known where every dataset has both years, or where what has the first year alone is met by
 * what has the second alone (a file for each year), on the same ground: a few cells of one file that come over the border
 * are not met by all of another. Pure.
 * @returns the municipalities that are known
 */
export function residentsBy(cells: readonly RasterCell[], rows: readonly Lived[]): Map<string, Residents> {
  const municipalityOf = new Map(cells.map(({ column, row, municipality }) => [`${column}/${row}`, municipality]));
  const all = new Map<string, Own>();
  for (const { dataset, column, row, from, to } of rows) {
    const municipality = municipalityOf.get(`${column}/${row}`);
    if (municipality === undefined) continue;
    const own: Own = all.get(municipality) ?? { sum: { from: 0, to: 0 }, years: new Map(), rows: [] };
    all.set(municipality, own);
    own.sum.from += from ?? 0;
    own.sum.to += to ?? 0;
    own.rows.push({ dataset, column, row, from, to });
    const years = own.years.get(dataset);
    own.years.set(dataset, {
      from: from !== null || years?.from === true,
      to: to !== null || years?.to === true,
    });
  }
  const known = [...all].filter(([, { years, rows: own }]) => {
    const isOfOne = ({ dataset }: Lived) => years.get(dataset)?.from !== years.get(dataset)?.to;
    const ofOne = own.filter(isOfOne);
    return ofOne.length === 0 || (isMet(ofOne, 'from', 'to') && isMet(ofOne, 'to', 'from'));
  });
  return new Map(known.map(([municipality, { sum }]) => [municipality, sum]));
}

/** Whether those who live there in one year do so, for the most part, where the other year has rows. */
function isMet(rows: readonly Lived[], year: 'from' | 'to', other: 'from' | 'to'): boolean {
  const key = ({ column, row }: Lived) => `${column}/${row}`;
  const there = new Set(rows.filter((one) => one[other] !== null).map(key));
  const people = (those: readonly Lived[]) => those.reduce((sum, one) => sum + (one[year] ?? 0), 0);
  const met = people(rows.filter((one) => there.has(key(one))));
  return there.size > 0 && met >= leastMet * people(rows);
}

/** Residents of each cell in both years, as the rows have them. */
export function livedOn(cells: readonly RasterCell[], rows: readonly Lived[]): Residents[] {
  const sums = new Map<string, Residents>();
  for (const { column, row, from, to } of rows) {
    const own = sums.get(`${column}/${row}`) ?? { from: 0, to: 0 };
    sums.set(`${column}/${row}`, { from: own.from + (from ?? 0), to: own.to + (to ?? 0) });
  }
  return cells.map(({ column, row }) => sums.get(`${column}/${row}`) ?? { from: 0, to: 0 });
}

/** Change of residents by cell; NaN in municipalities where it is not known. */
export function residentsChange(
  cells: readonly RasterCell[],
  rows: readonly Lived[],
  known: ReadonlyMap<string, Residents>,
): Float64Array {
  const change = new Map<string, number>();
  for (const { column, row, from, to } of rows) {
    const key = `${column}/${row}`;
    change.set(key, (change.get(key) ?? 0) + (to ?? 0) - (from ?? 0));
  }
  return Float64Array.from(cells, ({ column, row, municipality }) =>
    known.has(municipality) ? (change.get(`${column}/${row}`) ?? 0) : NaN,
  );
}
