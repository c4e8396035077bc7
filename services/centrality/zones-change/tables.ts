import { zoneTexts } from '../../../layers/codes/coordination.ts';
import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { Table } from '../../tables/table.ts';
import { kindTexts, residentsOfYear, zoneWords } from '../zones/words.ts';
import type { ZonesChange } from './zones-change.ts';

const words = {
  moves: { nb: 'Flyttet mellom bokser', en: 'Moved between boxes' },
  cells: { nb: 'Ruter som flyttet', en: 'Cells that moved' },
  municipality: { nb: 'Kommune', en: 'Municipality' },
  all: { nb: 'alle', en: 'all' },
  from: { nb: 'Fra', en: 'From' },
  to: { nb: 'Til', en: 'To' },
  cell: { nb: 'Rute', en: 'Cell' },
} satisfies Record<string, Bilingual>;

/** Moves from box to box, of all municipalities and of each; and the cells that moved. */
export function changeTables({ before, after, kinds }: ZonesChange, language: Language): Table[] {
  const say = (word: Bilingual) => word[language];
  const years = [before, after].map(({ year }) => residentsOfYear(year, language));
  const box = (code: string | null) => (code === null ? say(zoneWords.unknown) : (zoneTexts[code]?.[language] ?? code));
  return [
    {
      name: say(words.moves),
      headings: [...[zoneWords.kind, words.municipality, words.from, words.to, zoneWords.cells].map(say), ...years],
      rows: kinds.flatMap(({ kind, moves, municipalities }) =>
        [{ number: say(words.all), moves }, ...municipalities].flatMap(({ number, moves: own }) =>
          own.map((move) => [
            ...[say(kindTexts[kind]), number, box(move.before), box(move.after), move.cells],
            ...[move.residents_before, move.residents_after],
          ]),
        ),
      ),
    },
    {
      name: say(words.cells),
      headings: [...[zoneWords.kind, words.cell, words.municipality, words.from, words.to].map(say), ...years],
      rows: kinds.flatMap(({ kind, cells }) =>
        cells.map((own) => [
          ...[say(kindTexts[kind]), own.cell, own.municipality, box(own.before), box(own.after)],
          ...[own.residents_before, own.residents_after],
        ]),
      ),
    },
  ];
}
