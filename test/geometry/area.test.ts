import { expect } from 'chai';
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseStatement } from '../../services/database/statement.ts';
import { eachDatabase } from '../setup/databases.ts';
import { geodesicArea } from './geodesic.ts';
import { polygonText, radiiUpTo, rectangle, star, type Position } from './star.ts';

const cases = path.resolve(import.meta.dirname, '../../../shared/cases/accounts');

/** A place in each projection that data come in, also where nobody would use it: UTM 33 over the west coast. */
const places: { name: string; srid: number; centre: Position }[] = [
  { name: 'UTM 32 over Buskerud', srid: 25832, centre: [540_000, 6_700_000] },
  { name: 'UTM 32 over Møre', srid: 25832, centre: [350_000, 6_950_000] },
  { name: 'UTM 33 over Buskerud', srid: 25833, centre: [210_000, 6_720_000] },
  { name: 'UTM 33 over Rogaland', srid: 25833, centre: [-60_000, 6_580_000] },
  { name: 'UTM 35 over Finnmark', srid: 25835, centre: [560_000, 7_800_000] },
  { name: 'NTM 9', srid: 5109, centre: [115_000, 1_250_000] },
];

eachDatabase('ellipsoidal area', ({ database }) => {
  const ofText = parseStatement('area', 'select grunnriss.area(ST_GeomFromText(:wkt, :srid::integer)) as area');
  const area = async (wkt: string, srid = 25832): Promise<number> =>
    (await database().row<{ area: number }>(ofText, { wkt, srid })).area;
  const near = (got: number, expected: number, relative: number, what = '') =>
    expect(Math.abs(got / expected - 1), `${what} ${got} for ${expected}`).to.be.below(relative);

  describe('against geodesics', () => {
    const degrees = parseStatement(
      'densified',
      'select ST_AsGeoJSON(ST_Transform(ST_Segmentize(ST_GeomFromText(:wkt, :srid::integer), 10), 4258), 15)::jsonb as line',
    );
    const geography = parseStatement(
      'geography',
      `select ST_Area(ST_Transform(ST_Segmentize(ST_GeomFromText(:wkt, :srid::integer), 10), 4258)::geography) as area`,
    );
    for (const { name, srid, centre } of places) {
      it(`${name}: geodesic polygons through a point every 10 m`, async () => {
        for (const radii of [
          [90, 70, 95, 60],
          [400, 800, 300, 900, 500],
          [4000, 2500, 6000, 3000, 5000, 2000],
        ]) {
          const wkt = polygonText(star(centre, radii, 0.3));
          const { line } = await database().row<{ line: { coordinates: number[][][] } }>(degrees, { wkt, srid });
          near(await area(wkt, srid), geodesicArea(line.coordinates[0] ?? []), 1e-8, name);
        }
      });

      it(`${name}: PostGIS' own geography`, async () => {
        const wkt = polygonText(star(centre, [4000, 2500, 6000, 3000, 5000, 2000]));
        const { area: expected } = await database().row<{ area: number }>(geography, { wkt, srid });
        near(await area(wkt, srid), expected, 1e-6, name);
      });
    }
  });

  it('is the same for the same ground in every projection', async () => {
    const inEach = parseStatement(
      'in-each',
      `with ground as (select ST_Segmentize(ST_GeomFromText(:wkt, 25832), 10) as geom)
       select grunnriss.area(ST_Transform(geom, srid)) as area from ground, unnest(array[25832, 25833, 25835, 5109, 5110]) srid`,
    );
    const wkt = polygonText(star([540_000, 6_700_000], [4000, 2500, 6000, 3000]));
    const [first, ...others] = await database().rows<{ area: number }>(inEach, { wkt });
    for (const { area } of others) near(area, first?.area ?? 0, 1e-8);
  });

  it('is what the truth cases found in three other ways', async function () {
    if (!existsSync(cases)) this.skip();
    let compared = 0;
    for (const file of readdirSync(cases)) {
      const { municipalities, expected } = JSON.parse(readFileSync(path.join(cases, file), 'utf8')) as TruthCase;
      for (const { properties, geometry } of municipalities) {
        near(
          await area(polygonText(...geometry.coordinates)),
          expected.municipalities[properties.number]?.area_m2 ?? 0,
          1e-9,
          file,
        );
        compared += 1;
      }
    }
    expect(compared).to.be.above(10);
  });

  it('adds up however a polygon is split', async function () {
    this.timeout(120_000);
    const split = parseStatement(
      'split',
      `with whole as (select ST_GeomFromText(:wkt, :srid::integer) as geom, ST_GeomFromText(:half, :srid::integer) as half)
       select grunnriss.area(geom) as whole, grunnriss.area(ST_Intersection(geom, half)) as one,
         grunnriss.area(ST_Difference(geom, half)) as other
       from whole`,
    );
    const size = fc.constantFrom(100, 300, 2000, 50_000);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        size.chain((largest) => radiiUpTo(largest)),
        fc.double({ min: 0, max: Math.PI, noNaN: true }),
        async ({ srid, centre }, radii, angle) => {
          const wkt = polygonText(star(centre, radii));
          // Two corners of the square lie on a line through the centre: half of the plane, as far as the star goes.
          const half = polygonText(star(centre, [1e6, 1e6, 1e6, 1e-3], angle));
          const { whole, one, other } = await database().row<Split>(split, { wkt, half, srid });
          near(one + other, whole, 1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not change when edges of 50 km get vertices between', async () => {
    const densified = parseStatement(
      'densify',
      `with whole as (select ST_GeomFromText(:wkt, :srid::integer) as geom)
       select grunnriss.area(geom) as coarse, grunnriss.area(ST_Segmentize(geom, 1000)) as fine from whole`,
    );
    for (const { name, srid, centre } of places)
      for (const turn of [0, 0.4, 0.9]) {
        const wkt = polygonText(star(centre, [36_000, 36_000, 36_000, 36_000], turn));
        const { coarse, fine } = await database().row<{ coarse: number; fine: number }>(densified, { wkt, srid });
        near(coarse, fine, 1e-9, name);
      }
  });

  it('is the planar area by the square of the scale factor on the central meridian', async () => {
    near(await area(polygonText(rectangle(499_995, 6_700_000, 10, 10))), 100 / 0.9996 ** 2, 1e-11);
    near(await area(polygonText(rectangle(99_995, 1_000_000, 10, 10)), 5110), 100, 1e-11);
  });

  it('leaves out holes, and does not mind the direction of rings', async () => {
    const outer = rectangle(540_000, 6_700_000, 2000, 1000);
    const hole = rectangle(540_500, 6_700_200, 400, 300);
    const whole = await area(polygonText(outer));
    const expected = whole - (await area(polygonText(hole)));
    for (const rings of [
      [outer, hole],
      [outer.toReversed(), hole],
      [outer, hole.toReversed()],
      [outer.toReversed(), hole.toReversed()],
    ])
      near(await area(polygonText(...rings)), expected, 1e-12);
  });

  it('adds the parts of a multipolygon and only the polygons of a collection', async () => {
    const one = polygonText(rectangle(540_000, 6_700_000, 2000, 1000));
    const two = polygonText(rectangle(550_000, 6_700_000, 20, 10));
    const expected = (await area(one)) + (await area(two));
    near(await area(`MULTI${one.replace('((', '(((')},${two.slice(7)})`), expected, 1e-11);
    const line = 'LINESTRING(530000 6690000,560000 6710000)';
    near(await area(`GEOMETRYCOLLECTION(POINT(540000 6700000),${one},${line},${two})`), expected, 1e-11);
  });

  it('is 0 for what has no area', async () => {
    for (const wkt of ['POLYGON EMPTY', 'POINT(540000 6700000)', 'LINESTRING(540000 6700000,550000 6710000)'])
      expect(await area(wkt), wkt).to.equal(0);
  });

  it('names the reference system it does not know', async () => {
    const wkt = polygonText(rectangle(9, 60, 1, 1));
    const refused = await area(wkt, 4326).then(String, (error: Error) => error.message);
    expect(refused).to.contain('EPSG:4326');
  });
});

interface Split {
  whole: number;
  one: number;
  other: number;
}

interface TruthCase {
  municipalities: { properties: { number: string }; geometry: { coordinates: Position[][] } }[];
  expected: { municipalities: Record<string, { area_m2: number }> };
}
