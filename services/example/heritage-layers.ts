import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import type { Heritage } from './heritage.ts';
import type { Land } from './land.ts';
import { blobPolygon } from './shapes.ts';

/** Sites, the monuments inside them, and environments. Nobody says how well the environments cover the county. */
export function heritageLayers(land: Land, { sites, environments }: Heritage): ExampleLayer[] {
  const about = { coverage: land.outline, dataDate: '2024-04-15', accuracyM: 1 };
  return [
    exampleLayer('heritage-site', 'lokaliteter', { ...about, title: 'Kulturminner, lokaliteter' }, () =>
      sites.map(({ id, area, name, protection, importance }) => ({
        id,
        properties: { name, protection, importance },
        geometry: blobPolygon(area),
      })),
    ),
    exampleLayer(
      'heritage-monument',
      'enkeltminner',
      { ...about, title: 'Kulturminner, enkeltminner' },
      function* (): Generator<ExampleFeature> {
        for (const { name, monuments } of sites)
          for (const { id, area, protection } of monuments)
            yield { id, properties: { name, protection, importance: null }, geometry: blobPolygon(area, 1, 12) };
      },
    ),
    exampleLayer('heritage-environment', 'kulturmiljo', { ...about, title: 'Kulturmiljøer og kulturlandskap' }, () =>
      environments.map(({ id, area, name, kind, importance }) => ({
        id,
        properties: { kind, name, importance },
        geometry: blobPolygon(area),
      })),
    ),
  ];
}
