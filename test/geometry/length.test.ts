import { expect } from 'chai';
import { parseStatement } from '../../services/database/statement.ts';
import { eachDatabase } from '../setup/databases.ts';
import { geodesicLength } from './geodesic.ts';

eachDatabase('ellipsoidal length and distance', ({ database }) => {
  const lengthOf = parseStatement('length', 'select grunnriss.length(ST_GeomFromText(:wkt, :srid::integer)) as metres');
  const distanceOf = parseStatement(
    'distance',
    'select grunnriss.distance(ST_GeomFromText(:a, 25832), ST_GeomFromText(:b, 25832)) as metres',
  );
  const degrees = parseStatement(
    'densified-line',
    'select ST_AsGeoJSON(ST_Transform(ST_Segmentize(ST_GeomFromText(:wkt, :srid::integer), 10), 4258), 15)::jsonb as line',
  );
  const length = async (wkt: string, srid = 25832) =>
    (await database().row<{ metres: number }>(lengthOf, { wkt, srid })).metres;
  const distance = async (a: string, b: string) =>
    (await database().row<{ metres: number | null }>(distanceOf, { a, b })).metres;

  it('is that of the geodesics through a point every 10 m', async () => {
    for (const [srid, wkt] of [
      [25832, 'LINESTRING(540000 6700000,540100 6700050)'],
      [25832, 'LINESTRING(340000 6900000,360000 6911000,351000 6950000)'],
      [25833, 'LINESTRING(-60000 6580000,-20000 6590000)'],
      [25835, 'LINESTRING(560000 7800000,561000 7805000)'],
      [5109, 'LINESTRING(115000 1250000,90000 1230000)'],
    ] as const) {
      const { line } = await database().row<{ line: { coordinates: number[][] } }>(degrees, { wkt, srid });
      const expected = geodesicLength(line.coordinates);
      expect(Math.abs((await length(wkt, srid)) / expected - 1), wkt).to.be.below(1e-8);
    }
  });

  it('does not change when an edge of 50 km gets vertices between', async () => {
    const [from, middle, to] = ['340000 6900000', '360000 6915000', '380000 6930000'];
    const whole = await length(`LINESTRING(${from},${to})`);
    const parts = (await length(`LINESTRING(${from},${middle})`)) + (await length(`LINESTRING(${middle},${to})`));
    expect(Math.abs(parts / whole - 1)).to.be.below(1e-9);
  });

  it('adds up lines, and is 0 for what has none', async () => {
    const one = await length('LINESTRING(540000 6700000,540100 6700000)');
    const two = await length('LINESTRING(550000 6700000,550100 6700000)');
    const both = await length('MULTILINESTRING((540000 6700000,540100 6700000),(550000 6700000,550100 6700000))');
    expect(both).to.be.closeTo(one + two, 1e-9);
    for (const wkt of ['LINESTRING EMPTY', 'POINT(540000 6700000)', 'POLYGON((0 0,1 0,1 1,0 0))'])
      expect(await length(wkt), wkt).to.equal(0);
  });

  it('is the distance between the nearest points', async () => {
    const square = 'POLYGON((500000 6700000,501000 6700000,501000 6701000,500000 6701000,500000 6700000))';
    expect(await distance(square, 'POINT(501300 6701400)')).to.be.closeTo(500 / 0.9996, 1e-4);
    expect(await distance('POINT(501300 6701400)', square)).to.be.closeTo(500 / 0.9996, 1e-4);
  });

  it('is 0 where they meet, and unknown where one is empty', async () => {
    const square = 'POLYGON((500000 6700000,501000 6700000,501000 6701000,500000 6701000,500000 6700000))';
    expect(await distance(square, 'POINT(500500 6700500)')).to.equal(0);
    expect(await distance(square, 'LINESTRING(501000 6700500,502000 6700500)')).to.equal(0);
    expect(await distance(square, 'POLYGON EMPTY')).to.equal(null);
  });
});
