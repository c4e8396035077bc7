import { hashText, mix } from './random.ts';

/**
 * A smooth random surface: values from −1 to 1, one hill or hollow about every 2 units, first derivative continuous.
 * @param seed the county's seed; @param name what the surface is for: each name has its own
 */
export function smoothNoise(seed: number, name: string): (x: number, y: number) => number {
  const salt = hashText(`${seed}:${name}`);
  const corner = (i: number, j: number) =>
    mix(Math.imul(i, 0x9e3779b1) ^ Math.imul(j, 0x7feb352d) ^ salt) / 2147483648 - 1;
  return (x, y) => {
    const i = Math.floor(x);
    const j = Math.floor(y);
    const u = ease(x - i);
    const v = ease(y - j);
    const low = corner(i, j) * (1 - u) + corner(i + 1, j) * u;
    const high = corner(i, j + 1) * (1 - u) + corner(i + 1, j + 1) * u;
    return low * (1 - v) + high * v;
  };
}

/** 0 to 1 with flat ends. */
export function ease(t: number): number {
  const inside = Math.min(1, Math.max(0, t));
  return inside * inside * (3 - 2 * inside);
}
