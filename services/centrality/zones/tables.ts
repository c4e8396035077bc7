import {
  agreementTexts,
  centralityBandTexts,
  pressureBandTexts,
  settlementTexts,
} from '../../../layers/codes/coordination.ts';
import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { Drawing, Table } from '../../tables/table.ts';
import type { AreaFigure, ZonesAnswer } from './coordination-zones.ts';
import { drawFigure } from './figure.ts';
import { agreements, pressureBands, settlements, type Content } from './zones.ts';

type Answer = Pick<ZonesAnswer, 'figures' | 'from_year' | 'to_year'>;

const words = {
  zones: { nb: 'Samordningssoner', en: 'Coordination zones' },
  kind: { nb: 'For', en: 'For' },
  housing: { nb: 'bolig', en: 'housing' },
  'holiday-homes': { nb: 'fritidsboliger', en: 'holiday homes' },
  area: { nb: 'Område', en: 'Area' },
  number: { nb: 'Nummer', en: 'Number' },
  county: { nb: 'Fylket', en: 'The county' },
  centrality: { nb: 'Sentralitet', en: 'Centrality' },
  pressure: { nb: 'Utbyggingspress', en: 'Development pressure' },
  unknown: { nb: 'ikke kjent', en: 'not known' },
  cells: { nb: 'Ruter', en: 'Cells' },
  residents: { nb: 'Bosatte', en: 'Residents' },
  buildings: { nb: 'Bygninger', en: 'Buildings' },
  fresh: { nb: 'Nye bygninger', en: 'New buildings' },
  reserve: { nb: 'Planreserve, daa', en: 'Plan reserve, daa' },
  agreement: { nb: 'Press og bosetting', en: 'Pressure and settlement' },
  axis: { nb: 'Figurens akse', en: 'Axis of the figure' },
} satisfies Record<string, Bilingual>;

/** Every box of every figure, what has no place in it, and where pressure and settlement disagree. */
export function zoneTables({ figures, from_year, to_year }: Answer, language: Language): Table[] {
  const say = (word: Bilingual) => word[language];
  const place = ({ kind, area }: AreaFigure) => [say(words[kind]), area.name ?? say(words.county), area.number];
  const figuresOf = ({ cells, residents_before, residents, buildings, new_buildings, reserve_m2 }: Content) => [
    ...[cells, residents_before, residents, buildings, new_buildings],
    reserve_m2 === null ? null : reserve_m2 / 1000,
  ];
  return [
    {
      name: say(words.zones),
      headings: [
        ...[words.kind, words.area, words.number, words.centrality, words.pressure, words.cells].map(say),
        ...[from_year, to_year].map((year) => `${say(words.residents)} ${year ?? ''}`),
        ...[words.buildings, words.fresh, words.reserve].map(say),
      ],
      rows: figures.flatMap((figure) => [
        ...figure.boxes.map((box) => [
          ...place(figure),
          ...[say(centralityBandTexts[box.centrality]), say(pressureBandTexts[box.pressure]), ...figuresOf(box)],
        ]),
        [...place(figure), say(words.unknown), say(words.unknown), ...figuresOf(figure.unplaced)],
      ]),
    },
    {
      name: say(words.agreement),
      headings: [
        ...[words.kind, words.area, words.number].map(say),
        ...agreements.map((one) => say(agreementTexts[one])),
      ],
      rows: figures.map((figure) => [...place(figure), ...agreements.map((one) => figure.agreement[one])]),
    },
    {
      name: say(words.axis),
      headings: [say(words.pressure), say(words.agreement)],
      rows: pressureBands.map((band, at) => [say(pressureBandTexts[band]), say(settlementTexts[settlements[at]])]),
    },
  ];
}

/** The filled-in figures of the county and its regions. */
export const zoneDrawings = ({ figures, from_year }: Answer, language: Language): Drawing[] =>
  figures
    .filter(({ area }) => area.kind !== 'municipality')
    .map((figure) => ({
      name: `${figure.kind}-${figure.area.number ?? 'county'}`,
      svg: drawFigure(figure, from_year, language),
    }));
