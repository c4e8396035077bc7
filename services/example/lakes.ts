import type { Frame, Point } from './frame.ts';
import type { Terrain } from './terrain.ts';

interface Waters {
  frame: Frame;
  terrain: Terrain;
}

/** Whether a point lies on a lake. */
export function onLake({ frame, terrain: { valleys } }: Waters, x: number, y: number): boolean {
  const [across, along] = frame.toLocal(x, y);
  const valley = valleys.nearestValley(across, along);
  return Math.abs(across - valleys.valleyAcross(valley, along)) < valleys.lakeHalfWidth(valley, along);
}

/** Whether a straight road would lie on a lake at one of the quarters of its way. */
export function crossesLake(waters: Waters, a: Point, b: Point): boolean {
  return [0.25, 0.5, 0.75, 1].some((share) =>
    onLake(waters, a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])),
  );
}
