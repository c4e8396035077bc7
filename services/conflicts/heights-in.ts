import type { Position } from 'geojson';
import { statement } from '../database/statement.ts';
import { datasetIds } from './constraints.ts';
import { everyAnswer } from './every-zone.ts';
import type { Measuring } from './measure.ts';

/** Points along contours and lines are at most so far apart, metres. */
export const spacing = 25;

export type Edges = readonly [west: number, south: number, east: number, north: number];

/** Points of known height, [x, y, height], in each box; points along contours are at most `along` metres apart. */
export async function heightsIn(
  { session, constraints }: Pick<Measuring, 'session' | 'constraints'>,
  boxes: readonly Edges[],
  along = spacing,
): Promise<Position[][]> {
  const numbers = boxes.map((_, at) => at);
  const rows = await session.rows<{ box: number; points: Position[] }>(statement('conflicts/elevation-near'), {
    boxes: numbers,
    wests: boxes.map(([west]) => west),
    souths: boxes.map(([, south]) => south),
    easts: boxes.map(([, , east]) => east),
    norths: boxes.map(([, , , north]) => north),
    spacing: along,
    datasets: datasetIds(constraints, 'elevation'),
  });
  const found = everyAnswer(rows, ({ box }) => box, numbers);
  return numbers.map((number) => found.get(number)?.points ?? []);
}
