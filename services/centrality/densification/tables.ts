import { targetTexts } from '../../../layers/codes/densification.ts';
import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { Table } from '../../tables/table.ts';
import type { DensificationAnswer } from './densification-room.ts';

const words = {
  places: { nb: 'Sentre og knutepunkt', en: 'Centres and hubs' },
  municipalities: { nb: 'Kommuner', en: 'Municipalities' },
  kind: { nb: 'Slag', en: 'Kind' },
  name: { nb: 'Navn', en: 'Name' },
  municipality: { nb: 'Kommune', en: 'Municipality' },
  number: { nb: 'Kommunenummer', en: 'Number' },
  area: { nb: 'Areal i alt, daa', en: 'All land, daa' },
  zoned: { nb: 'Avsatt til utbygging, daa', en: 'Set aside for building, daa' },
  built: { nb: 'Bebygd andel', en: 'Built share' },
  unbuilt: { nb: 'Ubebygd, daa', en: 'Unbuilt, daa' },
  buildings: { nb: 'Bygninger', en: 'Buildings' },
  perHectare: { nb: 'Bygninger per hektar', en: 'Buildings per hectare' },
  near: { nb: 'nær sentrum eller knutepunkt', en: 'near a centre or hub' },
  beyond: { nb: 'lenger unna', en: 'farther out' },
  basis: { nb: 'Grunnlag', en: 'Basis' },
  what: { nb: 'Hva', en: 'What' },
  figure: { nb: 'Verdi', en: 'Value' },
  from: { nb: 'Bygninger fra kartlaget', en: 'Buildings from layer' },
  missing: { nb: 'Ingen data i kartlaget', en: 'No data in layer' },
  withoutPlans: { nb: 'Kommuner uten data: planer', en: 'Municipalities without data: plans' },
  withoutBuildings: { nb: 'Kommuner uten data: bygninger', en: 'Municipalities without data: buildings' },
  nearShare: { nb: 'Andel av ubebygd som er nær', en: 'Part of the unbuilt that is near' },
} satisfies Record<string, Bilingual>;

const daa = (m2: number | null): number | null => (m2 === null ? null : m2 / 1000);

/** The room at every centre and hub, by municipality near them and farther out, and what the figures rest on. */
export function densificationTables(
  { places, municipalities, buildings_from, missing, lacks }: DensificationAnswer,
  language: Language,
): Table[] {
  const say = (word: Bilingual) => word[language];
  const rings = [words.near, words.beyond];
  return [
    {
      name: say(words.places),
      headings: [
        ...[words.kind, words.name, words.number, words.area, words.zoned, words.built, words.unbuilt].map(say),
        ...[words.buildings, words.perHectare].map(say),
      ],
      rows: places.map(({ kind, name, id, municipality, area_m2, zoned_m2, built_share, unbuilt_m2, ...own }) => [
        ...[
          say(targetTexts[kind]),
          name ?? id,
          municipality,
          daa(area_m2),
          daa(zoned_m2),
          built_share,
          daa(unbuilt_m2),
        ],
        ...[own.buildings, own.buildings_per_ha],
      ]),
    },
    {
      name: say(words.municipalities),
      headings: [
        ...[words.number, words.municipality].map(say),
        ...rings.flatMap((ring) =>
          [words.zoned, words.built, words.unbuilt].map((word) => `${say(word)}, ${say(ring)}`),
        ),
        say(words.nearShare),
      ],
      rows: municipalities.map(({ number, name, near, beyond, near_share }) => [
        ...[number, name],
        ...[near, beyond].flatMap(({ zoned_m2, built_share, unbuilt_m2 }) => [
          ...[daa(zoned_m2), built_share, daa(unbuilt_m2)],
        ]),
        near_share,
      ]),
    },
    {
      name: say(words.basis),
      headings: [say(words.what), say(words.figure)],
      rows: [
        ...buildings_from.map((layer) => [say(words.from), layer]),
        ...missing.map((layer) => [say(words.missing), layer]),
        ...(lacks.plans.length > 0 ? [[say(words.withoutPlans), lacks.plans.join(', ')]] : []),
        ...(lacks.buildings.length > 0 ? [[say(words.withoutBuildings), lacks.buildings.join(', ')]] : []),
      ],
    },
  ];
}
