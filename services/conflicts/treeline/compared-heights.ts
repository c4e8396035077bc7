import type { Measuring } from '../measurement/measure.ts';
import { boxOf, isIn, wider, withSurroundings, type Edges } from './edges.ts';
import { heightsOverLine, type Sampled } from './height-over-line.ts';
import { Relief } from './relief.ts';
import type { Shore } from './shores.ts';
import { stretchesOf } from './stretches.ts';

/**
 * Heights are gathered so much farther around the places where they are compared, metres. Where none can be compared so
 * near, they are worked out between contours farther off, which on a map of small scale lie kilometres apart; not between
 * spot heights, for anything may lie between those.
 */
const [near, ...farther] = [500, 2_000, 8_000] as const;

/** Places of a line lie in one stretch when heights are read around all of them anyway, metres apart. */
const gap = 2 * near;

/**
 * How much higher the ground of zones is than a line at its nearest places. A zone halfway between two slopes has its line on
 * both: for each stretch of it heights are gathered by itself, as near as any can be compared.
 * @returns for each zone that has heights to compare; 0 at places where there are none
 * @throws OverlayFailed
 */
export async function compareHeights(
  given: Pick<Measuring, 'session' | 'constraints'>,
  shores: readonly Shore[],
): Promise<Map<Shore, Sampled>> {
  const compared = new Map<Shore, Sampled>();
  let open = shores.flatMap((of) => stretchesOf(of.shore, gap).map((stretch) => ({ of, stretch })));
  for (const margin of [near, ...farther]) {
    if (open.length === 0) break;
    const around = (box: Edges) => wider(withSurroundings(box), margin);
    const relief = await Relief.around(
      given,
      open.flatMap(({ of, stretch }) => [around(boxOf(of.places)), around(stretch)]),
      { withoutSpots: margin > near },
    );
    open = open.filter(({ of, stretch }) => {
      const [ground, line] = [relief.over(around(boxOf(of.places))), relief.over(around(stretch))];
      const sampled = heightsOverLine(of.grid, of.shore, ground, (x, y) => (isIn(stretch, x, y) ? line(x, y) : null));
      if (sampled) compared.set(of, together(compared.get(of), sampled));
      return !sampled;
    });
  }
  return compared;
}

/** Every place has its nearest place in one stretch, and is 0 in all others. */
const together = (known: Sampled | undefined, sampled: Sampled): Sampled =>
  known ? { ...sampled, values: sampled.values.map((value, at) => value + (known.values[at] ?? 0)) } : sampled;
