import { expect } from 'chai';
import type { LineString } from 'geojson';
import proj4 from 'proj4';
import { geodesicLength } from '../geometry/geodesic.ts';
import { county, featuresOf } from './county.ts';

const utm32 = '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs';
const lineOf = (geometry: unknown) => (geometry as LineString).coordinates;

describe('roads of the example county', () => {
  for (const [scale, seed] of [
    [0.02, 1],
    [0.02, 9],
    [0.001, 1],
    [0.1, 1],
  ])
    it(`are connected: from any node there is a way to any other (scale ${scale}, seed ${seed})`, () => {
      const links = featuresOf(county(scale, seed), 'road-link').map(({ properties }) => properties);
      const beside = new Map<unknown, unknown[]>();
      for (const { from_node, to_node } of links) {
        beside.set(from_node, [...(beside.get(from_node) ?? []), to_node]);
        beside.set(to_node, [...(beside.get(to_node) ?? []), from_node]);
      }
      const reached = new Set([links[0]['from_node']]);
      for (const node of reached) for (const next of beside.get(node) ?? []) reached.add(next);
      expect(reached.size).to.equal(beside.size);
    });

  it('end where their nodes are, the same for all links of a node', () => {
    const at = new Map<unknown, string>();
    for (const { properties, geometry } of featuresOf(county(), 'road-link')) {
      const line = lineOf(geometry);
      const ends: [unknown, string][] = [
        [properties['from_node'], String(line[0])],
        [properties['to_node'], String(line.at(-1))],
      ];
      for (const [node, position] of ends) {
        expect(at.get(node) ?? position, String(node)).to.equal(position);
        at.set(node, position);
      }
    }
    expect(new Set(at.values()).size).to.equal(at.size);
  });

  it('have their length on the ellipsoid', () => {
    for (const { properties, geometry } of featuresOf(county(), 'road-link').slice(0, 200)) {
      const degrees = lineOf(geometry).map((position) => proj4(utm32, 'EPSG:4326', position));
      expect(properties['length_m']).to.be.closeTo(geodesicLength(degrees), 0.011);
    }
  });

  it('have ferries, tunnels, one-way streets, numbers, and a European road', () => {
    const links = featuresOf(county(), 'road-link').map(({ properties }) => properties);
    const some = (name: string, value: unknown) =>
      expect(
        links.some((link) => link[name] === value),
        name,
      ).to.equal(true);
    for (const name of ['ferry', 'tunnel', 'one_way']) some(name, true);
    for (const category of ['european', 'national', 'county', 'municipal', 'private', 'forest'])
      some('category', category);
    for (const link of links.filter(({ ferry }) => ferry)) expect(link['ferry_min']).to.be.above(0);
    expect(new Set(links.map(({ speed_kmh }) => speed_kmh)).size).to.be.above(4);
  });

  it('have traffic that says which direction it counts, and says where it is not known', () => {
    const traffic = featuresOf(county(), 'traffic').map(({ properties }) => properties);
    const links = new Set(featuresOf(county(), 'road-link').map(({ id }) => id));
    for (const figure of traffic) {
      expect(links).to.include(figure['link_id']);
      if (figure['origin'] === 'unknown') expect([figure['aadt'], figure['long_share']]).to.deep.equal([null, null]);
      else {
        expect(figure['aadt']).to.be.above(0);
        expect(figure['aadt_direction']).to.be.oneOf(['both', 'per-direction']);
      }
      if (figure['long_share'] !== null) expect(figure['long_share']).to.be.within(0, 1);
    }
    for (const [name, value] of [
      ['origin', 'unknown'],
      ['aadt_direction', 'per-direction'],
      ['long_threshold_m', null],
    ] as const)
      expect(
        traffic.some((figure) => figure[name] === value),
        name,
      ).to.equal(true);
  });
});
