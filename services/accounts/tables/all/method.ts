import type { Bilingual, Language } from '../../../../layers/declaration/bilingual.ts';
import type { Table } from '../../../tables/table.ts';
import type { Accounts } from '../../account.ts';
import type { Reach } from '../../reach.ts';
import type { AccountTable } from '../account-table.ts';
import { planAccountsOf, situations } from '../plan-rows.ts';

const words = {
  area: { nb: 'Areal', en: 'Area' },
  method: { nb: 'målemåte', en: 'method' },
  crs: { nb: 'kartprojeksjon', en: 'CRS' },
  borders: { nb: 'grenser som gjaldt', en: 'borders that held on' },
  since: { nb: 'kommunen gjelder fra', en: 'municipality holds from' },
  width: { nb: 'smalere endring er støy, m', en: 'narrower change is noise, m' },
  tolerance: { nb: 'toleranse', en: 'tolerance' },
  undated: { nb: 'flater uten år, med i begge år', en: 'polygons without a year, in both years' },
  plans: { nb: 'Planregnskap', en: 'Plans' },
  built: { nb: 'bebygd funnet ved', en: 'built found by' },
  buffer: { nb: 'buffer rundt bygg, m', en: 'buffer around buildings, m' },
  classes: { nb: 'bebygde klasser', en: 'built classes' },
  filters: { nb: 'ikke byggbart etter', en: 'unbuildable by' },
  treeline: { nb: 'skoggrense', en: 'treeline' },
  nature: { nb: 'Naturregnskap', en: 'Nature' },
  missing: { nb: 'mangler', en: 'missing' },
  partly: { nb: 'delvis dekket', en: 'covered in part' },
} satisfies Record<string, Bilingual>;

/** How the figures were made, and what was not there to make them from. */
export const methodTable: AccountTable = {
  name: { nb: 'Metode', en: 'Method' },
  columns: [
    { nb: 'Regnskap', en: 'Account' },
    { nb: 'Hva', en: 'What' },
    { nb: 'Verdi', en: 'Value' },
  ],
  rows: (account, language) => [
    ...areaRows(account, language),
    ...account.extent.flatMap(({ layer, sliver_width_m: width, tolerance, undated }) => [
      [layer, words.width[language], width],
      [layer, words.tolerance[language], tolerance],
      ...undated.map(({ dataset, polygons }) => [layer, `${words.undated[language]} (${dataset})`, polygons]),
    ]),
    ...planAccountsOf(account).flatMap(({ situation, plans: { method } }) => {
      const of = `${words.plans[language]}, ${situations[situation][language]}`;
      return [
        [of, words.built[language], method.built],
        [of, words.buffer[language], method.buffer_m],
        [of, words.classes[language], listed(method.built_classes)],
        [of, words.filters[language], listed(method.filters)],
        ...method.treelines.map(({ definition, sources, uncertainty_m: metres, uncertainty_axis: axis }) => [
          of,
          words.treeline[language],
          listed([definition ?? '?', ...sources, ...(metres === null ? [] : [`± ${metres} m ${axis ?? ''}`.trim()])]),
        ]),
        ...reachRows(of, method, language),
      ];
    }),
    ...reachRows(words.nature[language], account.nature, language),
  ],
};

const areaRows = ({ area_method, crs, borders }: Accounts, language: Language): Table['rows'] => [
  [words.area[language], words.method[language], area_method],
  [words.area[language], words.crs[language], crs],
  [words.area[language], words.borders[language], borders.held_on],
  ...(borders.since === null ? [] : [[words.area[language], words.since[language], borders.since]]),
];

const reachRows = (of: string, { missing, partly }: Reach, language: Language): Table['rows'] => [
  ...missing.map((layer) => [of, words.missing[language], layer]),
  ...partly.map(({ layer, share }) => [of, words.partly[language], share === null ? layer : `${layer} ${share}`]),
];

const listed = (all: readonly string[]): string | null => all.join(', ') || null;
