import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import { turned } from './shapes.ts';

/** The point of the treeline straight uphill or downhill of a place, and the direction uphill there. */
export function onTreeline({ terrain }: Pick<Land, 'terrain'>, [startX, startY]: Point): { at: Point; uphill: number } {
  const above = (x: number, y: number) => terrain.height(x, y) - terrain.empiricalTreeline(x, y);
  let x = startX;
  let y = startY;
  let uphill = 0;
  for (let step = 0; step < 8; step++) {
    const slopeX = (above(x + 20, y) - above(x - 20, y)) / 40;
    const slopeY = (above(x, y + 20) - above(x, y - 20)) / 40;
    const slope = Math.hypot(slopeX, slopeY);
    uphill = Math.atan2(slopeY, slopeX);
    // Newton's method along the steepest way, in steps short enough for rough ground.
    const move = Math.max(-150, Math.min(150, -above(x, y) / Math.max(slope, 0.01)));
    x += move * Math.cos(uphill);
    y += move * Math.sin(uphill);
  }
  return { at: [x, y], uphill };
}

/** Whether the ground falls away on one side of the treeline near a place and rises on the other, for some 300 metres. */
export function crossesTreeline(land: Pick<Land, 'terrain'>, near: Point): boolean {
  const { terrain } = land;
  const { at, uphill } = onTreeline(land, near);
  const above = (up: number, side: number) => {
    const [x = 0, y = 0] = turned(at, up, side, uphill);
    return terrain.height(x, y) - terrain.empiricalTreeline(x, y);
  };
  const sides = [-150, -75, 0, 75, 150];
  return (
    Math.hypot(at[0] - near[0], at[1] - near[1]) < 600 &&
    sides.every((side) => [-310, -250, -180].every((up) => above(up, side) < -4)) &&
    sides.every((side) => [80, 140, 200].every((up) => above(up, side) > 4))
  );
}
