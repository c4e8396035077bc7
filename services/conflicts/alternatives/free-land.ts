import { statement } from '../../database/statement.ts';
import { datasetIds } from '../measurement/constraints.ts';
import { everyAnswer } from '../measurement/every-zone.ts';
import type { Candidate } from './alternative.ts';
import { say, type Message } from '../judgement/message.ts';
import { outParameters, placeParameters, type Ground, type Seeker } from './ground.ts';

/** Squares that one statement takes, and that are looked at in all, the nearest first. */
const batchSize = 250;
const most = 2500;
/** A square of the map is up to 0.3 % larger than on the ground. */
const margin = 1.0015;

/** Squares as large as the zone on a grid over its municipality, nearest first, batch by batch; they overlap. */
export async function* freeLand(
  ground: Ground,
  seeker: Seeker,
): AsyncGenerator<{
  looked: number;
  free: Candidate[];
  /** What speaks against each of the others. */
  taken: Message[];
}> {
  const { session, constraints, parameters, signal } = ground;
  const municipalities = datasetIds(constraints, 'municipality');
  const { municipality } = seeker;
  type Box = Record<'west' | 'south' | 'east' | 'north', number | null>;
  const box = await session.row<Box>(statement('conflicts/municipality-box'), { municipalities, municipality });
  const side = Math.ceil(Math.sqrt(seeker.size_m2) * margin);
  const cells = nearestCells(box, side, seeker);
  for (let first = 0; first < cells.length; first += batchSize) {
    signal?.throwIfAborted();
    const batch = cells.slice(first, first + batchSize);
    const numbers = batch.map((_, at) => first + at);
    type Row = Pick<Candidate, 'geom' | 'box' | 'area_m2' | 'distance_m'> & { number: number; taken: string[] };
    const rows = await session.rows<Row>(statement('conflicts/free-cells'), {
      ...placeParameters(ground, seeker),
      ...outParameters(ground),
      houses: datasetIds(constraints, 'building'),
      holiday_homes: datasetIds(constraints, 'holiday-home'),
      dwellings: datasetIds(constraints, 'dwelling'),
      built_m: parameters.built_m,
      draft: ground.draft.flatMap(({ geom, group }) => (group === 'lnfr' ? [] : [geom])),
      ...{ numbers, side, municipalities },
      wests: batch.map(([west]) => west),
      souths: batch.map(([, south]) => south),
    });
    const squares = [...everyAnswer(rows, ({ number }) => number, numbers).values()];
    const free = squares.filter(({ taken }) => taken.length === 0);
    yield {
      looked: batch.length,
      taken: squares.flatMap(({ taken }) => taken.map((what) => say(`instead-taken-${what}`))),
      free: free
        .sort((a, b) => a.distance_m - b.distance_m || a.number - b.number)
        .map(({ geom, box, area_m2, distance_m }) => ({
          ...{ geom, box, area_m2, distance_m },
          ...{ kind: 'other-land', plan_id: null, id: null, name: null },
        })),
    };
  }
}

/** South-western corners of the grid's squares, by the distance of their middle from the zone's. */
function nearestCells(
  { west, south, east, north }: Record<'west' | 'south' | 'east' | 'north', number | null>,
  side: number,
  { zone: { box } }: Seeker,
): [number, number][] {
  if (west === null || south === null || east === null || north === null) return [];
  const [x, y] = [(box[0] + box[2] - side) / 2, (box[1] + box[3] - side) / 2];
  // Half a square apart: what is one and a half squares wide has room for one, wherever it lies.
  const step = side / 2;
  // No farther than so many squares can reach, however large the municipality.
  const reach = step * Math.sqrt(most);
  const first = (from: number, middle: number) => from + step * Math.max(0, Math.floor((middle - reach - from) / step));
  const cells: [number, number][] = [];
  for (let at = first(west, x); at <= Math.min(east, x + reach); at += step)
    for (let up = first(south, y); up <= Math.min(north, y + reach); up += step) cells.push([at, up]);
  const far = ([a, b]: readonly [number, number]) => Math.hypot(a - x, b - y);
  return cells.sort((a, b) => far(a) - far(b)).slice(0, most);
}

/** Those of the squares, in order, that do not overlap one before them. */
export function apart<Square extends Pick<Candidate, 'box'>>(squares: readonly Square[]): Square[] {
  const kept: Square[] = [];
  for (const square of squares) if (!kept.some((other) => overlap(square.box, other.box))) kept.push(square);
  return kept;
}

const overlap = (a: Candidate['box'], b: Candidate['box']): boolean =>
  a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
