/** Places of a map: coordinates in metres, height above the sea (NaN where unknown), and whether forest grows there. */
export interface Places {
  x: Float64Array;
  y: Float64Array;
  height: Float32Array;
  forest: Uint8Array;
}

/** How high the forest goes in one window. */
export interface ForestLimit {
  /** Middle of the window. */
  x: number;
  y: number;
  height: number;
}

/** Forest that a window must hold, places: the highest of fewer are chance. */
const leastForest = 30;
/** Part of the forest that may stand higher than the limit: single stands, and errors of the map. */
const strays = 0.02;
/**
 * Ground without forest that must lie at least so far above: metres, part of the window's places, places. Else the forest
 * ends at the hilltops, or at a town on a hill, and not at its limit.
 */
const leastAbove = { metres: 50, share: 0.03, places: 10 };

/**
 * The upper limit of forest, window by window: the height that all but the highest strays of the forest stay below.
 * Windows lie half a window apart; those whose forest reaches the tops say nothing and are left out.
 * @param window width in metres
 */
export function forestLimits({ x, y, height, forest }: Places, window: number): ForestLimit[] {
  const half = window / 2;
  const windows = new Map<string, { column: number; row: number; forest: number[]; open: number[] }>();
  for (let at = 0; at < x.length; at += 1) {
    const metres = height[at] ?? NaN;
    if (Number.isNaN(metres)) continue;
    const [column, row] = [Math.floor((x[at] ?? 0) / half), Math.floor((y[at] ?? 0) / half)];
    // Each place lies in four windows.
    for (const [c, r] of [
      [column, row],
      [column - 1, row],
      [column, row - 1],
      [column - 1, row - 1],
    ] as const) {
      // prettier-ignore
      const key = `${c}/${r}`;
      const own = windows.get(key) ?? { column: c, row: r, forest: [], open: [] };
      (forest[at] ? own.forest : own.open).push(metres);
      windows.set(key, own);
    }
  }
  return [...windows.values()].flatMap(({ column, row, forest: trees, open }) => {
    if (trees.length < leastForest) return [];
    trees.sort((a, b) => a - b);
    const limit = trees[Math.ceil(trees.length * (1 - strays)) - 1] ?? NaN;
    const higher = open.filter((metres) => metres >= limit + leastAbove.metres).length;
    if (higher < Math.max(leastAbove.places, leastAbove.share * (open.length + trees.length))) return [];
    return [{ x: (column + 1) * half, y: (row + 1) * half, height: limit }];
  });
}
