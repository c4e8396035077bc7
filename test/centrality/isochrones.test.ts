import { area, bbox, booleanPointInPolygon, difference, featureCollection } from '@turf/turf';
import { expect } from 'chai';
import fc from 'fast-check';
import { buildGraph } from '../../services/centrality/graph/road-graph.ts';
import type { Road } from '../../services/centrality/graph/road.ts';
import { isochronesProcess } from '../../services/centrality/isochrones/process.ts';
import { reachedStretches } from '../../services/centrality/isochrones/reached-stretches.ts';
import { loadCase } from '../cases/load-case.ts';
import type { ConflictCase } from '../cases/truth-case.ts';
import { everywhere } from '../conflicts/scene.ts';
import { eachDatabase } from '../setup/databases.ts';
import { ask } from '../imports/rows.ts';
import { ground, roadAlong, south, west } from './a-small-county.ts';
import { road, timesFrom } from './small-roads.ts';

describe('stretches of road within minutes', () => {
  it('are those from whose points the time along the road says so, whatever the network', () => {
    const links = fc.array(
      fc
        .tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 9 }), fc.boolean())
        .map(([from, to, km, oneWay]): Road => road(`${from}`, `${to}`, { length_m: 1000 * km, oneWay })),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(links, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 8 }), (roads, limit, more) => {
        const graph = buildGraph(roads);
        const limits = more > 0 ? [limit, limit + more] : [limit];
        const found = reachedStretches(graph, [{ road: 0, start: 0.5, stop: 0.5, gap_m: 0 }], limits);
        const { forward, backward, from, to } = graph.edges;
        const starts = [timesFrom(graph, from[0] ?? 0), timesFrom(graph, to[0] ?? 0)];
        const [begun = [0, 0]] = [[(backward[0] ?? NaN) / 2, (forward[0] ?? NaN) / 2]];
        const reach = (node: number) =>
          Math.min(...starts.map((times, at) => (begun[at] ?? NaN) + (times.get(node) ?? Infinity)));
        for (const [band, most] of limits.entries())
          for (let edge = 0; edge < graph.edges.count; edge++)
            for (const at of [0.07, 0.31, 0.53, 0.86]) {
              const [there, back] = [forward[edge] ?? NaN, backward[edge] ?? NaN];
              const own = edge === 0 ? (at > 0.5 ? (at - 0.5) * there : (0.5 - at) * back) : Infinity;
              const time = Math.min(reach(from[edge] ?? 0) + at * there, reach(to[edge] ?? 0) + (1 - at) * back, own);
              if (Math.abs(time - most) < 1e-6) continue;
              const isIn = found.some(
                (one) => one.band <= band && one.road === edge && one.start <= at && one.stop >= at,
              );
              expect(isIn, `${edge} at ${at} within ${most}: ${time}`).to.equal(time < most);
            }
      }),
    );
  });
});

eachDatabase('isochrones', (given) => {
  const filled = new Set<string>();
  const load = (layers: ConflictCase['layers']) =>
    loadCase(given.database(), given.catalogue(), { id: 'iso', crs: 'EPSG:25832', layers }, filled);
  const run = (inputs: Record<string, unknown>) =>
    isochronesProcess.execute(isochronesProcess.inputs.parse(inputs), {
      ...{ database: given.database(), catalogue: given.catalogue(), language: 'nb' },
    });
  const degrees = async (x: number, y: number): Promise<[number, number]> => {
    const [row] = await ask<{ lon: number; lat: number }>(
      given.database(),
      `select st_x(g) as lon, st_y(g) as lat from (select st_transform(st_setsrid(st_makepoint(:x, :y), 25832), 4258) as g) p`,
      { x: west + x, y: south + y },
    );
    return [row?.lon ?? NaN, row?.lat ?? NaN];
  };
  const why = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: Error) => error.message,
    );

  it('say that there are no roads', async () => {
    expect(await why(run({ origins: [[9, 60]] }))).to.match(/road-link/);
  });

  it('are the land along the roads that are reached, cut where the time is up, each within the next', async () => {
    // 60 km/h east and west; a tunnel from 3 km on, with the open road again at 4 km.
    await load({
      'road-link': everywhere([
        roadAlong([[-10_000, 0], [3000, 0]]), // prettier-ignore
        roadAlong([[3000, 0], [4000, 0]], { tunnel: 'true' }), // prettier-ignore
        roadAlong([[4000, 0], [20_000, 0]]), // prettier-ignore
      ]),
    });
    const origins = [await degrees(1000, 0)];
    const found = await run({ origins, minutes: [10, 2, 5], width_m: 50 });
    expect(found.features.map(({ properties }) => properties.minutes)).to.deep.equal([2, 5, 10]);
    const [two, five, ten] = found.features;
    if (!two || !five || !ten) throw new Error('three areas');
    // Two minutes: 2 km on the ground each way, and half a disc at each end; 32-gons lose 0.6 % of a disc.
    const strip = (metres: number) => metres * 100 * ground + Math.PI * (50 * ground) ** 2;
    expect(two.properties.area_m2).to.be.closeTo(strip(4000 / ground), 0.005 * strip(4000));
    // Five: 5 km west; east 2 km to the tunnel and 2 km behind it.
    expect(five.properties.area_m2).to.be.closeTo(strip(7000 / ground) + strip(2000 / ground), 0.01 * strip(9000));
    expect(five.geometry.coordinates).to.have.length(2);
    expect(booleanPointInPolygon(await degrees(3500, 0), five)).to.equal(false);
    expect(bbox(five)[2]).to.be.closeTo((await degrees(6000 + 50 - 6000 * (ground - 1) + (ground - 1) * 1000, 0))[0], 1e-4); // prettier-ignore
    for (const [inner, outer] of [
      [two, five],
      [five, ten],
    ] as const) {
      const out = difference(featureCollection([inner, outer]));
      expect(out ? area(out) : 0, 'nothing of the shorter lies outside, to a centimetre along its edge').to.be.below(
        0.01 * 18_000,
      );
    }
    const onFoot = await run({ origins, minutes: [12], mode: 'foot', width_m: 50 });
    expect(onFoot.features[0]?.properties.area_m2).to.be.closeTo(strip(2000 / ground), 0.01 * strip(2000));
    const none = await run({ origins, minutes: [0], width_m: 50 });
    expect(none.features[0]?.properties.area_m2, 'where one stands').to.be.closeTo(Math.PI * (50 * ground) ** 2, 80);
  });

  it('go on behind a ferry, as far as the time is enough on foot', async () => {
    await load({
      'road-link': everywhere([
        roadAlong([[0, 0], [19_500, 0]]), // prettier-ignore
        roadAlong([[19_500, 0], [39_500, 0]], { ferry: 'true', ferry_min: 10, wait_min: 1 }), // prettier-ignore
        roadAlong([[39_500, 0], [40_500, 0]]), // prettier-ignore
        roadAlong([[40_500, 0], [50_000, 0]]), // prettier-ignore
      ]),
    });
    // 6 minutes to the quay, 11 by ferry, and 43 left: 3.58 km beyond it.
    const found = await run({ origins: [await degrees(19_000, 0)], minutes: [60], mode: 'foot' });
    const [area] = found.features;
    if (!area) throw new Error('one area');
    expect(booleanPointInPolygon(await degrees(42_900, 0), area)).to.equal(true);
    expect(booleanPointInPolygon(await degrees(43_300, 0), area)).to.equal(false);
  });

  it('say which point has no road, and refuse what is no point or no time', async () => {
    const far = [await degrees(1000, 0), await degrees(1000, 30_000)];
    expect(await why(run({ origins: far }))).to.match(/Punkt 2 .*ingen veg|Point 2 .*no road/);
    for (const wrong of [
      { origins: [] },
      { origins: [[900, 60]] },
      { origins: far, minutes: [-1] },
      { origins: far, mode: 'boat' },
    ])
      // prettier-ignore
      expect(isochronesProcess.inputs.safeParse(wrong).success).to.equal(false);
  });
});
