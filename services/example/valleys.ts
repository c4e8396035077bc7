import type { Frame } from './frame.ts';
import { ease, smoothNoise } from './noise.ts';

/**
 * Valleys run side by side up the county; passes cross the ridges between them. All lengths in metres in the frame's
 * axes: valley `k` is a function of `along`, pass `j` a function of `across`.
 */
export interface Valleys {
  /** From valley to valley. */
  spacing: number;
  /** Numbers of the valleys and passes that can reach the county. */
  valleys: number[];
  passes: number[];
  valleyAcross(valley: number, along: number): number;
  passAlong(pass: number, across: number): number;
  /** Half the width of the lake on the valley floor; 0 where the river runs. */
  lakeHalfWidth(valley: number, along: number): number;
  /** The main road keeps to one side of the water. */
  roadAcross(valley: number, along: number): number;
  nearestValley(across: number, along: number): number;
  /** 0 on a valley floor, 1 on a ridge away from the passes. */
  rise(across: number, along: number): number;
}

export function valleysOf(frame: Frame): Valleys {
  const { seed, radius } = frame;
  const spacing = Math.min(16_000, radius);
  const bend = smoothNoise(seed, 'valley-bend');
  const passBend = smoothNoise(seed, 'pass-bend');
  const depth = smoothNoise(seed, 'lake');
  const widest = Math.min(900, 0.06 * spacing);
  const clearance = Math.min(260, 0.05 * spacing);

  const valleyAcross = (valley: number, along: number) =>
    (valley + 0.5) * spacing + 0.2 * spacing * bend(along / (0.7 * spacing), valley * 7.3);
  const passAlong = (pass: number, across: number) =>
    (pass + 0.5) * spacing + 0.18 * spacing * passBend(across / (0.8 * spacing), pass * 5.7);
  const lakeHalfWidth = (valley: number, along: number) => {
    const wave = depth(along / (0.45 * spacing), valley * 3.1 + 0.4);
    return widest * ease((wave - 0.15) / 0.5);
  };
  const leftValley = (across: number, along: number) => {
    let valley = Math.floor(across / spacing - 0.5);
    while (valleyAcross(valley, along) > across) valley--;
    while (valleyAcross(valley + 1, along) <= across) valley++;
    return valley;
  };
  const numbers = Array.from(
    { length: 2 * Math.ceil(radius / spacing) + 4 },
    (_, i) => i - Math.ceil(radius / spacing) - 2,
  );
  const dip = (pass: number, across: number, along: number) =>
    Math.exp(-(((along - passAlong(pass, across)) / (0.17 * spacing)) ** 2));

  return {
    spacing,
    valleys: numbers,
    passes: numbers,
    valleyAcross,
    passAlong,
    lakeHalfWidth,
    roadAcross(valley, along) {
      const side = valley % 2 === 0 ? 1 : -1;
      const sway = 0.3 * clearance * bend(along / (0.15 * spacing), valley * 1.9 + 90);
      return valleyAcross(valley, along) + side * (lakeHalfWidth(valley, along) + clearance + sway);
    },
    nearestValley(across, along) {
      const left = leftValley(across, along);
      const toLeft = across - valleyAcross(left, along);
      return toLeft <= valleyAcross(left + 1, along) - across ? left : left + 1;
    },
    rise(across, along) {
      const left = leftValley(across, along);
      const toLeft = across - valleyAcross(left, along);
      const toRight = valleyAcross(left + 1, along) - across;
      const slope = ease((4 * toLeft * toRight) / (toLeft + toRight) ** 2);
      const pass = Math.floor(along / spacing - 0.5);
      const saddle = dip(pass, across, along) + dip(pass + 1, across, along);
      return slope * (1 - 0.42 * Math.min(1, saddle));
    },
  };
}
