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
}

/**
 * Residents by municipality, where both years are known. A dataset with one year there would bring or take away all its
 * people; so a municipality is known where every dataset has both years, or where what has the first year alone is met by
 * what has the second alone (a file for each year). Pure.
 * @returns the municipalities that are known
 */
export function residentsBy(cells: readonly RasterCell[], rows: readonly Lived[]): Map<string, Residents> {
  const municipalityOf = new Map(cells.map(({ column, row, municipality }) => [`${column}/${row}`, municipality]));
  const all = new Map<string, Own>();
  for (const { dataset, column, row, from, to } of rows) {
    const municipality = municipalityOf.get(`${column}/${row}`);
    if (municipality === undefined) continue;
    const own: Own = all.get(municipality) ?? { sum: { from: 0, to: 0 }, years: new Map() };
    all.set(municipality, own);
    own.sum.from += from ?? 0;
    own.sum.to += to ?? 0;
    const years = own.years.get(dataset);
    own.years.set(dataset, {
      from: from !== null || years?.from === true,
      to: to !== null || years?.to === true,
    });
  }
  const known = [...all].filter(([, { years }]) => {
    const ofOne = [...years.values()].filter(({ from, to }) => from !== to);
    return ofOne.length === 0 || new Set(ofOne.map(({ from }) => from)).size === 2;
  });
  return new Map(known.map(([municipality, { sum }]) => [municipality, sum]));
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
