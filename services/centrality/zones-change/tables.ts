import { pressureBandTexts, centralityBandTexts } from '../../../layers/codes/coordination.ts';
import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { Table } from '../../tables/table.ts';
import { centralityBands, pressureBands } from '../zones/zones.ts';
import type { ZonesChange } from './zones-change.ts';

const words = {
  moves: { nb: 'Flyttet mellom bokser', en: 'Moved between boxes' },
  cells: { nb: 'Ruter som flyttet', en: 'Cells that moved' },
  kind: { nb: 'For', en: 'For' },
  housing: { nb: 'bolig', en: 'housing' },
  'holiday-homes': { nb: 'fritidsboliger', en: 'holiday homes' },
  municipality: { nb: 'Kommune', en: 'Municipality' },
  all: { nb: 'alle', en: 'all' },
  from: { nb: 'Fra', en: 'From' },
  to: { nb: 'Til', en: 'To' },
  count: { nb: 'Ruter', en: 'Cells' },
  cell: { nb: 'Rute', en: 'Cell' },
  residents: { nb: 'Bosatte', en: 'Residents' },
  unknown: { nb: 'ikke kjent', en: 'not known' },
} satisfies Record<string, Bilingual>;

/** Moves from box to box, of all municipalities and of each; and the cells that moved. */
export function changeTables({ before, after, kinds }: ZonesChange, language: Language): Table[] {
  const say = (word: Bilingual) => word[language];
  const years = [before, after].map(({ year }) => `${say(words.residents)} ${year ?? ''}`);
  const boxes = new Map(
    centralityBands.flatMap((along) =>
      pressureBands.map((up): [string, string] => [
        `${along}-${up}`,
        `${say(centralityBandTexts[along])}, ${say(pressureBandTexts[up])}`,
      ]),
    ),
  );
  const box = (code: string | null) => (code === null ? say(words.unknown) : (boxes.get(code) ?? code));
  return [
    {
      name: say(words.moves),
      headings: [...[words.kind, words.municipality, words.from, words.to, words.count].map(say), ...years],
      rows: kinds.flatMap(({ kind, moves, municipalities }) =>
        [{ number: say(words.all), moves }, ...municipalities].flatMap(({ number, moves: own }) =>
          own.map((move) => [
            ...[say(words[kind]), number, box(move.before), box(move.after), move.cells],
            ...[move.residents_before, move.residents_after],
          ]),
        ),
      ),
    },
    {
      name: say(words.cells),
      headings: [...[words.kind, words.cell, words.municipality, words.from, words.to].map(say), ...years],
      rows: kinds.flatMap(({ kind, cells }) =>
        cells.map((own) => [
          ...[say(words[kind]), own.cell, own.municipality, box(own.before), box(own.after)],
          ...[own.residents_before, own.residents_after],
        ]),
      ),
    },
  ];
}
