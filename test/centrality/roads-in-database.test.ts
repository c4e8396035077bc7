import { expect } from 'chai';
import type { Geometry, Position } from 'geojson';
import type { Cost } from '../../services/centrality/graph/road-graph.ts';
import { Destinations } from '../../services/centrality/graph/nearest.ts';
import { graphOf } from '../../services/centrality/kept-graphs.ts';
import { roadAccess } from '../../services/centrality/road-access.ts';
import type { StoredGraph } from '../../services/centrality/read-graph.ts';
import { currentEditions } from '../../services/imports/editions.ts';
import { toWkb, type Loadable } from '../../services/imports/wkb.ts';
import { everywhere, feature, rectangle } from '../conflicts/scene.ts';
import { loadCase } from '../cases/load-case.ts';
import { eachDatabase } from '../setup/databases.ts';

const [west, south] = [500_000, 6_640_000];
/** A metre of the grid here, on the ground. */
const ground = 1 / 0.9996;

type Row = Record<string, string | number | boolean | null>;

const line = (...places: [number, number][]): Geometry => ({
  type: 'LineString',
  coordinates: places.map(([x, y]): Position => [west + x, south + y]),
});

const link = (geometry: Geometry, properties: Row = {}) =>
  feature(geometry, { speed_kmh: 60, category: 'county', ...properties });

const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [west + x, south + y] });

eachDatabase('roads in the database', (given) => {
  const filled = new Set<string>();
  let loads = 0;

  async function stored(links: ReturnType<typeof link>[]): Promise<{ datasets: number[]; graph: StoredGraph }> {
    loads += 1;
    const scene = { id: `roads ${loads}`, crs: 'EPSG:25832', layers: { 'road-link': everywhere(links) } };
    await loadCase(given.database(), given.catalogue(), scene, filled);
    const editions = await currentEditions(given.database(), ['road-link']);
    const datasets = editions.get('road-link')?.datasets.map(({ id }) => id) ?? [];
    const box = { west: west - 5000, south: south - 5000, east: west + 25_000, north: south + 25_000 };
    return { datasets, graph: await graphOf(given.database(), datasets, box) };
  }

  async function way(
    links: ReturnType<typeof link>[],
    [from, to]: [Geometry, Geometry],
    cost: Cost = 'metres',
    within = 500,
  ): Promise<number | null> {
    const { datasets, graph } = await stored(links);
    const places = [from, to].map((geometry) => ({ geom: toWkb(geometry as Loadable) }));
    const [start = [], stop = []] = await roadAccess(given.database(), graph, datasets, places, within);
    return new Destinations(graph.graph, cost, [stop]).nearest(start, 1e6)?.cost ?? null;
  }

  const straight = [link(line([0, 0], [4000, 0])), link(line([4000, 0], [4000, 3000]), { speed_kmh: 90 })];

  it('are driven from point to point: on to the nearest road, along it, and off it again', async () => {
    const points: [Geometry, Geometry] = [point(1000, 200), point(4100, 1500)];
    expect(await way(straight, points)).to.be.closeTo((200 + 3000 + 1500 + 100) * ground, 0.1);
    const minutes = ((0.3 / 30 + 3 / 60 + 1.5 / 90) * 60) / 0.9996;
    expect(await way(straight, points, 'minutes')).to.be.closeTo(minutes, 1e-4);
    expect(await way(straight, points, 'metres', 150), 'the road is 200 m off').to.equal(null);
  });

  it('are driven on one link without a turn at its ends, and round them where it is one-way', async () => {
    const there: [Geometry, Geometry] = [point(1000, 0), point(3000, 0)];
    const back: [Geometry, Geometry] = [point(3000, 0), point(1000, 0)];
    const oneWay = [
      link(line([0, 0], [4000, 0]), { one_way: true }),
      link(line([4000, 0], [4000, 1000], [0, 1000], [0, 0]), { one_way: true }),
    ];
    expect(await way(oneWay, there)).to.be.closeTo(2000 * ground, 0.1);
    expect(await way(oneWay, back)).to.be.closeTo((1000 + 6000 + 1000) * ground, 0.1);
  });

  it('are come to all along the land that they run through', async () => {
    const land = rectangle(west + 1000, south - 100, 500, 200);
    expect(await way(straight, [land, rectangle(west + 2500, south - 50, 10, 100)])).to.be.closeTo(1000 * ground, 0.1);
    expect(await way(straight, [land, rectangle(west + 1200, south - 50, 900, 100)])).to.equal(0);
  });

  it('are left at the nearest road that leads there, not at one that is tied to nothing', async () => {
    const stub = link(line([900, 150], [1100, 150]));
    expect(await way([...straight, stub], [point(1000, 200), point(2000, 0)])).to.be.closeTo(1200 * ground, 0.1);
    const stubs = Array.from({ length: 20 }, (_, at) => link(line([950 + 5 * at, 150], [950 + 5 * at, 160])));
    expect(await way([...straight, ...stubs], [point(1000, 200), point(2000, 0)]), 'however many of them').to.be.closeTo(1200 * ground, 0.1); // prettier-ignore
  });

  it('meet within the snap distance, a turn-out drawn short of its road too, but not in a tunnel below', async () => {
    const side = link(line([2000, 900], [2000, 0.8]));
    const far = link(line([3000, 900], [3000, 1.2]));
    expect(await way([...straight, side], [point(2000, 900), point(0, 0)])).to.be.closeTo(2900 * ground, 2);
    expect(await way([...straight, far], [point(3000, 900), point(0, 0)])).to.equal(null);
    const tunnel = link(line([0, 0], [4000, 0]), { tunnel: true });
    expect(await way([tunnel, side], [point(2000, 900), point(0, 0)])).to.equal(null);
  });

  it('have no way out in a tunnel or on a ferry', async () => {
    const below = [link(line([0, 0], [1000, 0])), link(line([1000, 0], [3000, 0]), { tunnel: true })];
    expect(await way(below, [point(2000, 10), point(500, 0)], 'metres', 300)).to.equal(null);
    const crossing = [link(line([0, 0], [1000, 0])), link(line([1000, 0], [3000, 0]), { ferry: true })];
    expect(await way(crossing, [point(2000, 10), point(500, 0)], 'metres', 300)).to.equal(null);
  });

  it('are not come to along a motorway or on a viaduct, unless no other road is within reach', async () => {
    // A main road past the place at 20 m; a lane 400 m off that joins it at 4 km.
    const mains: Row[] = [{ motorway: true }, { level: 1 }];
    for (const main of mains) {
      const past = link(line([0, 0], [4000, 0]), main);
      const lane = link(line([0, 420], [4000, 420], [4000, 0]));
      const points: [Geometry, Geometry] = [point(1000, 20), point(4000, 0)];
      const round = (400 + 3000 + 420) * ground;
      expect(await way([past, lane], points), JSON.stringify(main)).to.be.closeTo(round, 0.1);
      expect(await way([past, lane], points, 'metres', 300), 'the lane is too far').to.be.closeTo(3020 * ground, 0.1);
    }
  });

  it('take the length and the nodes of their register where it has them', async () => {
    const named = (x: number, from_node: string, to_node: string, length_m: number) =>
      link(line([x, 0], [x + 1000, 0]), { from_node, to_node, length_m });
    const apart = [named(0, 'a', 'b', 1500), named(1000, 'c', 'd', 1500)];
    expect(await way(apart, [point(0, 0), point(2000, 0)])).to.equal(null);
    const tied = [named(0, 'a', 'b', 1500), named(1000, 'b', 'd', 1500)];
    expect(await way(tied, [point(0, 0), point(2000, 0)])).to.be.closeTo(3000, 1e-6);
  });

  it('may be links of several lines, and need not be there at all', async () => {
    const parts = { type: 'MultiLineString', coordinates: [[0, 1000], [1000, 2500]].map((xs) => xs.map((x) => [west + x, south])) } as Geometry; // prettier-ignore
    expect(await way([link(parts, { length_m: 9 })], [point(0, 0), point(2500, 0)])).to.be.closeTo(2500 * ground, 0.1);
    const { graph } = await stored([]);
    expect(graph.graph.components.sizes).to.deep.equal([]);
  });

  it('are read once for an edition and the land around, and anew for the next edition', async () => {
    const { datasets, graph } = await stored(straight);
    const nearby = { west, south, east: west + 10, north: south + 10 };
    const again = await graphOf(given.database(), datasets, nearby);
    expect(await graphOf(given.database(), datasets, { ...nearby, east: west + 20 })).to.equal(again);
    expect((await stored(straight)).graph).to.not.equal(graph);
  });
});
