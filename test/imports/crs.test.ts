import { expect } from 'chai';
import { crsOf, epsgOf, guessMistake, isInUse, UnknownCrs } from '../../services/imports/crs.ts';
import { eachDatabase } from '../setup/databases.ts';
import { ask } from './rows.ts';

const everyCrs = [4258, 4326, 25829, 25831, 25832, 25833, 25835, 32632, 32633, 3035, 3857, 5105, 5110, 5115, 5130];

describe('imports: coordinate systems', () => {
  for (const [name, epsg] of [
    ['EPSG:25832', 25832],
    ['25833', 25833],
    ['urn:ogc:def:crs:EPSG::25832', 25832],
    ['urn:ogc:def:crs:EPSG:9.8.2:5110', 5110],
    ['http://www.opengis.net/def/crs/EPSG/0/4258', 4258],
    ['http://www.opengis.net/gml/srs/epsg.xml#25832', 25832],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 4326],
    ['http://www.opengis.net/def/crs/OGC/0/CRS84', 4326],
    ['EPSG:5972', 25832],
    ['EPSG:5973', 25833],
    ['EPSG:5945', 5105],
  ] as const)
    it(`${name} is ${epsg}`, () => expect(epsgOf(name)).to.equal(epsg));

  for (const [name, named] of [
    ['', "''"],
    ['utm32', "'utm32'"],
    ['EPSG:', "'EPSG:'"],
    ['EPSG:27700', "'EPSG:27700'"],
    ['urn:ogc:def:crs:EPSG::99999', "'EPSG:99999'"],
  ] as const)
    it(`'${name}' is refused by name`, () => expect(() => epsgOf(name)).to.throw(UnknownCrs, named));

  it('notices what coordinates really are', () => {
    const utm = crsOf(25832);
    expect(isInUse(utm, 540_000, 6_650_000)).to.equal(true);
    expect(guessMistake(utm, 9.7, 59.9)).to.equal('degrees-not-metres');
    expect(guessMistake(utm, 6_650_000, 540_000)).to.equal('axes-swapped');
    expect(guessMistake(utm, 540_000_000, 6_650_000_000)).to.equal('millimetres-not-metres');
    expect(guessMistake(utm, 54_000_000, 665_000_000)).to.equal('centimetres-not-metres');
    expect(guessMistake(utm, 540_000, 66_500_000)).to.equal('outside-crs');
    const degrees = crsOf(4326);
    expect(isInUse(degrees, 9.7, 59.9)).to.equal(true);
    expect(guessMistake(degrees, 59.9, 9.7)).to.equal('axes-swapped');
    expect(guessMistake(degrees, 540_000, 6_650_000)).to.equal('metres-not-degrees');
    expect(guessMistake(degrees, 120, 20)).to.equal('outside-crs');
  });
});

eachDatabase('imports: coordinate systems against PROJ', ({ database }) => {
  it('puts a place where PostGIS puts it, to a millimetre', async () => {
    const [lon, lat] = [9.65, 60.25];
    for (const epsg of everyCrs) {
      const [row] = await ask<{ x: number; y: number }>(
        database(),
        `select st_x(g) as x, st_y(g) as y
         from st_transform(st_setsrid(st_makepoint(:lon::float8, :lat::float8), 4258), :epsg::integer) g`,
        { lon, lat, epsg },
      );
      const [gotLon, gotLat] = crsOf(epsg).toLonLat(row?.x ?? NaN, row?.y ?? NaN);
      expect(gotLon, `EPSG:${epsg}`).to.be.closeTo(lon, 2e-8);
      expect(gotLat, `EPSG:${epsg}`).to.be.closeTo(lat, 1e-8);
    }
  });
});
