import { targetTexts } from '../../../layers/codes/densification.ts';
import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { Table } from '../../tables/table.ts';
import type { Mode } from '../graph/mode.ts';
import { areaKindTexts, nameOfArea } from '../settlement/area-texts.ts';
import { groups, type Group } from './origins.ts';
import { grounds, type Ground } from './told.ts';
import type { WithinMinutesAnswer } from './within-minutes.ts';

const modeTexts: Record<Mode, Bilingual> = {
  foot: { nb: 'til fots', en: 'on foot' },
  bicycle: { nb: 'med sykkel', en: 'by bicycle' },
  car: { nb: 'med bil', en: 'by car' },
};

const groupTexts: Record<Group, Bilingual> = {
  residents: { nb: 'bosatte', en: 'residents' },
  planned_dwellings: { nb: 'planlagte boliger', en: 'planned dwellings' },
  jobs: { nb: 'arbeidsplasser', en: 'jobs' },
};

const groundTexts: Record<Ground, Bilingual> = { ...groupTexts, ...targetTexts };

const words = {
  name: { nb: 'Nærhet', en: 'Nearness' },
  kind: { nb: 'Slag område', en: 'Kind of area' },
  area: { nb: 'Område', en: 'Area' },
  number: { nb: 'Nummer', en: 'Number' },
  of: { nb: 'Andel av', en: 'Share of' },
  to: { nb: 'Til', en: 'To' },
  by: { nb: 'Hvordan', en: 'How' },
  total: { nb: 'I alt', en: 'In all' },
  withoutWay: { nb: 'Uten veg dit', en: 'Without a way there' },
  share: { nb: 'andel', en: 'share' },
  basis: { nb: 'Grunnlag', en: 'Basis' },
  what: { nb: 'Hva', en: 'What' },
  figure: { nb: 'Verdi', en: 'Value' },
  lacks: { nb: 'Kommuner uten data', en: 'Municipalities without data' },
  missing: { nb: 'Ingen data i kartlaget', en: 'No data in layer' },
  foot: { nb: 'Fart til fots, km/t', en: 'Speed on foot, km/h' },
  bicycle: { nb: 'Fart med sykkel, km/t', en: 'Speed by bicycle, km/h' },
  perDaa: { nb: 'Boliger per daa ubebygd planreserve', en: 'Dwellings per decare of unbuilt plan reserve' },
  reserve: { nb: 'Ubebygd planreserve til bolig, daa', en: 'Unbuilt plan reserve for housing, daa' },
} satisfies Record<string, Bilingual>;

/** Who is within minutes, a row for each area, group, target and way of travelling; and what the figures rest on. */
export function withinMinutesTables(answer: WithinMinutesAnswer, language: Language): Table[] {
  const say = (word: Bilingual) => word[language];
  const { areas, minutes, missing, speeds, dwellings_per_daa, reserve_m2 } = answer;
  const county = areas.find(({ kind }) => kind === 'county');
  return [
    {
      name: say(words.name),
      headings: [
        ...[words.kind, words.area, words.number, words.of, words.to, words.by, words.total].map(say),
        ...minutes.flatMap((limit) => [`≤ ${limit} min`, `≤ ${limit} min, ${say(words.share)}`]),
        say(words.withoutWay),
      ],
      rows: areas.flatMap((area) =>
        groups.flatMap((group) =>
          (area[group]?.ways ?? []).map(({ to, mode, of, within, without_way }) => [
            ...[say(areaKindTexts[area.kind]), nameOfArea(area, language), area.number],
            ...[say(groupTexts[group]), say(targetTexts[to]), say(modeTexts[mode]), of],
            ...within.flatMap(({ count, share }) => [count, share]),
            without_way,
          ]),
        ),
      ),
    },
    {
      name: say(words.basis),
      headings: [say(words.what), say(words.figure)],
      rows: [
        [say(words.foot), speeds.foot_kmh],
        [say(words.bicycle), speeds.bicycle_kmh],
        [say(words.perDaa), dwellings_per_daa],
        [say(words.reserve), reserve_m2 === null ? null : reserve_m2 / 1000],
        ...missing.map((layer) => [say(words.missing), layer]),
        ...grounds.flatMap((ground) => {
          const numbers = county?.lacks[ground] ?? [];
          return numbers.length > 0 ? [[`${say(words.lacks)}: ${say(groundTexts[ground])}`, numbers.join(', ')]] : [];
        }),
      ],
    },
  ];
}
