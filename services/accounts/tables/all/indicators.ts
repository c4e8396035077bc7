import type { AccountTable } from '../account-table.ts';

/** The key figures of the barometer; what a figure is, /municipalities/{number} says. */
export const indicatorTable: AccountTable = {
  name: { nb: 'Nøkkeltall', en: 'Key figures' },
  columns: [
    { nb: 'Indikator', en: 'Indicator' },
    { nb: 'Verdi', en: 'Value' },
    { nb: 'Enhet', en: 'Unit' },
    { nb: 'Dato', en: 'Date' },
    { nb: 'Mangler', en: 'Missing' },
  ],
  rows: ({ indicators }) =>
    indicators.map(({ id, value, unit, date, missing }) => [id, value, unit, date, missing.join(', ') || null]),
};
