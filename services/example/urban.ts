import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import { cover } from './ground.ts';
import type { Land } from './land.ts';
import { surveyYear } from './mesh.ts';
import { unionsOf } from './rings.ts';

const year = surveyYear.closing;

/** Settlements of at least 200 residents as urban areas, and the cores of the larger ones as centre zones. */
export function urbanLayers(land: Land): ExampleLayer[] {
  const about = { coverage: land.outline, dataDate: `${year}-01-01`, accuracyM: 10 };
  return [
    exampleLayer('urban-area', String(year), { ...about, title: `Tettsteder ${year}` }, function* () {
      for (const { id, name, residents, geometry } of builtAreas(land, 1, 200))
        yield { id, properties: { number: id, name, residents, year }, geometry };
    }),
    exampleLayer('centre-zone', String(year), { ...about, title: `Sentrumssoner ${year}` }, function* () {
      for (const { id, name, residents, geometry } of builtAreas(land, 0.3, 250))
        yield { id, properties: { name, residents: Math.round(0.1 * residents), year }, geometry };
    }),
  ];
}

interface BuiltArea extends Pick<ExampleFeature, 'id' | 'geometry'> {
  name: string;
  residents: number;
}

/**
 * Built land and roads of each settlement, out to a share of its reach, its innermost cell at least.
 * @param smallest residents that make a settlement count
 */
function* builtAreas(land: Land, reach: number, smallest: number): Generator<BuiltArea> {
  const { mesh, ground, settlements, municipalityOf } = land;
  const { list } = settlements;
  const innermost = list.map(() => -1);
  const settlementOf = Int32Array.from(ground.closing, (value, face) => {
    const built = value === cover.built || value === cover.transport;
    if (!built || municipalityOf[face] < 0 || ground.nearness[face] >= 1) return -1;
    const { settlement } = settlements.nearness(mesh.siteX[face], mesh.siteY[face]);
    const index = list.indexOf(settlement);
    if (settlement.residents < smallest) return -1;
    if (innermost[index] < 0 || ground.nearness[face] < ground.nearness[innermost[index]]) innermost[index] = face;
    return ground.nearness[face] < reach ? index : -1;
  });
  for (const [index, face] of innermost.entries()) if (face >= 0) settlementOf[face] = index;
  const unions = unionsOf(mesh, settlementOf, 'closing');
  for (const [index, { name, residents }] of list.entries()) {
    const geometry = index < unions.labels ? unions.get(index) : null;
    if (geometry) yield { id: String(9000 + index), name, residents, geometry };
  }
}
