import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import type { Land } from './land.ts';
import { unionsOf } from './rings.ts';

/** Municipalities and regions: unions of cells, so that the coverages tile them exactly. */
export function boundaryLayers(land: Land): ExampleLayer[] {
  const about = { coverage: land.outline, dataDate: '2024-01-01', accuracyM: 1 };
  const areas = (of: Int32Array, list: { number: string; name: string }[]) =>
    function* (): Generator<ExampleFeature> {
      const unions = unionsOf(land.mesh, of, 'opening');
      for (const [index, { number, name }] of list.entries()) {
        const geometry = unions.get(index);
        if (!geometry) continue;
        yield { id: number, properties: { number, name, valid_from: '2020-01-01', valid_to: null }, geometry };
      }
    };
  return [
    exampleLayer(
      'municipality',
      'kommuner',
      { ...about, title: 'Kommuner' },
      areas(land.municipalityOf, land.municipalities),
    ),
    exampleLayer('region', 'regioner', { ...about, title: 'Regioner' }, areas(land.regionOf, land.regions)),
  ];
}
