import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import type { Land } from './land.ts';
import { placeName } from './names.ts';
import { randomStream } from './random.ts';
import type { RoadNetwork } from './road-network.ts';
import { toCentimetre } from './shapes.ts';

/** Hubs in the municipality centres, trains in the larger ones, and stops along main roads and town streets. */
export function transitLayers(land: Land, { nodes, links }: RoadNetwork): ExampleLayer[] {
  const about = { coverage: land.outline, dataDate: '2024-04-01', accuracyM: 5 };
  return [
    exampleLayer('transit-hub', 'knutepunkt', { ...about, title: 'Kollektivknutepunkt' }, () =>
      land.municipalities.map(({ centre }, index) => ({
        id: `knutepunkt-${index}`,
        properties: {
          name: `${centre.name} stasjon`,
          modes: index % 2 === 0 ? 'buss,tog' : 'buss',
          departures: Math.max(12, Math.round(centre.residents / 60)),
        },
        geometry: { type: 'Point' as const, coordinates: centre.at.map(toCentimetre) },
      })),
    ),
    exampleLayer('stop', 'holdeplasser', { ...about, title: 'Holdeplasser' }, function* (): Generator<ExampleFeature> {
      const random = randomStream(land.seed, 'stops');
      const served = new Set<number>();
      for (const { to, category } of links) {
        const chance = category === 'municipal' ? 0.12 : category === 'private' || category === 'forest' ? 0 : 0.4;
        const [x, y] = nodes[to] ?? [0, 0];
        if (random.next() >= chance || served.has(to)) continue;
        served.add(to);
        const near = land.settlements.nearness(x, y).value;
        yield {
          id: `stopp-${to}`,
          properties: {
            name: placeName(served.size, 'krysset'),
            modes: 'buss',
            departures: Math.max(2, Math.round((60 / (1 + near)) * random.between(0.5, 1.2))),
          },
          geometry: { type: 'Point', coordinates: [toCentimetre(x), toCentimetre(y)] },
        };
      }
    }),
  ];
}
