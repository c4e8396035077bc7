import { componentsOf } from './components.ts';
import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import { cover } from './ground.ts';
import type { Land } from './land.ts';
import { placeName } from './names.ts';
import { unionsOf } from './rings.ts';

/** Lakes, every fifth of them regulated, and rivers: the water of the land cover, put together. */
export function waterLayers(land: Land): ExampleLayer[] {
  const { mesh, ground, municipalityOf, outline } = land;
  const about = { title: 'Vann og vassdrag', coverage: outline, dataDate: '2018-07-01', accuracyM: 2 };
  return [
    exampleLayer('water', 'vann', about, function* (): Generator<ExampleFeature> {
      const key = Int32Array.from(ground.opening, (value, face) =>
        value === cover.water && municipalityOf[face] >= 0 ? ground.river[face] : -1,
      );
      const unions = unionsOf(mesh, componentsOf(mesh, key), 'opening');
      let count = 0;
      for (let face = 0; face < unions.labels; face++) {
        const geometry = unions.get(face);
        if (!geometry) continue;
        const river = ground.river[face] === 1;
        const still = count % 5 === 4 ? 'reservoir' : 'lake';
        yield {
          id: `vann-${face}`,
          properties: {
            kind: river ? 'river' : still,
            name: placeName(count, river ? 'elva' : 'vatnet'),
            height_m: river ? null : Math.round(ground.height[face]),
          },
          geometry,
        };
        count++;
      }
    }),
  ];
}
