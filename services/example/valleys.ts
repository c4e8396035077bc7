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
  /** How far up the county the floor below a point is, 0–1: it climbs between the lakes and stands still along them. */
  floorUpwards(across: number, along: number): number;
}

export function valleysOf(frame: Frame): Valleys {
  const { seed, radius, upwards } = frame;
  const spacing = Math.min(16_000, radius);
  const bend = smoothNoise(seed, 'valley-bend');
  const passBend = smoothNoise(seed, 'pass-bend');
  const depth = smoothNoise(seed, 'lake');
  const widest = Math.min(900, 0.06 * spacing);
  const clearance = Math.min(260, 0.05 * spacing);
  // Wider than lakes, which are made of whole cells, lie outside their shape.
  const flatShore = Math.min(320, 0.16 * spacing);

  const valleyAcross = (valley: number, along: number) =>
    (valley + 0.5) * spacing + 0.2 * spacing * bend(along / (0.7 * spacing), valley * 7.3);
  const passAlong = (pass: number, across: number) =>
    (pass + 0.5) * spacing + 0.18 * spacing * passBend(across / (0.8 * spacing), pass * 5.7);
  /** Above 0.15 there is a lake, at 0.65 it is as wide as it can be. */
  const wetness = (valley: number, along: number) => depth(along / (0.45 * spacing), valley * 3.1 + 0.4);
  const lakeHalfWidth = (valley: number, along: number) => widest * ease((wetness(valley, along) - 0.15) / 0.5);
  const floorHalfWidth = (valley: number, along: number) =>
    (widest + flatShore) * ease((wetness(valley, along) + 0.01) / 0.5);
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
  /** Metres from the flat floors of the valleys on both sides; the shores of a lake are part of its floor. */
  const fromFloors = (across: number, along: number) => {
    const left = leftValley(across, along);
    const beyond = (valley: number) => {
      return Math.max(0, Math.abs(across - valleyAcross(valley, along)) - floorHalfWidth(valley, along));
    };
    return { left, toLeft: beyond(left), toRight: beyond(left + 1) };
  };
  const climb = climbOf(numbers, radius, 0.1 * spacing, (valley, along) =>
    [-flatShore, 0, flatShore].some((away) => lakeHalfWidth(valley, along + away) > 0),
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
      const { toLeft, toRight } = fromFloors(across, along);
      const slope = ease((4 * toLeft * toRight) / (toLeft + toRight) ** 2);
      const pass = Math.floor(along / spacing - 0.5);
      const saddle = dip(pass, across, along) + dip(pass + 1, across, along);
      return slope * (1 - 0.42 * Math.min(1, saddle));
    },
    floorUpwards(across, along) {
      const { left, toLeft, toRight } = fromFloors(across, along);
      const weight = ease(toLeft / (toLeft + toRight));
      return upwards(climb(left, along)) * (1 - weight) + upwards(climb(left + 1, along)) * weight;
    },
  };
}

/** Between lakes a floor climbs at most this much faster than it would without any. */
const steepest = 2;

/**
 * Where the floor of a valley would be as high on an even slope: the same along a whole lake, so that the lake is level,
 * and steeper between the lakes, slowly at first.
 * @param levelled half the length of a stretch without a lake before the floor climbs in full, metres
 */
function climbOf(
  valleys: number[],
  radius: number,
  levelled: number,
  isLevel: (valley: number, along: number) => boolean,
): (valley: number, along: number) => number {
  const reach = 1.5 * radius;
  const parts = 3000;
  const step = (2 * reach) / parts;
  const tables = new Map(
    valleys.map((valley) => {
      const away = Float64Array.from({ length: parts + 1 }, (_, part) =>
        isLevel(valley, part * step - reach) ? 0 : Infinity,
      );
      for (let part = 1; part <= parts; part++) away[part] = Math.min(away[part], away[part - 1] + step);
      for (let part = parts - 1; part >= 0; part--) away[part] = Math.min(away[part], away[part + 1] + step);
      const table = new Float64Array(parts + 1);
      for (let part = 1; part <= parts; part++)
        table[part] = table[part - 1] + step * ease(Math.min(away[part], away[part - 1]) / levelled);
      const climbed = table[parts];
      const factor = climbed > 0 ? Math.min(steepest, (2 * reach) / climbed) : 0;
      return [valley, table.map((here) => (here - climbed / 2) * factor)];
    }),
  );
  return (valley, along) => {
    const table = tables.get(valley);
    // Out of the county's reach.
    if (!table) return along;
    const place = Math.min(parts, Math.max(0, (along + reach) / step));
    const part = Math.min(parts - 1, Math.floor(place));
    return table[part] + (place - part) * (table[part + 1] - table[part]);
  };
}
