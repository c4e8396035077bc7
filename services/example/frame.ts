import { smoothNoise } from './noise.ts';

/** East and north in metres, EPSG:25832. */
export type Point = [number, number];

/** Where the county lies and how far it reaches. Its own axes: `across` the valleys and `along` them, upwards. */
export interface Frame {
  seed: number;
  scale: number;
  /** Half the width of the county, metres. */
  radius: number;
  /** Metres across and along the valleys, from the county's centre. */
  toLocal(this: void, x: number, y: number): Point;
  toMap(this: void, across: number, along: number): Point;
  /** 0 in the centre, below 1 inside the county, above 1 outside. */
  reach(this: void, x: number, y: number): number;
  /** 0 at the lower end of the county, 1 at the upper. */
  upwards(this: void, along: number): number;
}

/** Buskerud: 14 700 km², 18 municipalities. */
const areaAtScale1 = 14_700e6;
const centre: Point = [540_000, 6_700_000];
/** The valleys come down from the north-west. */
const east = Math.cos(Math.PI / 6);
const north = Math.sin(Math.PI / 6);
/** Area of |x|⁴ + |y|⁴ ≤ 1. */
const squircleArea = 3.708149354602744;

/**
 * @param scale 1 is about the size of Buskerud; area and counts are proportional to it
 * @throws RangeError outside 0.001–10: a smaller county has no room for a plan, a larger one leaves UTM zone 32
 */
export function countyFrame(seed: number, scale: number): Frame {
  if (!(scale >= 0.001 && scale <= 10))
    throw new RangeError(`The example county can be made at scale 0.001 to 10 (1 is about Buskerud), not ${scale}.`);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`The seed must be a whole number, not ${seed}.`);
  const radius = Math.sqrt((areaAtScale1 * scale) / squircleArea);
  const coast = smoothNoise(seed, 'outline');
  const toLocal = (x: number, y: number): Point => {
    const dx = x - centre[0];
    const dy = y - centre[1];
    return [dx * east + dy * north, dy * east - dx * north];
  };
  return {
    seed,
    scale,
    radius,
    toLocal,
    toMap: (across, along) => [centre[0] + across * east - along * north, centre[1] + across * north + along * east],
    reach(x, y) {
      const [across, along] = toLocal(x, y);
      const wave = 0.07 * coast((2 * across) / radius, (2 * along) / radius);
      return Math.sqrt(Math.hypot(across ** 2, along ** 2)) / (radius * (1 + wave));
    },
    upwards: (along) => Math.min(1, Math.max(0, 0.5 + along / (2 * radius))),
  };
}
