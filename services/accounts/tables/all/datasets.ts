import type { AccountTable } from '../account-table.ts';

/** What the accounts rest on. */
export const datasetTable: AccountTable = {
  name: { nb: 'Kilder', en: 'Sources' },
  columns: [
    { nb: 'Kartlag', en: 'Layer' },
    { nb: 'Utgave', en: 'Edition' },
    { nb: 'Datasett', en: 'Dataset' },
    { nb: 'Del', en: 'Part' },
    { nb: 'Tittel', en: 'Title' },
    { nb: 'Leverandør', en: 'Provider' },
    { nb: 'Dato', en: 'Date' },
    { nb: 'Importert', en: 'Imported' },
    { nb: 'Eksempeldata', en: 'Example data' },
  ],
  shared: true,
  rows: ({ datasets }, language) =>
    datasets.map((own) => [
      ...[own.layer, own.edition, own.id, own.part, own.title, own.provider, own.date, own.imported_at],
      own.example ? { nb: 'ja', en: 'yes' }[language] : null,
    ]),
};
