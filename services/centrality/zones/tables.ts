import {
  agreementTexts,
  centralityBandTexts,
  pressureBandTexts,
  settlementTexts,
} from '../../../layers/codes/coordination.ts';
import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { Drawing, Table } from '../../tables/table.ts';
import { areaKindTexts, nameOfArea } from '../settlement/area-texts.ts';
import type { AreaFigure, ZonesAnswer } from './coordination-zones.ts';
import { drawFigure } from './figure.ts';
import { kindTexts, residentsOfYear, zoneWords } from './words.ts';
import { agreements, pressureBands, settlements, type Content } from './zones.ts';

type Answer = Pick<ZonesAnswer, 'figures' | 'from_year' | 'to_year'>;

const words = {
  zones: { nb: 'Samordningssoner', en: 'Coordination zones' },
  areaKind: { nb: 'Slag område', en: 'Kind of area' },
  area: { nb: 'Område', en: 'Area' },
  number: { nb: 'Nummer', en: 'Number' },
  centrality: { nb: 'Sentralitet', en: 'Centrality' },
  pressure: { nb: 'Utbyggingspress', en: 'Development pressure' },
  buildings: { nb: 'Bygninger', en: 'Buildings' },
  fresh: { nb: 'Nye bygninger', en: 'New buildings' },
  reserve: { nb: 'Planreserve, daa', en: 'Plan reserve, daa' },
  agreement: { nb: 'Press og bosetting', en: 'Pressure and settlement' },
  axis: { nb: 'Figurens akse', en: 'Axis of the figure' },
} satisfies Record<string, Bilingual>;

/** Every box of every figure, what has no place in it, and where pressure and settlement disagree. */
export function zoneTables({ figures, from_year, to_year }: Answer, language: Language): Table[] {
  const say = (word: Bilingual) => word[language];
  const place = ({ kind, area }: AreaFigure) => [
    ...[say(kindTexts[kind]), say(areaKindTexts[area.kind]), nameOfArea(area, language), area.number],
  ];
  const places = [zoneWords.kind, words.areaKind, words.area, words.number].map(say);
  const figuresOf = ({ cells, residents_before, residents, buildings, new_buildings, reserve_m2 }: Content) => [
    ...[cells, residents_before, residents, buildings, new_buildings],
    reserve_m2 === null ? null : reserve_m2 / 1000,
  ];
  return [
    {
      name: say(words.zones),
      headings: [
        ...[...places, ...[words.centrality, words.pressure, zoneWords.cells].map(say)],
        ...[from_year, to_year].map((year) => residentsOfYear(year, language)),
        ...[words.buildings, words.fresh, words.reserve].map(say),
      ],
      rows: figures.flatMap((figure) => [
        ...figure.boxes.map((box) => [
          ...place(figure),
          ...[say(centralityBandTexts[box.centrality]), say(pressureBandTexts[box.pressure]), ...figuresOf(box)],
        ]),
        [...place(figure), say(zoneWords.unknown), say(zoneWords.unknown), ...figuresOf(figure.unplaced)],
      ]),
    },
    {
      name: say(words.agreement),
      headings: [...places, ...agreements.map((one) => say(agreementTexts[one]))],
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
    .filter(({ area }) => area.kind === 'county' || area.kind === 'region')
    .map((figure) => ({
      name: `${figure.kind}-${figure.area.number ?? 'county'}`,
      svg: drawFigure(figure, from_year, language),
    }));
