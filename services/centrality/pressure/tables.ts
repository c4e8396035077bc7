import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import { areaKindTexts, nameOfArea } from '../settlement/area-texts.ts';
import type { Table } from '../../tables/table.ts';
import type { PressureAnswer } from './development-pressure.ts';
import { pressureKinds } from './pressure.ts';

const words = {
  name: { nb: 'Vekst og planreserve', en: 'Growth and plan reserve' },
  areaKind: { nb: 'Slag område', en: 'Kind of area' },
  number: { nb: 'Nummer', en: 'Number' },
  area: { nb: 'Område', en: 'Area' },
  residents: { nb: 'Bosatte', en: 'Residents' },
  buildings: {
    housing: { nb: 'Boligbygg', en: 'Dwelling houses' },
    'holiday-homes': { nb: 'Fritidsboliger', en: 'Holiday homes' },
  },
  new: { nb: 'nye', en: 'new' },
  undated: { nb: 'uten byggeår', en: 'without a year' },
  reserve: { nb: 'planreserve, daa', en: 'plan reserve, daa' },
  pressure: { nb: 'utbyggingspress, snitt av persentiler', en: 'development pressure, mean percentile' },
} satisfies Record<string, Bilingual | Record<string, Bilingual>>;

/** Growth between the two years, and plan reserve, by area. */
export function pressureTables(answer: PressureAnswer, language: Language): Table[] {
  const { from_year, to_year, municipalities, areas } = answer;
  return [
    {
      name: words.name[language],
      headings: [
        ...[words.areaKind[language], words.number[language], words.area[language]],
        ...[from_year, to_year].map((year) => `${words.residents[language]} ${year}`),
        ...pressureKinds.flatMap((kind) => {
          const building = words.buildings[kind][language];
          return [
            ...[building, `${building}, ${words.new[language]} ${from_year}–${to_year}`],
            ...[`${building}, ${words.undated[language]}`, `${building}, ${words.reserve[language]}`],
            `${building}, ${words.pressure[language]}`,
          ];
        }),
      ],
      rows: [
        ...areas.filter(({ kind }) => kind !== 'urban-area'),
        ...municipalities,
        ...areas.filter(({ kind }) => kind === 'urban-area'),
      ].map(({ residents, kinds, ...area }) => [
        ...[areaKindTexts[area.kind][language], area.number, nameOfArea(area, language)],
        ...[residents?.from ?? null, residents?.to ?? null],
        ...pressureKinds.flatMap((kind) => {
          const { buildings, new: fresh, undated, reserve_m2, pressure } = kinds[kind];
          return [buildings, fresh, undated, reserve_m2 === null ? null : reserve_m2 / 1000, pressure];
        }),
      ]),
    },
  ];
}
