import type { Place } from '../../services/centrality/graph/road.ts';
import type { Stretch } from '../../services/centrality/graph/stretch.ts';

/** The nearest point of many lines, by trying all whose box is near: short, and nothing like a database. */
export function nearestRoad(lines: readonly (readonly Place[])[], [x, y]: Place, within: number): Stretch[] {
  let best: Stretch | undefined;
  for (const [road, line] of lines.entries()) {
    const [west, south, east, north] = boxOf(line);
    const far = best?.gap_m ?? within;
    if (x < west - far || x > east + far || y < south - far || y > north + far) continue;
    let along = 0;
    let [found, at] = [best?.gap_m ?? within, -1];
    for (const [index, [bx, by]] of line.entries()) {
      const [ax, ay] = line[index - 1] ?? [bx, by];
      const length = Math.hypot(bx - ax, by - ay);
      const reach = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (length * length || 1)));
      const gap = Math.hypot(ax + reach * (bx - ax) - x, ay + reach * (by - ay) - y);
      if (gap < found) [found, at] = [gap, along + reach * length];
      along += length;
    }
    if (at >= 0) best = { road, start: at / along, stop: at / along, gap_m: found };
  }
  return best ? [best] : [];
}

const boxes = new WeakMap<readonly Place[], [number, number, number, number]>();

function boxOf(line: readonly Place[]): [number, number, number, number] {
  const known = boxes.get(line);
  if (known) return known;
  const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)];
  const box: [number, number, number, number] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  boxes.set(line, box);
  return box;
}
