import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import { cover } from './ground.ts';
import type { Land } from './land.ts';
import { surveyYear } from './mesh.ts';
import { unionsOf } from './rings.ts';

/** The core of a settlement, as a share of its reach. */
export const coreReach = 0.3;

/** Settlements of at least 200 residents as urban areas, and the cores of the larger ones as centre zones. */
export function urbanLayers(land: Land): ExampleLayer[] {
  const { mesh, ground, settlements, municipalityOf, outline } = land;
  const about = { coverage: outline, dataDate: '2024-01-01', accuracyM: 10 };
  const settlementOf = (reach: number, smallest: number) =>
    Int32Array.from(ground.closing, (value, face) => {
      const built = value === cover.built || value === cover.transport;
      if (!built || municipalityOf[face] < 0 || ground.nearness[face] >= reach) return -1;
      const { settlement } = settlements.nearness(mesh.siteX[face], mesh.siteY[face]);
      return settlement.residents < smallest ? -1 : settlements.list.indexOf(settlement);
    });
  const year = surveyYear.closing;
  const areas = (reach: number, smallest: number, share: number, numbered: boolean) =>
    function* (): Generator<ExampleFeature> {
      const unions = unionsOf(mesh, settlementOf(reach, smallest), 'closing');
      for (const [index, { name, residents }] of settlements.list.entries()) {
        const geometry = index < unions.labels ? unions.get(index) : null;
        if (!geometry) continue;
        const number = String(9000 + index);
        const properties = { name, residents: Math.round(share * residents), year };
        yield { id: number, properties: numbered ? { number, ...properties } : properties, geometry };
      }
    };
  return [
    exampleLayer('urban-area', '2024', { ...about, title: 'Tettsteder 2024' }, areas(1, 200, 1, true)),
    exampleLayer('centre-zone', '2024', { ...about, title: 'Sentrumssoner 2024' }, areas(coreReach, 250, 0.1, false)),
  ];
}
