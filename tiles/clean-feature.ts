import type { LegacyFeature } from 'geojson-vt';

type Ring = [number, number][];

/**
 * A clipped feature without what rounding to whole tile coordinates has made empty: points said twice, lines of one
 * point, rings without area (with their holes). Nothing, when nothing of it is left.
 */
export function cleanFeature(feature: LegacyFeature): LegacyFeature[] {
  if (feature.type === 1) return [feature];
  const lines = feature.geometry.map(withoutRepeats);
  const geometry = feature.type === 2 ? lines.filter((line) => line.length > 1) : withArea(lines);
  return geometry.length > 0 ? [{ ...feature, geometry }] : [];
}

/** Number of vertices of a feature, first and last of a ring both counted. */
export const vertices = (feature: LegacyFeature): number =>
  feature.type === 1 ? feature.geometry.length : feature.geometry.reduce((sum, line) => sum + line.length, 0);

const withoutRepeats = (line: Ring): Ring =>
  line.filter(([x, y], index) => {
    const before = line[index - 1];
    return !before || before[0] !== x || before[1] !== y;
  });

/** Outer rings have positive area in tile coordinates, their holes follow with negative area (MVT 2.1 §4.3.4.4). */
function withArea(rings: Ring[]): Ring[] {
  const whole = rings.map((ring) => ({ ring, area: twiceArea(ring) })).filter(({ area }) => area !== 0);
  const outer = whole.findIndex(({ area }) => area > 0);
  return outer < 0 ? [] : whole.slice(outer).map(({ ring }) => ring);
}

/** Surveyor's formula; y points down. */
function twiceArea(ring: Ring): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}
