import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import type { RoadLink, RoadNetwork } from './road-network.ts';
import { toCentimetre } from './shapes.ts';

export const linkId = (index: number): string => `lenke-${index}`;

/** Road links with all that travel times need. `length_m` is on the ellipsoid. */
export function roadLayers(land: Land, { links }: RoadNetwork): ExampleLayer[] {
  const about = { title: 'Vegnett', coverage: land.outline, dataDate: '2024-02-01', accuracyM: 2 };
  return [
    exampleLayer('road-link', 'vegnett', about, function* (): Generator<ExampleFeature> {
      for (const [index, link] of links.entries()) {
        const line = lineOf(link);
        const length = lengthOf(line);
        yield {
          id: linkId(index),
          properties: {
            road_number: link.number,
            category: link.category,
            speed_kmh: link.speed,
            length_m: toCentimetre(length),
            from_node: `node-${link.from}`,
            to_node: `node-${link.to}`,
            one_way: link.oneWay,
            ferry: link.ferry,
            ferry_min: link.ferry ? Math.ceil(length / 250) + 2 : null,
            wait_min: link.ferry ? 10 : null,
            tunnel: link.tunnel,
            level: link.tunnel ? -1 : 0,
            kind: link.ferry ? 'bilferje' : 'enkelBilveg',
          },
          geometry: { type: 'LineString', coordinates: line },
        };
      }
    }),
  ];
}

export const lineOf = ({ line }: RoadLink): Point[] => line.map(([x, y]) => [toCentimetre(x), toCentimetre(y)]);

/** Ellipsoidal length of a line in EPSG:25832, metres: each side divided by the scale of the grid at its middle. */
function lengthOf(line: Point[]): number {
  let sum = 0;
  for (const [i, b] of line.entries()) {
    const a = line[i - 1];
    if (a) sum += Math.hypot(b[0] - a[0], b[1] - a[1]) / gridScale((a[0] + b[0]) / 2);
  }
  return sum;
}

/** Point scale of UTM: 0.9996 · (1 + d² / 2R²), d the distance from the central meridian, R the mean radius at 60° N. */
function gridScale(easting: number): number {
  const distance = (easting - 500_000) / 0.9996;
  return 0.9996 * (1 + distance ** 2 / (2 * 6_383_500 ** 2));
}
