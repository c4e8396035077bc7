import { expect } from 'chai';
import type { Change } from '../../services/example/changes.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { anyExampleDatabase } from '../setup/databases.ts';
import { areaOf, county, covers, featuresOf, planar, ringsOf } from './county.ts';

const classOf = ({ properties }: SourceFeature) => Number(properties['class']);

function areaByClass(features: SourceFeature[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const feature of features) add(sums, classOf(feature), planar(areaOf(feature)));
  return sums;
}

function add<Key>(sums: Map<Key, number>, key: Key, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

describe('changes of the example county', () => {
  let changes: Change[];
  let opening: SourceFeature[];
  let closing: SourceFeature[];
  before(() => {
    ({ changes } = county());
    opening = featuresOf(county(), 'land-cover', '2018');
    closing = featuresOf(county(), 'land-cover', '2024');
  });
  const of = (kind: Change['kind']) => changes.filter((change) => change.kind === kind);

  it('explain every square metre by which the classes grew or shrank', () => {
    const before = areaByClass(opening);
    const expected = new Map(before);
    for (const { from, to, area_m2 } of changes) {
      add(expected, from, -area_m2);
      add(expected, to, area_m2);
    }
    for (const [code, area] of areaByClass(closing))
      expect(area, `class ${code}`).to.be.closeTo(expected.get(code) ?? 0, 1e-3);
  });

  it('give each change its area, positive and different in class', () => {
    for (const { from, to, area_m2, geometry, municipality } of changes) {
      expect(from).not.to.equal(to);
      expect(area_m2).to.be.above(0);
      expect(area_m2).to.be.closeTo(planar(geometry), 1e-6 * area_m2 + 1e-6);
      expect(municipality).to.match(/^99\d\d$/);
    }
  });

  it('hold new built-up land, a new road, new fields, abandoned ones and drained mire', () => {
    const kinds = new Set(of('real').map(({ from, to }) => `${from}>${to}`));
    expect(kinds).to.include.keys('30>11', '30>12', '30>21', '21>23', '60>30');
  });

  it('hold noise that is nowhere wider than a metre', () => {
    expect(of('noise').length).to.be.above(100);
    for (const { area_m2, geometry } of of('noise')) {
      const ring = ringsOf(geometry)[0];
      const around = ring.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - ring[i][0], y - ring[i][1]), 0);
      expect((2 * area_m2) / around).to.be.below(1);
    }
  });

  it('lie where the surveys differ', () => {
    for (const { from, to, geometry } of of('real')) {
      const [[x, y], [nextX, nextY]] = ringsOf(geometry)[0];
      // A hand's breadth inside the first side of an outer ring that runs anticlockwise.
      const length = Math.hypot(nextX - x, nextY - y);
      const point = [(x + nextX) / 2 - (0.05 * (nextY - y)) / length, (y + nextY) / 2 + (0.05 * (nextX - x)) / length];
      const at = (features: SourceFeature[]) =>
        features.filter((feature) => covers(areaOf(feature), point)).map(classOf);
      expect(at(opening), String(point)).to.deep.equal([from]);
      expect(at(closing), String(point)).to.deep.equal([to]);
    }
  });
});

anyExampleDatabase('changes of the example county by overlay', ({ database }) => {
  it('are what GEOS finds between the two coverages, class by class and municipality by municipality', async () => {
    const overlay = parseStatement(
      'overlay',
      `with surveyed as (
         select l.fid, l.class, l.year, l.geom
         from grunnriss.layer_land_cover l join grunnriss.current_dataset d on d.id = l.dataset_id
       ), met as (
         select a.class as before, b.class as after, ST_Intersection(a.geom, b.geom) as geom
         from surveyed a join surveyed b on ST_Intersects(a.geom, b.geom) and a.class <> b.class
         where a.year = 2018 and b.year = 2024
       )
       select m.number || ' ' || before || '>' || after as change, sum(ST_Area(met.geom)) as area
       from met join grunnriss.layer_municipality m on ST_Intersects(m.geom, ST_PointOnSurface(met.geom))
       where ST_Dimension(met.geom) = 2 and ST_Area(met.geom) > 0
       group by 1`,
    );
    const found = await database().rows<{ change: string; area: number }>(overlay);
    const listed = new Map<string, number>();
    for (const { municipality, from, to, area_m2 } of county().changes)
      add(listed, `${municipality} ${from}>${to}`, area_m2);
    const seen = new Map(found.filter(({ area }) => area > 0.01).map(({ change, area }) => [change, area]));
    for (const [change, area] of listed)
      if (area > 0.01) expect(seen.get(change) ?? 0, change).to.be.closeTo(area, 0.01 + 1e-6 * area);
    for (const [change, area] of seen) expect(listed.get(change) ?? 0, change).to.be.closeTo(area, 0.01 + 1e-6 * area);
  }).timeout(600_000);
});
