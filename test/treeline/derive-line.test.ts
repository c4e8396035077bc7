import { expect } from 'chai';
import type { MultiPolygon } from 'geojson';
import { deriveLine } from '../../services/treeline/derive-line.ts';
import type { Sample } from '../../services/treeline/sample.ts';

const step = 100;
const drawing = { step, window: 10_000, contours: 20 };

/** A square of so many places each way around the origin. */
function land(
  half: number,
  heightAt: (x: number, y: number) => number,
  forestTo: (x: number, y: number) => number,
  around: [number, number] = [0, 0],
): Sample {
  const columns: number[] = [];
  const rows: number[] = [];
  for (let column = -half; column <= half; column += 1)
    for (let row = -half; row <= half; row += 1) {
      columns.push(column + around[0] / step);
      rows.push(row + around[1] / step);
    }
  const place = (at: number): [number, number] => [(columns[at] ?? 0) * step, (rows[at] ?? 0) * step];
  const height = Float32Array.from(columns, (_, at) => heightAt(...place(at)));
  return {
    ...{ number: '1', name: 'Fjell', height, known: 1 },
    columns: Int32Array.from(columns),
    rows: Int32Array.from(rows),
    forest: Uint8Array.from(height, (metres, at) => Number(metres < forestTo(...place(at)))),
  };
}

/** A mountain that rises 1 in 10 to 1500 m: 1000 m lies 5 km from its top. */
const cone = (x: number, y: number) => 1500 - Math.hypot(x, y) / 10;

/** Planar m² of polygons, by the shoelace. */
const planar = ({ coordinates }: MultiPolygon): number =>
  coordinates
    .flat()
    .reduce(
      (sum, ring) =>
        sum +
        ring
          .slice(1)
          .reduce((own, [x = 0, y = 0], at) => own + ((ring[at]?.[0] ?? 0) * y - x * (ring[at]?.[1] ?? 0)) / 2, 0),
      0,
    );

describe('a treeline of forest and heights', () => {
  it('is the height up to which forest grows, and the land above it', () => {
    const line = deriveLine([land(120, cone, () => 1000)], drawing);
    expect(line?.surface(0, 5000)).to.be.within(985, 1000);
    expect(line?.heights[0]?.height).to.be.within(985, 1000);
    expect(line?.uncertainty).to.be.within(10, 30);
    const radius = Math.sqrt(Math.abs(planar(line?.above ?? { type: 'MultiPolygon', coordinates: [] })) / Math.PI);
    expect(radius).to.be.within(5000, 5200);
  });

  it('rises from one mountain to another', () => {
    const far = 40_000;
    const two = (x: number, y: number) => Math.max(cone(x, y), cone(x - far, y));
    const forest = (x: number) => (x < far / 2 ? 900 : 1100);
    const line = deriveLine([land(120, two, forest), land(120, two, forest, [far, 0])], drawing);
    expect(line?.surface(0, 0)).to.be.within(880, 920);
    expect(line?.surface(far, 0)).to.be.within(1080, 1110);
    expect(line?.surface(far / 2, 0)).to.be.within(920, 1080);
  });

  it('is unknown where forest reaches every top, whatever lakes and towns there are', () => {
    const hills = land(
      60,
      (x, y) => 400 + 100 * Math.sin(x / 1500) * Math.cos(y / 1500),
      () => 2000,
    );
    for (let at = 0; at < hills.forest.length; at += 7) hills.forest[at] = 0;
    expect(deriveLine([hills], drawing)).to.equal(null);
  });

  it('leaves ground of unknown height out of the land above', () => {
    const half = land(
      120,
      (x, y) => (x > 0 ? NaN : cone(x, y)),
      () => 1000,
    );
    const line = deriveLine([half], drawing);
    const easts = line?.above.coordinates.flat(2).map(([x = 0]) => x) ?? [];
    expect(Math.max(...easts)).to.be.below(3 * step);
  });
});
