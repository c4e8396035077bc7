import { expect } from 'chai';
import type { Geometry } from 'geojson';
import { loadDataset } from '../../services/imports/load.ts';
import { explainReason } from '../../services/imports/format-report.ts';
import type { Fault, Reason } from '../../services/imports/reasons.ts';
import { eachDatabase } from '../setup/databases.ts';
import { ask } from './rows.ts';
import { feature, features, origin, polygon, square, squareRing } from './shapes.ts';

const [x, y] = origin;

/** What is wrong, and the reason it must be rejected for. */
const broken: [what: string, geometry: Geometry | null, reason: Reason, fault?: Fault][] = [
  ['null geometry', null, 'no-geometry'],
  ['no coordinates', { type: 'Polygon', coordinates: [] }, 'empty-geometry'],
  ['a point among polygons', { type: 'Point', coordinates: [x, y] }, 'wrong-type'],
  ['a collection', { type: 'GeometryCollection', geometries: [square(0, 0, 10)] }, 'wrong-type'],
  ['an invented type', { type: 'Hexagon', coordinates: [] } as unknown as Geometry, 'wrong-type'],
  ['NaN', polygon([[x, NaN], ...squareRing(0, 0, 10)]), 'not-finite'],
  ['infinity', polygon([...squareRing(0, 0, 10), [Infinity, y]]), 'not-finite'],
  ['text for a number', polygon([['520000', y] as unknown as [number, number], ...squareRing(0, 0, 10)]), 'not-finite'],
  ['coordinates that are no lists', { type: 'Polygon', coordinates: 7 } as unknown as Geometry, 'unreadable'],
  ['a ring that is a number', { type: 'Polygon', coordinates: [7] } as unknown as Geometry, 'unreadable'],
  ['an open ring', polygon(squareRing(0, 0, 10).slice(0, 4)), 'ring-open'],
  ['a ring open by 2 cm', polygon([...squareRing(0, 0, 10).slice(0, 4), [x, y + 0.02]]), 'ring-open'],
  [
    'two points and back',
    polygon([
      [x, y],
      [x + 9, y],
      [x, y],
    ]),
    'too-few-points',
  ],
  [
    'degrees',
    polygon([
      [10, 60],
      [11, 60],
      [11, 61],
      [10, 60],
    ]),
    'degrees-not-metres',
  ],
  ['swapped axes', polygon(squareRing(0, 0, 10).map(([east = 0, north = 0]) => [north, east])), 'axes-swapped'],
  [
    'millimetres',
    polygon(squareRing(0, 0, 10).map(([east = 0, north = 0]) => [east * 1000, north * 1000])),
    'millimetres-not-metres',
  ],
  [
    'a bow-tie',
    polygon([
      [x, y],
      [x + 10, y + 10],
      [x + 10, y],
      [x, y + 10],
      [x, y],
    ]),
    'invalid',
    'self-intersection',
  ],
  [
    'nested holes',
    polygon(squareRing(0, 0, 100), squareRing(10, 10, 50), squareRing(20, 20, 10)),
    'invalid',
    'holes-nested',
  ],
  ['a hole outside', polygon(squareRing(0, 0, 10), squareRing(50, 50, 5)), 'invalid', 'hole-outside'],
  [
    'a flat ring',
    polygon([
      [x, y],
      [x + 10, y],
      [x + 20, y],
      [x, y],
    ]),
    'invalid',
  ],
  [
    'parts that overlap',
    { type: 'MultiPolygon', coordinates: [[squareRing(0, 0, 10)], [squareRing(5, 5, 10)]] },
    'invalid',
    'self-intersection',
  ],
];

eachDatabase('imports: broken geometry', ({ database, catalogue }) => {
  it('rejects each feature with its reason, loads the good one, and counts every one', async () => {
    const list = features(
      ...broken.map(([what, geometry]) => feature(what, geometry)),
      feature('good', square(0, 0, 10)),
    );
    const { report, datasetId } = await loadDataset(database(), catalogue(), {
      layer: 'land-cover',
      part: 'broken',
      features: list,
      crs: 25832,
    });
    expect(report.read).to.equal(broken.length + 1);
    expect(report.read).to.equal(report.loaded + report.rejected);
    expect(report.loaded).to.equal(1);
    const rows = await ask<{ source_id: string; reason: Reason; detail: string; original: { properties: object } }>(
      database(),
      'select source_id, reason, detail, original from grunnriss.rejected where dataset_id = :datasetid order by index',
      { datasetid: datasetId },
    );
    for (const [at, [what, , reason, fault]] of broken.entries()) {
      const row = rows[at];
      expect(row?.source_id).to.equal(what);
      expect(row?.reason, what).to.equal(reason);
      const values = JSON.parse(row?.detail ?? '{}') as never;
      if (fault) expect(values, what).to.include({ fault });
      for (const language of ['nb', 'en'] as const)
        expect(explainReason(reason, values, language), what)
          .to.be.a('string')
          .and.not.match(/undefined|NaN|null/);
      expect(row?.original.properties, what).to.deep.equal({});
    }
  });

  it('mends what keeps its area, and says by how much', async () => {
    const ring = squareRing(0, 0, 100);
    // A border that runs out to a point and back, and a ring whose ends are 5 mm apart.
    const spike = polygon([...ring.slice(0, 2), [x + 150, y], [x + 100, y], ...ring.slice(2)]);
    const gap = polygon([...ring.slice(0, 4), [x, y + 0.005]]);
    const { report, datasetId } = await loadDataset(database(), catalogue(), {
      layer: 'land-cover',
      part: 'mended',
      features: features(feature('spike', spike), feature('gap', gap)),
      crs: 25832,
    });
    expect(report).to.include({ read: 2, loaded: 2, repaired: 2, rejected: 0 });
    const rows = await ask<{
      reason: Fault;
      area_before_m2: number | null;
      area_after_m2: number | null;
      area: number;
    }>(
      database(),
      `select r.reason, r.area_before_m2, r.area_after_m2, st_area(l.geom) as area
       from grunnriss.repaired r join grunnriss.layer_land_cover l using (dataset_id, fid)
       where r.dataset_id = :datasetid and st_isvalid(l.geom) order by r.index`,
      { datasetid: datasetId },
    );
    expect(rows.map(({ reason }) => reason)[1]).to.equal('ring-closed');
    expect(rows[0]?.area_before_m2).to.be.closeTo(10_000, 1e-6);
    expect(rows[0]?.area_after_m2).to.be.closeTo(10_000, 1e-6);
    for (const { area } of rows) expect(area).to.be.closeTo(10_000, 1e-6);
  });

  it('takes 3D without its heights and says so', async () => {
    const raised = polygon(squareRing(0, 0, 10).map(([east = 0, north = 0]) => [east, north, 712.5]));
    const { report, datasetId } = await loadDataset(database(), catalogue(), {
      layer: 'land-cover',
      part: '3d',
      features: features(feature('a', raised)),
      crs: 25832,
    });
    expect(report).to.include({ loaded: 1, withHeights: 1 });
    const [row] = await ask<{ dimensions: number }>(
      database(),
      'select st_ndims(geom) as dimensions from grunnriss.layer_land_cover where dataset_id = :datasetid',
      { datasetid: datasetId },
    );
    expect(row?.dimensions).to.equal(2);
  });

  it('refuses a polygon of two million vertices at once, and goes on', async () => {
    const steps = 2_000_000;
    const ring = Array.from({ length: steps }, (_, i) => {
      const angle = (2 * Math.PI * i) / (steps - 1);
      return [x + 1000 * Math.cos(angle), y + 1000 * Math.sin(angle)];
    });
    const { report } = await loadDataset(database(), catalogue(), {
      layer: 'land-cover',
      part: 'huge',
      features: features(feature('huge', polygon(ring)), feature('good', square(0, 0, 10))),
      crs: 25832,
    });
    expect(report.loaded).to.equal(1);
    expect(report.rejections[0]).to.include({ reason: 'too-many-vertices', count: 1 });
    expect(report.rejections[0]?.examples[0]?.values).to.include({ vertices: steps });
  });

  it('rejects the second of two features with one id, in one batch and batches apart', async () => {
    const many = Array.from({ length: 4500 }, (_, i) => feature(`n${i}`, square(i * 10, 0, 10)));
    const { report } = await loadDataset(database(), catalogue(), {
      layer: 'land-cover',
      part: 'twice',
      features: features(
        feature('n1', square(0, 500, 10)),
        feature('n1', square(0, 600, 10)),
        ...many,
        feature('n0', square(0, 700, 10)),
      ),
      crs: 25832,
    });
    expect(report.rejected).to.equal(3);
    expect(report.rejections).to.have.length(1);
    const [group] = report.rejections;
    expect(group?.reason).to.equal('duplicate-id');
    expect(group?.examples.map(({ index }) => index)).to.deep.equal([1, 3, 4502]);
  });
});
