import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { Table } from '../../tables/table.ts';
import type { PressureAnswer } from './development-pressure.ts';
import { pressureKinds } from './pressure.ts';

const words = {
  name: { nb: 'Vekst og planreserve', en: 'Growth and plan reserve' },
  number: { nb: 'Kommunenummer', en: 'Number' },
  municipality: { nb: 'Kommune', en: 'Municipality' },
  residents: { nb: 'Bosatte', en: 'Residents' },
  buildings: {
    housing: { nb: 'Boligbygg', en: 'Dwelling houses' },
    'holiday-homes': { nb: 'Fritidsboliger', en: 'Holiday homes' },
  },
  new: { nb: 'nye', en: 'new' },
  undated: { nb: 'uten byggeår', en: 'without a year' },
  reserve: { nb: 'planreserve, daa', en: 'plan reserve, daa' },
} satisfies Record<string, Bilingual | Record<string, Bilingual>>;

/** Growth between the two years, and plan reserve, by municipality. */
export function pressureTables(answer: PressureAnswer, language: Language): Table[] {
  const { from_year, to_year, municipalities } = answer;
  return [
    {
      name: words.name[language],
      headings: [
        ...[words.number[language], words.municipality[language]],
        ...[from_year, to_year].map((year) => `${words.residents[language]} ${year}`),
        ...pressureKinds.flatMap((kind) => {
          const building = words.buildings[kind][language];
          return [
            ...[building, `${building}, ${words.new[language]} ${from_year}–${to_year}`],
            ...[`${building}, ${words.undated[language]}`, `${building}, ${words.reserve[language]}`],
          ];
        }),
      ],
      rows: municipalities.map(({ number, name, residents, kinds }) => [
        ...[number, name, residents?.from ?? null, residents?.to ?? null],
        ...pressureKinds.flatMap((kind) => {
          const { buildings, new: fresh, undated, reserve_m2 } = kinds[kind];
          return [buildings, fresh, undated, reserve_m2 === null ? null : reserve_m2 / 1000];
        }),
      ]),
    },
  ];
}
