import { expect } from 'chai';
import { inDegrees, readPlan, UnreadablePlan } from '../../tiles/viewer/src/check/plan-file.ts';
import { toDegrees, toUtm32 } from '../../tiles/viewer/src/crs.ts';
import { nb } from '../../tiles/viewer/src/texts/nb.ts';

const point = (x: number, y: number, crs?: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...(crs && { crs: { type: 'name', properties: { name: crs } } }),
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [x, y] } }],
  });

describe('a plan file in the browser', () => {
  const place = (text: string) => {
    const geometry = inDegrees(readPlan('plan.geojson', text, nb))?.features[0]?.geometry;
    return geometry?.type === 'Point' ? geometry.coordinates : null;
  };
  const near = (found: number[] | null, lng: number, lat: number) => {
    expect(found?.[0]).to.be.closeTo(lng, 1e-8);
    expect(found?.[1]).to.be.closeTo(lat, 1e-8);
  };

  it('is drawn where it lies, whatever system its file names', () => {
    // On the central meridian of a transverse Mercator the easting is the false easting, whatever the latitude.
    const [, north] = toUtm32([9, 60]);
    near(place(point(500_000, north, 'urn:ogc:def:crs:EPSG::25832')), 9, 60);
    near(place(point(500_000, north, 'EPSG:25832')), 9, 60);
    near(place(point(500_000, north, 'EPSG:25833')), 15, 60);
    // NTM zone 9 lies along 9.5° E and counts from 58° N.
    near(place(point(100_000, 1_000_000, 'EPSG:5109')), 9.5, 58);
    near(place(point(9.25, 60.5)), 9.25, 60.5);
    near(place(point(9.25, 60.5, 'urn:ogc:def:crs:OGC:1.3:CRS84')), 9.25, 60.5);
  });

  it('is not drawn at a guess when the map does not know its system', () => {
    expect(inDegrees(readPlan('plan.geojson', point(1, 2, 'EPSG:2056'), nb))).to.equal(null);
    expect(toDegrees(2056)).to.equal(null);
  });

  it('keeps features without geometry out of the drawing, not out of what is sent', () => {
    const plan = readPlan(
      'plan.geojson',
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}',
      nb,
    );
    expect(plan.features).to.have.length(1);
    expect(inDegrees(plan)?.features).to.have.length(0);
  });

  it('says what is wrong with a file that is no plan', () => {
    const wrong = (text: string) => () => readPlan('plan.geojson', text, nb);
    expect(wrong('{"type":"FeatureColl')).to.throw(UnreadablePlan, /plan\.geojson.*JSON/);
    expect(wrong('[1,2]')).to.throw(UnreadablePlan, /FeatureCollection/);
    expect(wrong('null')).to.throw(UnreadablePlan, /FeatureCollection/);
    expect(wrong('{"type":"FeatureCollection","features":[]}')).to.throw(UnreadablePlan, /ingen objekter/);
  });

  it('reads a file that begins with a byte order mark', () => {
    near(place(`\uFEFF${point(9, 60)}`), 9, 60);
  });
});
