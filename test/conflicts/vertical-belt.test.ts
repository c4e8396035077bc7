import { expect } from 'chai';
import type { LineString } from 'geojson';
import { heightsOverLine, landOver, nearestOn } from '../../services/conflicts/height-over-line.ts';
import { terrainOf } from '../../services/conflicts/terrain.ts';
import { eachDatabase } from '../setup/databases.ts';
import { aboveNorthing, cabins, everywhere, feature, rectangle, Stage } from './scene.ts';

const line = 6_700_000;
/** A hillside that rises 1 m per 5 m northwards, 1000 m above the sea at the line. */
const height = (y: number) => 1000 + (y - line) / 5;

const contour = (metres: number): LineString => {
  const y = line + (metres - 1000) * 5;
  return {
    type: 'LineString',
    coordinates: [
      [496_000, y],
      [504_000, y],
    ],
  };
};
const contours = (every: number) =>
  Array.from({ length: 41 }, (_, at) => 600 + at * every).map((metres) =>
    feature(contour(metres), { height_m: metres }),
  );

describe('terrain between points', () => {
  const plane = (x: number, y: number) => 3 + 0.25 * x - 0.5 * y;
  const points = [0, 7, 13, 29, 40].flatMap((x) => [0, 11, 17, 31, 40].map((y) => [6e5 + x, 6.7e6 + y, plane(x, y)]));

  it('is exact on a plane, and unknown outside the points', () => {
    const terrain = terrainOf(points)();
    for (const [x, y] of [
      [1, 1],
      [20, 20],
      [39.5, 3.25],
      [12, 38],
    ] as const)
      expect(terrain(6e5 + x, 6.7e6 + y)).to.be.closeTo(plane(x, y), 1e-9);
    expect(terrain(6e5 - 1, 6.7e6 + 5)).to.equal(null);
  });

  it('is unknown without three points that are not in a row', () => {
    expect(terrainOf([])()(0, 0)).to.equal(null);
    const row = [0, 1, 2].map((at) => [at, at, at]);
    expect(terrainOf(row)()(1, 1)).to.equal(null);
  });
});

describe('height over the line', () => {
  it('finds the nearest place on a line, between its points, within one part only', () => {
    const nearest = nearestOn([
      [
        [0, 0],
        [10, 0],
      ],
      [
        [20, 0],
        [30, 0],
      ],
    ]);
    expect(nearest(4, 3)).to.deep.equal([4, 0]);
    expect(nearest(14, 1)).to.deep.equal([10, 0]);
  });

  it('cuts a plane exactly at the height that is asked for', () => {
    const shore = Array.from({ length: 401 }, (_, at) => [-1000 + at * 5, 0]);
    const sampled = heightsOverLine([0, 0, 100, 100], () => (_, y) => y / 5, [shore]);
    const ys = landOver(sampled, 10)
      .coordinates.flat(2)
      .map(([, y]) => y);
    expect(Math.min(...ys)).to.be.closeTo(50, 1e-9);
  });
});

eachDatabase('uncertainty in height', (given) => {
  const stage = new Stage(given);
  const vertical = { uncertainty_m: 20, uncertainty_axis: 'vertical' };
  const layers = { ...aboveNorthing(line, vertical), elevation: everywhere(contours(20)) };

  it('draws a belt of 20 m in height as the 100 m of hillside that it is, and names the method', async () => {
    expect(height(line + 100)).to.equal(1020);
    const finding = await stage.finding({ layers, zones: [cabins(rectangle(499_950, line - 50, 100, 250))] });
    expect(finding.verdict).to.equal('conflict');
    expect(finding.area_m2).to.be.closeTo(25_000 / 0.9996 ** 2, 1e-2);
    expect(finding.red_area_m2).to.be.closeTo(10_000 / 0.9996 ** 2, 1e-2);
    expect(finding.steps.join(' ')).to.match(/trekanter mellom høydekurver/);
  });

  it('is review inside the belt, above and below the line, and clear below it', async () => {
    const verdicts = [];
    for (const south of [20, -80, -200])
      verdicts.push(
        (await stage.finding({ layers, zones: [cabins(rectangle(499_950, line + south, 60, 60))] })).verdict,
      );
    expect(verdicts).to.deep.equal(['review', 'review', 'clear']);
  });

  it('takes spot heights too', async () => {
    const spots = Array.from({ length: 21 }, (_, at) => [498_000 + at * 200, at] as const).flatMap(([x]) =>
      Array.from({ length: 21 }, (_, at) => line - 2000 + at * 200).map((y) =>
        feature({ type: 'Point', coordinates: [x, y] }, { height_m: height(y) }),
      ),
    );
    const finding = await stage.finding({
      layers: { ...layers, elevation: everywhere(spots) },
      zones: [cabins(rectangle(499_950, line - 50, 100, 250))],
    });
    expect(finding.red_area_m2).to.be.closeTo(10_000 / 0.9996 ** 2, 1e-2);
  });

  it('takes the borders between height bands too', async () => {
    const bands = Array.from({ length: 40 }, (_, at) => 600 + at * 20).map((metres) =>
      feature(rectangle(496_000, line + (metres - 1000) * 5, 8000, 100), {
        height_m: metres,
        height_max_m: metres + 20,
      }),
    );
    const finding = await stage.finding({
      layers: { ...layers, elevation: everywhere(bands) },
      zones: [cabins(rectangle(499_950, line - 50, 100, 250))],
    });
    expect(finding.red_area_m2).to.be.closeTo(10_000 / 0.9996 ** 2, 1e-2);
  });

  it('is at most review without heights near the zone', async () => {
    const far = everywhere([feature({ type: 'Point', coordinates: [590_000, line] }, { height_m: 5 })]);
    const zones = [cabins(rectangle(499_950, line + 300, 100, 100))];
    const finding = await stage.finding({ layers: { ...layers, elevation: far }, zones });
    expect(finding.verdict).to.equal('review');
  });

  it('is red far above the line, where no belt reaches', async () => {
    const zones = [cabins(rectangle(499_950, line + 1500, 100, 100))];
    expect((await stage.finding({ layers, zones })).verdict).to.equal('conflict');
  });
});
