import type { ForestLimit } from './forest-limit.ts';

/**
 * The treeline as a surface of heights: the limits around a place, the near ones weighing most; smooth over a window.
 * @param window metres
 * @returns the height of the line at a place
 */
export function lineSurface(limits: readonly ForestLimit[], window: number): (x: number, y: number) => number {
  const smoothing = (window / 2) ** 2;
  return (x, y) => {
    let [sum, weights] = [0, 0];
    for (const limit of limits) {
      const weight = ((x - limit.x) ** 2 + (y - limit.y) ** 2 + smoothing) ** -2;
      sum += weight * limit.height;
      weights += weight;
    }
    return sum / weights;
  };
}

/**
 * How far off the line may be in height: nine tenths of the limits lie nearer to the surface, and a height between two
 * contours is known to half of what is between them; the two are independent.
 * @param step metres between contours
 */
export function uncertaintyOf(
  limits: readonly ForestLimit[],
  surface: (x: number, y: number) => number,
  step: number,
): number {
  const misses = limits.map(({ x, y, height }) => Math.abs(height - surface(x, y))).sort((a, b) => a - b);
  const most = misses[Math.ceil(misses.length * 0.9) - 1] ?? 0;
  return Math.ceil(Math.hypot(most, step / 2) / 10) * 10;
}
