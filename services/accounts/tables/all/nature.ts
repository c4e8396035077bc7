import { natureValue } from '../../../../layers/codes/nature-value.ts';
import { protectionForms } from '../../../../layers/codes/protected-forms.ts';
import type { Bilingual, Language } from '../../../../layers/declaration/bilingual.ts';
import type { Table } from '../../../tables/table.ts';
import type { NatureAccount } from '../../nature/nature-account.ts';
import type { AccountTable } from '../account-table.ts';
import { classNames } from '../class-names.ts';

const words = {
  ecosystem: { nb: 'Økosystem', en: 'Ecosystem' },
  protected: { nb: 'Vernet', en: 'Protected' },
  types: { nb: 'Naturtyper', en: 'Nature types' },
  contiguous: { nb: 'Sammenhengende natur', en: 'Contiguous nature' },
  loss: { nb: 'Planlagt tap', en: 'Planned loss' },
  all: { nb: 'i alt', en: 'in all' },
  largest: { nb: 'største område', en: 'largest patch' },
  mesh: { nb: 'effektiv maskevidde', en: 'effective mesh size' },
} satisfies Record<string, Bilingual>;

/** Ecosystems, protection, nature types, contiguous nature and what plans would take of nature. */
export const natureTable: AccountTable = {
  name: { nb: 'Naturregnskap', en: 'Nature' },
  columns: [
    { nb: 'Hva', en: 'What' },
    { nb: 'Kode', en: 'Code' },
    { nb: 'Klasse', en: 'Class' },
    { nb: 'm²', en: 'm²' },
    { nb: 'Andel av arealet', en: 'Share of the area' },
  ],
  rows: ({ nature }, language) => rowsOf(nature, language),
};

function rowsOf(
  { ecosystems, contiguous, planned_loss: loss, ...nature }: NatureAccount,
  language: Language,
): Table['rows'] {
  const ecosystemName = (code: string) => classNames('ecosystem', code, language);
  const formName = (code: string) => (protectionForms as Record<string, Bilingual>)[code]?.[language] ?? null;
  const valueName = (code: string) => natureValue.codes?.[code]?.[language] ?? null;
  return [
    ...(ecosystems?.types ?? []).map((row) => [
      ...[words.ecosystem[language], row.class, ecosystemName(row.class), row.area_m2, row.share],
    ]),
    ...whole(words.protected, nature.protected, language),
    ...(nature.protected?.forms ?? []).map((row) => [
      ...[words.protected[language], row.class, formName(row.class), row.area_m2, row.share],
    ]),
    ...whole(words.types, nature.nature_types, language),
    ...(nature.nature_types?.values ?? []).map((row) => [
      ...[words.types[language], row.class, valueName(row.class), row.area_m2, row.share],
    ]),
    ...(contiguous
      ? [
          [words.contiguous[language], String(contiguous.patches), words.all[language], contiguous.area_m2, null],
          [words.contiguous[language], null, words.largest[language], contiguous.largest_m2, null],
          [words.contiguous[language], null, words.mesh[language], contiguous.effective_mesh_m2, null],
        ]
      : []),
    ...(loss ?? []).map((row) => [words.loss[language], row.class, ecosystemName(row.class), row.area_m2, null]),
  ];
}

const whole = (what: Bilingual, of: { area_m2: number; share: number } | null, language: Language): Table['rows'] =>
  of ? [[what[language], null, words.all[language], of.area_m2, of.share]] : [];
