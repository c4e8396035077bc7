import { expect } from 'chai';
import type { LineString, Position } from 'geojson';
import { countyFrame } from '../../services/example/frame.ts';
import type { Area } from '../../services/example/rings.ts';
import { terrainOf } from '../../services/example/terrain.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import { areaOf, county, covers, distanceToBorder, featuresOf, ringsOf } from './county.ts';

describe('terrain and treeline of the example county', () => {
  const frame = countyFrame(1, 0.02);
  const terrain = terrainOf(frame);
  let empirical: SourceFeature[];
  let climatic: SourceFeature[];
  let municipalities: Area[];
  let whole: Area;
  /** Points all over the county. */
  let points: Position[];
  before(() => {
    empirical = ['flybilder', 'laser'].flatMap((part) => featuresOf(county(), 'treeline', part));
    climatic = featuresOf(county(), 'treeline', 'klimatisk');
    municipalities = featuresOf(county(), 'municipality').map(areaOf);
    [whole] = county().layers.flatMap(({ layer, coverage }) =>
      layer === 'municipality' && coverage ? [coverage] : [],
    );
    points = Array.from({ length: 4000 }, (_, i): Position => {
      const across = (((i * 0.618034) % 1) - 0.5) * 2 * frame.radius;
      return frame.toMap(across, ((i + 0.5) / 4000 - 0.5) * 2 * frame.radius);
    }).filter(inside);
  });
  const inside = (point: Position) => municipalities.some((area) => covers(area, point));
  const onBorder = (point: Position) => distanceToBorder(whole, point) < 0.01;
  const above = (features: SourceFeature[], point: Position) =>
    features.some((feature) => covers(areaOf(feature), point));

  it('has valleys and mountains, from near the sea to the treeline and far above, never over 1 800 m', () => {
    for (const scale of [0.02, 1]) {
      const ground = terrainOf(countyFrame(1, scale));
      const { radius } = ground.frame;
      const heights = Array.from({ length: 10_000 }, (_, i) =>
        ground.height(
          ...ground.frame.toMap((((i * 0.618034) % 1) - 0.5) * 1.8 * radius, (i / 10_000 - 0.5) * 1.8 * radius),
        ),
      );
      expect(Math.min(...heights)).to.be.within(0, 200);
      expect(Math.max(...heights)).to.be.within(1300, 1800);
    }
  });

  it('is smooth: a step of a metre never climbs a wall', () => {
    for (const [x, y] of points) {
      expect(Math.abs(terrain.height(x + 1, y) - terrain.height(x, y))).to.be.below(1.5);
      expect(Math.abs(terrain.height(x, y + 1) - terrain.height(x, y))).to.be.below(1.5);
    }
  });

  it('has a treeline at 900–1 050 m that varies with the place', () => {
    const heights = points.map(([x, y]) => terrain.empiricalTreeline(x, y));
    expect(Math.min(...heights)).to.be.above(890);
    expect(Math.max(...heights)).to.be.below(1060);
    expect(Math.max(...heights) - Math.min(...heights)).to.be.above(30);
  });

  it('follows the terrain: the drawn line lies where the ground reaches the line, within its uncertainty', () => {
    const corners = empirical.flatMap((feature) => ringsOf(areaOf(feature)).flat());
    const line = corners.filter((corner) => !onBorder(corner));
    expect(line.length).to.be.above(200);
    for (const [x, y] of line)
      expect(terrain.height(x, y), `${x} ${y}`).to.be.closeTo(terrain.empiricalTreeline(x, y), 5);
  });

  it('has the land above the line inside and the land below outside', () => {
    for (const [x, y] of points) {
      const over = terrain.height(x, y) - terrain.empiricalTreeline(x, y);
      if (Math.abs(over) > 15) expect(above(empirical, [x, y]), `${x} ${y}: ${over} m`).to.equal(over > 0);
    }
  });

  it('ends where the county ends: no corner of any line lies outside', () => {
    const corners = [...empirical, ...climatic].flatMap((feature) => ringsOf(areaOf(feature)).flat());
    const outside = corners.filter((corner) => !inside(corner) && !onBorder(corner));
    expect(outside).to.deep.equal([]);
    expect(corners.filter(onBorder).length).to.be.above(20);
  });

  it('says along which axis it is uncertain: on the map in one part, in height in another', () => {
    const axes = new Set(empirical.map(({ properties }) => properties['uncertainty_axis']));
    expect([...axes].sort()).to.deep.equal(['horizontal', 'vertical']);
    for (const { properties } of empirical) expect(properties['definition']).to.equal('empirical');
  });

  it('has two empirical lines that share the county: neither says anything where the other was drawn', () => {
    const parts = county()
      .layers.filter(({ part }) => ['flybilder', 'laser'].includes(part))
      .map(({ part, coverage }) => ({ coverage, features: featuresOf(county(), 'treeline', part) }));
    for (const point of points) {
      const [here, ...others] = parts.filter(({ coverage }) => coverage && covers(coverage, point));
      expect(others, String(point)).to.have.length(0);
      const silent = parts.filter((part) => here && part !== here);
      for (const { features } of silent) expect(above(features, point), String(point)).to.equal(false);
    }
    expect(new Set(empirical.map(({ properties }) => properties['source'])).size).to.equal(2);
  });

  it('has a climatic line in a small part, higher, so that the two disagree there', () => {
    for (const { properties } of climatic) expect(properties['definition']).to.equal('climatic');
    expect(climatic.length).to.be.above(0);
    const high = points.filter((point) => above(climatic, point));
    expect(high.length).to.be.within(1, points.length / 4);
    for (const point of high) expect(above(empirical, point)).to.equal(true);
    const coverage = county().layers.find(({ part }) => part === 'klimatisk')?.coverage;
    const disputed = points.filter(
      (point) => coverage && covers(coverage, point) && above(empirical, point) && !above(climatic, point),
    );
    expect(disputed.length).to.be.above(0);
  });

  it('has contours at their height', () => {
    const contours = featuresOf(county(), 'elevation');
    const heights = new Set(contours.map(({ properties }) => properties['height_m'] as number));
    for (const height of heights) expect(height % 25).to.equal(0);
    expect(heights.size).to.be.above(40);
    for (const { properties, geometry } of contours)
      for (const [x, y] of (geometry as LineString).coordinates)
        expect(terrain.height(x, y)).to.be.closeTo(properties['height_m'] as number, 6);
  });

  for (const seed of [1, 2, 3])
    it(`has level lakes: no contour crosses one, and each has the height of its shores (seed ${seed})`, () => {
      const lakes = featuresOf(county(0.02, seed), 'water').filter(({ properties }) => properties['kind'] !== 'river');
      expect(lakes.length).to.be.above(1);
      const contours = featuresOf(county(0.02, seed), 'elevation').flatMap(
        ({ geometry }) => (geometry as LineString).coordinates,
      );
      const ground = terrainOf(countyFrame(seed, 0.02));
      for (const { id, properties, geometry } of lakes) {
        const area = areaOf({ geometry });
        expect(
          contours.filter((point) => covers(area, point)),
          id,
        ).to.deep.equal([]);
        for (const [x = 0, y = 0] of ringsOf(area).flat())
          expect(ground.height(x, y), `${id} ${x} ${y}`).to.be.closeTo(properties['height_m'] as number, 12.5);
      }
    });
});
