import type { Polygon, Position } from 'geojson';
import type { Point } from './frame.ts';
import type { Random } from './random.ts';

/** Centimetres, for what is drawn by hand. */
export const toCentimetre = (metres: number): number => Math.round(metres * 100) / 100;

/** A rounded area with an uneven outline, seen from its middle: a ray from there meets the outline once. */
export interface Blob {
  at: Point;
  /** Mean distance to the outline, metres. */
  radius: number;
  /** Length divided by width, and the direction of the length. */
  stretch: number;
  turn: number;
  /** Height and phase of each wave of the outline. */
  waves: { height: number; phase: number }[];
}

export function blob(random: Random, at: Point, radius: number, stretch = random.between(1, 1.6)): Blob {
  const waves = [2, 3, 4, 5].map((wave) => ({
    height: random.between(0, 0.34 / wave),
    phase: random.between(0, 6.28),
  }));
  return { at, radius, stretch, turn: random.between(0, Math.PI), waves };
}

/** @param grow 1 for the outline itself, 1.1 for one that lies a tenth farther out all round */
export function blobPolygon({ at, radius, stretch, turn, waves }: Blob, grow = 1, corners = 28): Polygon {
  const ring: Position[] = [];
  const long = Math.sqrt(stretch);
  for (let corner = 0; corner < corners; corner++) {
    const angle = (corner * 2 * Math.PI) / corners;
    const wave = waves.reduce((sum, { height, phase }, i) => sum + height * Math.cos((i + 2) * angle + phase), 1);
    const length = grow * radius * wave;
    ring.push(turned(at, length * long * Math.cos(angle), (length / long) * Math.sin(angle), turn));
  }
  return closed(ring);
}

/** A rectangle with its middle at `at`, its width along `turn`. */
export function rectangle(at: Point, width: number, depth: number, turn: number): Polygon {
  return closed(
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ].map(([i = 0, j = 0]) => turned(at, (i * width) / 2, (j * depth) / 2, turn)),
  );
}

/** Both sides of a gently bending line. */
export function band(line: Point[], halfWidth: number): Polygon {
  const side = (sign: number) =>
    line.map(([x, y], i): Position => {
      const [ax, ay] = line[Math.max(0, i - 1)] ?? [x, y];
      const [bx, by] = line[Math.min(line.length - 1, i + 1)] ?? [x, y];
      const length = Math.hypot(bx - ax, by - ay);
      const out = (sign * halfWidth) / length;
      return [toCentimetre(x - out * (by - ay)), toCentimetre(y + out * (bx - ax))];
    });
  return closed([...side(-1), ...side(1).reverse()]);
}

/** The point `u` along and `v` across a direction from `at`. */
export function turned(at: Point, u: number, v: number, turn: number): Position {
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  return [toCentimetre(at[0] + u * cos - v * sin), toCentimetre(at[1] + u * sin + v * cos)];
}

/** A polygon of one ring; the first corner is repeated at the end. */
export function closed(ring: Position[]): Polygon {
  return { type: 'Polygon', coordinates: [[...ring, [...(ring[0] ?? [])]]] };
}
