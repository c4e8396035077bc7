import { Delaunay } from 'd3-delaunay';
import type { Position } from './star.ts';

/** Pseudo-random numbers in 0–1 that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A coverage: `count` cells that fill a square, the edge between two cells bent the same way in both, so that they meet
 * exactly. One ring per cell, in centimetres' precision.
 */
export function bentCells(options: { count: number; corner: Position; side: number; seed?: number }): Position[][] {
  const { count, corner, side, seed = 1 } = options;
  const random = numbers(seed);
  const [west, south] = corner;
  const sites = Array.from({ length: count }, (): Position => [west + random() * side, south + random() * side]);
  const cells = Delaunay.from(sites).voronoi([west, south, west + side, south + side]);
  const onSquare = ([x, y]: Position) => [x === west, y === south, x === west + side, y === south + side];
  const alongSquare = (a: Position, b: Position) => onSquare(a).some((on, index) => on && onSquare(b)[index]);
  return Array.from(cells.cellPolygons(), (cell) => {
    const corners = cell.map(([x, y]): Position => [rounded(x), rounded(y)]);
    return corners.reduce<Position[]>((ring, corner, index) => {
      const before = corners[index - 1];
      if (!before) return [corner];
      if (before[0] === corner[0] && before[1] === corner[1]) return ring;
      return [...ring, ...(alongSquare(before, corner) ? [corner] : bent(before, corner, 3))];
    }, []);
  });
}

const rounded = (metres: number): number => Math.round(metres * 100) / 100;

/** The vertices of a bent edge after its first: told by its two ends alone, in whichever order they come. */
function bent(from: Position, to: Position, depth: number): Position[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (depth === 0 || length < 4) return [to];
  const swapped = from[0] > to[0] || (from[0] === to[0] && from[1] > to[1]);
  const [a, b] = swapped ? [to, from] : [from, to];
  const aside = 0.04 * Math.sin(a[0] * 12.9898 + a[1] * 78.233 + depth);
  const middle: Position = [
    rounded((a[0] + b[0]) / 2 - (b[1] - a[1]) * aside),
    rounded((a[1] + b[1]) / 2 + (b[0] - a[0]) * aside),
  ];
  return [...bent(from, middle, depth - 1), ...bent(middle, to, depth - 1)];
}
