import type { Point } from './frame.ts';
import { pointOf, type RoadNetwork } from './road-network.ts';

/** Where roads run already, so that a new one neither crosses them nor leaves a node beside another. */
export interface RoadGround {
  /** Whether a line between two nodes keeps clear of the others but for where it meets them at its ends. */
  isFree(line: readonly Point[], ends: { from: number; to?: number }): boolean;
  /** Take note of a link that was added last, and of its nodes. */
  addLast(): void;
  /** How many links a node has. */
  degree(node: number): number;
}

/** Side of the squares that links are looked up by, metres: longer than most links. */
const square = 700;
/** Two roads that leave a node more alike than this (cosine of 45°) are no crossroads but a fork nobody builds. */
const alike = 0.707;
/** How near a new road may come to another that it does not meet, metres. */
const clearance = 45;

export function roadGround(network: RoadNetwork): RoadGround {
  const squares = new Map<string, number[]>();
  const at = new Map<number, number[]>();
  const add = (index: number) => {
    const { line, from, to } = linkAt(network, index);
    for (const node of [from, to]) at.set(node, [...(at.get(node) ?? []), index]);
    for (const key of squaresOf(line)) squares.set(key, [...(squares.get(key) ?? []), index]);
  };
  network.links.forEach((_, index) => add(index));

  /** Direction in which a link leaves a node. */
  const leaving = (index: number, node: number): Point => {
    const { line, from } = linkAt(network, index);
    return from === node ? direction(line[0], line[1]) : direction(line.at(-1), line.at(-2));
  };
  const forks = (line: readonly Point[], node: number) => {
    const start = pointOf(network, node);
    const own = line[0] && near(line[0], start) ? direction(line[0], line[1]) : direction(line.at(-1), line.at(-2));
    return (at.get(node) ?? []).some((index) => {
      const other = leaving(index, node);
      return own[0] * other[0] + own[1] * other[1] > alike;
    });
  };
  return {
    isFree(line, { from, to }) {
      if (forks(line, from) || (to !== undefined && forks(line, to))) return false;
      const beside = new Set(squaresOf(line).flatMap((key) => squares.get(key) ?? []));
      for (const index of beside) {
        const other = linkAt(network, index);
        const met = [from, to].filter((node) => node !== undefined && (node === other.from || node === other.to));
        const meeting = met.map((node) => pointOf(network, node as number));
        if (tooNear(line, other.line, meeting)) return false;
      }
      return true;
    },
    addLast: () => add(network.links.length - 1),
    degree: (node) => at.get(node)?.length ?? 0,
  };
}

function linkAt(network: RoadNetwork, index: number): RoadNetwork['links'][number] {
  const link = network.links[index];
  if (!link) throw new RangeError(`The road network of the example county has no link ${index}.`);
  return link;
}

/** The squares that the box round a line touches, with a margin for the clearance. */
function squaresOf(line: readonly Point[]): string[] {
  const cell = (metres: number) => Math.floor(metres / square);
  const xs = line.map(([x]) => x);
  const ys = line.map(([, y]) => y);
  const keys: string[] = [];
  for (let i = cell(Math.min(...xs) - clearance); i <= cell(Math.max(...xs) + clearance); i++)
    for (let j = cell(Math.min(...ys) - clearance); j <= cell(Math.max(...ys) + clearance); j++) keys.push(`${i},${j}`);
  return keys;
}

/** Whether lines cross, or come near each other anywhere but round the points where they meet. */
function tooNear(line: readonly Point[], other: readonly Point[], meeting: readonly Point[]): boolean {
  const apart = (point: Point) =>
    !meeting.some((node) => Math.hypot(point[0] - node[0], point[1] - node[1]) < 2 * clearance);
  return (
    sides(line).some(([a, b]) => sides(other).some(([c, d]) => cross(a, b, c, d))) ||
    line.some((point) => apart(point) && sides(other).some(([c, d]) => distance(point, c, d) < clearance)) ||
    other.some((point) => apart(point) && sides(line).some(([a, b]) => distance(point, a, b) < clearance))
  );
}

const sides = (line: readonly Point[]): [Point, Point][] =>
  line.slice(1).flatMap((point, i): [Point, Point][] => {
    const before = line[i];
    return before ? [[before, point]] : [];
  });

const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** Whether two straight lines cross between their ends; lines that only share an end do not. */
const cross = (a: Point, b: Point, c: Point, d: Point) =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

/** Metres from a point to a straight line between two others. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

const near = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(ax - bx, ay - by) < 0.01;

function direction([ax, ay]: Point = [0, 0], [bx, by]: Point = [0, 0]): Point {
  const length = Math.hypot(bx - ax, by - ay) || 1;
  return [(bx - ax) / length, (by - ay) / length];
}
