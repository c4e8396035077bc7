import { expect } from 'chai';
import type { LineString } from 'geojson';
import {
  gridOver,
  heightsOverLine,
  landOver,
  nearestOn,
  placesOf,
  type Sampled,
} from '../../services/conflicts/treeline/height-over-line.ts';
import { isIn } from '../../services/conflicts/treeline/edges.ts';
import { reachesFor } from '../../services/conflicts/treeline/shores.ts';
import { stretchesOf } from '../../services/conflicts/treeline/stretches.ts';
import { checkPlan } from '../../services/conflicts/check.ts';
import type { Database } from '../../services/database/database.ts';
import { terrainOf } from '../../services/conflicts/treeline/terrain.ts';
import { randomStream } from '../../services/example/random.ts';
import { eachDatabase } from '../setup/databases.ts';
import { above, aboveNorthing, cabins, everywhere, feature, rectangle, Stage } from './scene.ts';

const line = 6_700_000;
const vertical = { uncertainty_m: 20, uncertainty_axis: 'vertical' };
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
  const points = Float64Array.from(
    [0, 7, 13, 29, 40].flatMap((x) => [0, 11, 17, 31, 40].flatMap((y) => [6e5 + x, 6.7e6 + y, plane(x, y)])),
  );

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
    expect(terrainOf(new Float64Array())()(0, 0)).to.equal(null);
    const row = Float64Array.from([0, 1, 2].flatMap((at) => [at, at, at]));
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
    const grid = gridOver([0, 0, 100, 100]);
    const nearest = placesOf(grid).map(([x, y]) => nearestOn([shore])(x, y));
    const sampled = heightsOverLine(
      grid,
      nearest,
      (_, y) => y / 5,
      (_, y) => y / 5,
    ) as Sampled;
    const ys = landOver(sampled, 10)
      .coordinates.flat(2)
      .map(([, y]) => y);
    expect(Math.min(...ys)).to.be.closeTo(50, 1e-9);
  });
});

describe('how far a line is looked for', () => {
  it('is from near to far, from a little beyond what it is off at least, to a stated end', () => {
    expect(reachesFor(0)).to.deep.equal([1000, 4000, 16_000, 64_000, 256_000]);
    expect(reachesFor(20_000)).to.deep.equal([29_000, 116_000, 256_000]);
    for (const away of [999, 1000, 5000, 70_000, 204_000, 256_000]) {
      const reaches = reachesFor(away);
      expect(Math.max(...reaches)).to.equal(256_000);
      expect(reaches[0]).to.be.greaterThan(away - 1);
    }
    expect(reachesFor(256_001)).to.deep.equal([]);
    expect(reachesFor(Infinity)).to.deep.equal([]);
  });
});

describe('stretches of a line', () => {
  it('are one box where places lie near each other, and boxes apart where they do not', () => {
    const near = Array.from({ length: 20 }, (_, at) => [at * 90, 0]);
    const far = near.map(([x = 0]) => [x, 5000]);
    const bridge = Array.from({ length: 60 }, (_, at) => [900, at * 90]);
    expect(stretchesOf(near, 100)).to.deep.equal([[0, 0, 1710, 0]]);
    expect(stretchesOf([...near, ...far], 100)).to.deep.equal([
      [0, 0, 1710, 0],
      [0, 5000, 1710, 5000],
    ]);
    expect(stretchesOf([...near, ...far, ...bridge], 100)).to.deep.equal([[0, 0, 1710, 5310]]);
  });

  it('hold every place in exactly one box, in whatever order the places come', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const stream = randomStream(seed, 'stretches');
      const places = Array.from({ length: 60 }, () => [stream.between(0, 9000), stream.between(0, 9000)]);
      const boxes = stretchesOf(places, 400);
      for (const [x = 0, y = 0] of places) expect(boxes.filter((box) => isIn(box, x, y))).to.have.length(1);
      const byEdges = (all: typeof boxes) => all.map(String).sort();
      expect(byEdges(stretchesOf([...places].reverse(), 400))).to.deep.equal(byEdges(boxes));
    }
  });
});

eachDatabase('uncertainty in height', (given) => {
  const stage = new Stage(given);
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

  it('does not fail where the belt begins along a crest: a contour without width', async () => {
    const [crest, side] = [500_025, 12.5];
    const heightOf = (x: number, y: number) => {
      if (y <= line + 50 || (y < line + 150 && x <= 500_050)) return 1000;
      if (y >= line + 150 && x >= 500_075) return 1100;
      return x === crest ? 980 : 950;
    };
    const spots = Array.from({ length: 25 * 29 }, (_, at) => [
      499_900 + (at % 25) * side,
      line - 50 + Math.floor(at / 25) * side,
    ]).map(([x = 0, y = 0]) => feature({ type: 'Point', coordinates: [x, y] }, { height_m: heightOf(x, y) }));
    const finding = await stage.finding({
      layers: { ...layers, elevation: everywhere(spots) },
      zones: [cabins(rectangle(500_000, line + 100, 100, 100))],
    });
    expect(finding.verdict).to.equal('conflict');
    expect(finding.red_area_m2).to.be.lessThan(finding.area_m2 ?? 0);
  });

  const onBothSides = everywhere(
    [480_000, 510_100].map((x) =>
      feature(rectangle(x, line - 9000, 10_000, 18_000), { definition: 'empirical', source: 'S', ...vertical }),
    ),
  );

  it('reads heights near a zone and near the slopes on both sides of it, not between them', async () => {
    const shores = [490_000, 500_050, 510_100].flatMap((x) =>
      [-600, -200, 200, 600].map((across) =>
        feature(
          {
            type: 'LineString',
            coordinates: [
              [x + across, line - 3000],
              [x + across, line + 3000],
            ],
          },
          { height_m: x === 500_050 ? 500 : 1000 },
        ),
      ),
    );
    const cells = new Set<string>();
    const database: Database = {
      ...stage.database,
      rows: (statement, parameters) => {
        if (statement.name === 'conflicts/elevation-in-cells') {
          const { columns, rows } = parameters as { columns: number[]; rows: number[] };
          for (const [at, column] of columns.entries()) cells.add(`${column} ${rows[at]}`);
        }
        return stage.database.rows(statement, parameters);
      },
    };
    const request = await stage.request({
      layers: {
        treeline: onBothSides,
        elevation: everywhere(shores),
      },
      zones: [cabins(rectangle(500_000, line, 100, 100))],
    });
    const { findings } = await checkPlan(database, { ...request, rules: ['treeline'] });
    expect(findings.features[0]?.properties.verdict).to.equal('clear');
    const columns = new Set([...cells].map((cell) => Number(cell.split(' ')[0])));
    expect([...columns].filter((column) => column > 246 && column < 249)).to.deep.equal([]);
    expect([...columns].filter((column) => column > 251 && column < 254)).to.deep.equal([]);
    expect(columns.has(244) && columns.has(250) && columns.has(255), 'both slopes and the zone').to.equal(true);
  });

  it('compares with each slope by heights as near to it as they are known: far ones do not stand for near ones', async () => {
    const spots = (west: number, height_m: number) =>
      Array.from({ length: 49 }, (_, at) => [west + (at % 7) * 100, line - 250 + Math.floor(at / 7) * 100]).map(
        ([x = 0, y = 0]) => feature({ type: 'Point', coordinates: [x, y] }, { height_m }),
      );
    const far = [
      [483_000, 1000],
      [493_500, 700],
      [506_500, 700],
      [517_000, 1000],
    ].map(([x = 0, height_m]) =>
      feature(
        {
          type: 'LineString',
          coordinates: [
            [x, line - 20_000],
            [x, line + 20_000],
          ],
        },
        { height_m },
      ),
    );
    const finding = await stage.finding({
      layers: {
        treeline: onBothSides,
        elevation: everywhere([...spots(499_750, 1005), ...spots(489_700, 1000), ...far]),
      },
      zones: [cabins(rectangle(500_000, line, 100, 100))],
    });
    // The western half is as high as the line there; the eastern one is known from far contours alone, and is below.
    expect(finding.verdict).to.equal('review');
    expect(finding.area_m2).to.be.within(4000, 6000);
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

  it('is red far above the line where the ground is higher than the uncertainty', async () => {
    const zones = [cabins(rectangle(499_950, line + 1500, 100, 100))];
    expect((await stage.finding({ layers, zones })).verdict).to.equal('conflict');
  });
});

/**
 * Up from the line to 1200 m and down again to a shelf at 1010 m, 3 km behind it; down from the line to 800 m and up
 * again to a shelf at 990 m, 3 km before it. Both shelves rise 1 m per 10 m northwards.
 */
const shelves = (y: number): number => {
  const north = y - line;
  if (north >= 3000) return 1010 + (north - 3000) / 10;
  if (north >= 1000) return 1200 - ((north - 1000) * 190) / 2000;
  if (north >= -1000) return 1000 + north / 5;
  if (north >= -3000) return 800 + ((-1000 - north) * 190) / 2000;
  return 990 + (north + 3000) / 10;
};
const spotsFrom = (south: number, rows: number, heightAt: (y: number) => number) =>
  Array.from({ length: 11 }, (_, at) => 499_000 + at * 200).flatMap((x) =>
    Array.from({ length: rows }, (_, at) => line + south + at * 100).map((y) =>
      feature({ type: 'Point', coordinates: [x, y] }, { height_m: heightAt(y) }),
    ),
  );

eachDatabase('uncertainty in height, kilometres from the line', (given) => {
  const stage = new Stage(given);
  const treeline = aboveNorthing(line, vertical);
  const layers = { ...treeline, elevation: everywhere(spotsFrom(-4500, 91, shelves)) };
  const zone = (south: number, height = 200) => [cabins(rectangle(499_950, line + south, 100, height))];
  const onMap = (area: number) => area / 0.9996 ** 2;

  it('is a belt above the line: of a zone astride 1020 m only the land over it is certain', async () => {
    expect(shelves(line + 3100)).to.equal(1020);
    const finding = await stage.finding({ layers, zones: zone(3050) });
    expect(finding.verdict).to.equal('conflict');
    expect(finding.area_m2).to.be.closeTo(onMap(20_000), 1e-2);
    expect(finding.red_area_m2).to.be.closeTo(onMap(15_000), 1e-2);
    const inside = await stage.finding({ layers, zones: zone(3010, 80) });
    expect(inside).to.include({ verdict: 'review', red_area_m2: 0 });
  });

  it('is a belt below the line: of a zone astride 980 m the land over it is for review', async () => {
    expect(shelves(line - 3100)).to.equal(980);
    const finding = await stage.finding({ layers, zones: zone(-3250) });
    expect(finding).to.include({ verdict: 'review', red_area_m2: 0, touching: false });
    expect(finding.area_m2).to.be.closeTo(onMap(5000), 1e-2);
    expect(finding.constraints.map(({ layer }) => layer)).to.deep.equal(['treeline']);
    expect((await stage.finding({ layers, zones: zone(-4000) })).verdict).to.equal('clear');
    expect((await stage.finding({ layers, zones: zone(-1100) })).verdict).to.equal('clear');
  });

  it('has no limit: 30 km off, at the height of the line, is for review', async () => {
    const spots = [...spotsFrom(-1000, 21, shelves), ...spotsFrom(-31_000, 21, () => 990)];
    const finding = await stage.finding({
      layers: { ...treeline, elevation: everywhere(spots) },
      zones: zone(-30_000),
    });
    expect(finding.verdict).to.equal('review');
    expect(finding.area_m2).to.be.closeTo(onMap(20_000), 1e-2);
    expect(finding.distance_m).to.equal(null);
  });

  it('judges each of several zones by its own distance, in one check', async () => {
    const zones = [3050, 3010, -3090, -1100, 50].flatMap((south) => zone(south, 80));
    const verdicts = (await stage.findings({ layers, zones })).map(({ verdict }) => verdict);
    expect(verdicts).to.deep.equal(['conflict', 'review', 'review', 'clear', 'conflict']);
  });

  it('knows no belt where the heights of the line are unknown: at most review above, and it is said below', async () => {
    const elevation = everywhere(spotsFrom(-4500, 21, shelves).concat(spotsFrom(2600, 21, shelves)));
    const [above, below] = await stage.findings({
      layers: { ...treeline, elevation },
      zones: [...zone(3050), ...zone(-3250)],
    });
    expect(above).to.include({ verdict: 'review', red_area_m2: 0 });
    expect(below?.verdict).to.equal('clear');
    expect(below?.steps.join(' ')).to.match(/beltet kan ikke tegnes/);
  });

  it('is worked out between contours that lie kilometres apart', async () => {
    // 800 m 6.1 km before the line and 1044 m 6.1 km behind it: 20 m per kilometre, 922 m at the line.
    const elevation = everywhere(
      [-6100, 6100].map((north, at) =>
        feature(
          { type: 'LineString', coordinates: [480_000, 520_000].map((east) => [east, line + north]) },
          { height_m: 800 + 244 * at },
        ),
      ),
    );
    const [belt, above, below] = await stage.findings({
      layers: { ...treeline, elevation },
      zones: [...zone(-900), ...zone(1100), ...zone(-1300)],
    });
    expect(belt).to.include({ verdict: 'review', red_area_m2: 0 });
    expect(above).to.include({ verdict: 'conflict' });
    expect(below).to.include({ verdict: 'clear' });
  });

  it('is at most review where all land that was looked at lies above: the height of the line is unknown', async () => {
    const all = everywhere([above(rectangle(400_000, 6_600_000, 200_000, 200_000), vertical)]);
    const finding = await stage.finding({ layers: { ...layers, treeline: all }, zones: zone(50, 100) });
    expect(finding).to.include({ verdict: 'review', red_area_m2: 0 });
  });
});
