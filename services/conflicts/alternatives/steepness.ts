import { isAbsent } from '../measurement/constraints.ts';
import type { Edges } from '../treeline/edges.ts';
import { Relief } from '../treeline/relief.ts';
import type { Ground } from './ground.ts';

/** Places along each side of a box where heights are compared. */
const places = 6;
/** Heights are gathered so much farther around, metres. */
const around = 500;

/**
 * How steep the ground in boxes is: its mean rise, metres per metre.
 * @returns null for each whose heights are not known
 */
export async function steepness(
  ground: Pick<Ground, 'session' | 'constraints'>,
  boxes: readonly Edges[],
): Promise<(number | null)[]> {
  if (isAbsent(ground.constraints, 'elevation') || boxes.length === 0) return boxes.map(() => null);
  const wider = ([west, south, east, north]: Edges): Edges => [
    ...([west - around, south - around] as const),
    ...([east + around, north + around] as const),
  ];
  const relief = await Relief.around(ground, boxes.map(wider));
  return boxes.map((box) => {
    const [west, south, east, north] = box;
    const height = relief.over(wider(box));
    const [dx, dy] = [(east - west) / places, (north - south) / places];
    const rises: number[] = [];
    for (let row = 0; row < places; row += 1)
      for (let column = 0; column < places; column += 1) {
        const [x, y] = [west + column * dx, south + row * dy];
        const [here, beside, above] = [height(x, y), height(x + dx, y), height(x, y + dy)];
        if (here !== null && beside !== null && above !== null)
          rises.push(Math.hypot((beside - here) / dx, (above - here) / dy));
      }
    return rises.length === 0 ? null : rises.reduce((sum, rise) => sum + rise, 0) / rises.length;
  });
}
