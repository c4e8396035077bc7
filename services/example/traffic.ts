import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import type { Land } from './land.ts';
import { randomStream, type Random } from './random.ts';
import { lineOf, linkId } from './roads.ts';
import type { RoadCategory, RoadLink, RoadNetwork } from './road-network.ts';

const usual: Record<RoadCategory, number> = {
  european: 9000,
  national: 4000,
  county: 900,
  municipal: 300,
  private: 30,
  forest: 10,
};

/** Traffic on main roads and some of the others: counted both ways or one way, and said which; in places unknown. */
export function trafficLayers(land: Land, { links }: RoadNetwork): ExampleLayer[] {
  const about = { title: 'Trafikkmengde 2023', coverage: land.outline, dataDate: '2023-12-31', accuracyM: 2 };
  return [
    exampleLayer('traffic', '2023', about, function* (): Generator<ExampleFeature> {
      const random = randomStream(land.seed, 'traffic');
      for (const [index, link] of links.entries()) {
        if (link.number === null && random.next() < 0.9) continue;
        yield {
          id: `trafikk-${index}`,
          properties: {
            link_id: linkId(index),
            road_number: link.number,
            category: link.category,
            year: 2023,
            ...figures(land, link, random),
          },
          geometry: { type: 'LineString', coordinates: lineOf(link) },
        };
      }
    }),
  ];
}

function figures({ settlements }: Land, link: RoadLink, random: Random): ExampleFeature['properties'] {
  const [x, y] = link.line[0] ?? [0, 0];
  const town = 1 + 1.5 / (1 + settlements.nearness(x, y).value);
  const both = Math.round(usual[link.category] * town * random.between(0.5, 1.5));
  const oneWay = link.oneWay || random.next() < 0.1;
  const chance = random.next();
  const known = {
    aadt: oneWay ? Math.round(both / 2) : both,
    aadt_direction: oneWay ? 'per-direction' : 'both',
    long_share: chance < 0.12 ? null : Math.round(1000 * random.between(0.04, 0.22)) / 1000,
    long_threshold_m: chance < 0.3 ? null : 5.6,
    origin: chance < 0.5 ? 'measured' : 'derived',
  };
  if (chance < 0.94) return known;
  return { aadt: null, aadt_direction: null, long_share: null, long_threshold_m: null, origin: 'unknown' };
}
