import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import { onLake } from './lakes.ts';
import type { Land } from './land.ts';
import { surveyYear, type Survey } from './mesh.ts';
import { ease } from './noise.ts';
import { randomStream } from './random.ts';
import { closed } from './shapes.ts';

const side = 250;
const cellsAtScale1 = 13_000;

/** A 250 m cell with residents: its south-west corner and how many live there. */
export interface PopulationCell {
  x: number;
  y: number;
  residents: Record<Survey, number>;
}

/** Cells where people live: crowded in the settlements, scattered along the valleys. */
export function populationCells(land: Land): PopulationCell[] {
  const { frame, terrain, settlements, scale, seed } = land;
  const random = randomStream(seed, 'population');
  const wanted = Math.max(1, Math.round(cellsAtScale1 * scale));
  const [middleX, middleY] = frame.toMap(0, 0);
  const reach = Math.ceil((1.35 * frame.radius) / side);
  const candidates: { x: number; y: number; town: number; order: number }[] = [];
  for (let i = -reach; i < reach; i++)
    for (let j = -reach; j < reach; j++) {
      const x = (Math.floor(middleX / side) + i) * side;
      const y = (Math.floor(middleY / side) + j) * side;
      const at = [x + side / 2, y + side / 2] as const;
      if (frame.reach(...at) > 0.97 || onLake(land, ...at)) continue;
      const { value } = settlements.nearness(...at);
      const town = value < 1.1 ? 1.2 - value : 0;
      const rural = terrain.height(...at) < 750 ? 0.02 + 0.5 * ease(1 - 4 * terrain.rise(...at)) : 0.001;
      // Drawing without replacement by weight: the smallest of exponential times (Efraimidis and Spirakis).
      const order = -Math.log(1 - random.next()) / (town > 0 ? 50 * town : rural);
      candidates.push({ x, y, town, order });
    }
  const chosen = candidates.sort((a, b) => a.order - b.order).slice(0, wanted);
  const total = settlements.list.reduce((sum, { residents }) => sum + residents, 0);
  const crowd = chosen.reduce((sum, { town }) => sum + town ** 2, 0);
  return chosen
    .map(({ x, y, town }) => {
      const closing = town > 0 ? Math.max(1, Math.round((total * town ** 2) / crowd)) : 1 + random.below(14);
      const opening = random.next() < 0.04 ? 0 : Math.max(1, Math.round(closing * random.between(0.88, 1.04)));
      return { x, y, residents: { opening, closing: random.next() < 0.02 && opening > 0 ? 0 : closing } };
    })
    .sort((a, b) => a.y - b.y || a.x - b.x);
}

/** Residents on 250 m cells in both survey years; cells without residents are not in the data. */
export function populationLayers(land: Land, cells: PopulationCell[]): ExampleLayer[] {
  return (['opening', 'closing'] as const).map((survey) => {
    const year = surveyYear[survey];
    const about = { title: `Befolkning på rutenett 250 m, ${year}`, coverage: land.outline, dataDate: `${year}-01-01` };
    return exampleLayer('population', String(year), about, function* (): Generator<ExampleFeature> {
      for (const { x, y, residents } of cells) {
        if (residents[survey] === 0) continue;
        // Statistics Norway names a cell by easting (with 2 000 000 added) and northing of its corner; E marks the example.
        const cell = `E${2_000_000 + x}${y}`;
        const ring = [[x, y], [x + side, y], [x + side, y + side], [x, y + side]]; // prettier-ignore
        yield { id: cell, properties: { residents: residents[survey], year, cell }, geometry: closed(ring) };
      }
    });
  });
}
