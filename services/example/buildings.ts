import { holidayHomesAtScale1, type CabinField } from './cabin-fields.ts';
import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import type { Point } from './frame.ts';
import { cover } from './ground.ts';
import type { Land } from './land.ts';
import { countyFaces, isWild, pointIn, roughArea } from './places.ts';
import { randomStream, type Random } from './random.ts';
import { rectangle, toCentimetre } from './shapes.ts';
import type { Stage } from './stage.ts';

/** A building as one point, with what the register says of it. */
export interface Building {
  id: string;
  at: Point;
  type: number;
  /** Null where the register does not say. */
  year: number | null;
}

const dwellingsAtScale1 = 60_000;

/** Homes in the built fields (most), scattered in the hills, and a few in fields that are planned. */
export function holidayHomesOf(land: Land, fields: CabinField[], stage: Stage): Building[] {
  const random = randomStream(land.seed, 'holiday-homes');
  const total = Math.max(1, Math.round(holidayHomesAtScale1 * land.scale));
  const built = fields.filter((field) => field.built).flatMap(({ faces }) => faces);
  const planned = fields.filter((field) => !field.built).flatMap(({ faces }) => faces);
  const hills = countyFaces(land).filter(
    (face) =>
      isWild(land, face) &&
      !stage.taken.has(face) &&
      land.ground.nearness[face] > 1.5 &&
      land.ground.aboveTreeline[face] < 150,
  );
  return Array.from({ length: total }, (_, index) => {
    const chance = random.next();
    const faces = [chance < 0.6 ? built : chance < 0.63 ? planned : hills, hills, built].find(
      (list) => list.length > 0,
    );
    return building(
      `hytte-${index}`,
      pointIn(land, random.pick(faces ?? []), random),
      random.next() < 0.95 ? 161 : 162,
      random,
    );
  });
}

/** Houses in the settlements, by how many live there, and farmhouses along the fields. */
export function dwellingsOf(land: Land): Building[] {
  const random = randomStream(land.seed, 'dwellings');
  const total = Math.max(1, Math.round(dwellingsAtScale1 * land.scale));
  const faces = countyFaces(land);
  const town = faces.filter((face) => land.ground.opening[face] === cover.built);
  const farm = faces.filter((face) => land.ground.opening[face] === cover.cultivated);
  const room = cumulated(town.map((face) => roughArea(land, face) * (1.4 - land.ground.nearness[face])));
  return Array.from({ length: total }, (_, index) => {
    const urban = farm.length === 0 || (town.length > 0 && random.next() < 0.8);
    const face = urban ? town[drawn(room, random)] : random.pick(farm);
    const type = urban ? random.pick([111, 111, 111, 112, 121, 131, 142]) : 113;
    return building(`bolig-${index}`, pointIn(land, face, random), type, random);
  });
}

function building(id: string, [x, y]: Point, type: number, random: Random): Building {
  const year = random.next() < 0.1 ? null : 1900 + Math.floor(124 * Math.sqrt(random.next()));
  return { id, at: [toCentimetre(x), toCentimetre(y)], type, year };
}

/** Dwellings and holiday homes as points, and the outlines of both, with some farm buildings and garages, as buildings. */
export function buildingLayers(land: Land, dwellings: Building[], holidayHomes: Building[]): ExampleLayer[] {
  const about = { coverage: land.outline, dataDate: '2024-03-01', accuracyM: 1 };
  const points = (list: Building[]) => () =>
    list.map(({ id, at: coordinates, type, year }) => ({
      id,
      properties: { building_type: type, built_year: year },
      geometry: { type: 'Point' as const, coordinates },
    }));
  return [
    exampleLayer('dwelling', 'boliger', { ...about, title: 'Boliger' }, points(dwellings)),
    exampleLayer('holiday-home', 'fritidsboliger', { ...about, title: 'Fritidsboliger' }, points(holidayHomes)),
    exampleLayer('building', 'bygninger', { ...about, title: 'Bygninger' }, function* (): Generator<ExampleFeature> {
      const random = randomStream(land.seed, 'building-outlines');
      for (const { id, at: middle, type, year } of [...dwellings, ...holidayHomes]) {
        const turn = random.between(0, Math.PI);
        const width = random.between(8, 16);
        const properties = { building_type: type, built_year: year };
        yield { id: `bygg-${id}`, properties, geometry: rectangle(middle, width, random.between(6, 10), turn) };
        if (random.next() < 0.85) continue;
        const beside: Point = [middle[0] + 18 * Math.cos(turn), middle[1] + 18 * Math.sin(turn)];
        const outhouse = type === 113 ? 241 : type === 161 ? 182 : 181;
        yield {
          id: `uthus-${id}`,
          properties: { building_type: outhouse, built_year: year },
          geometry: rectangle(beside, 7, 6, turn),
        };
      }
    }),
  ];
}

function cumulated(weights: number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += Math.max(0, weight)));
}

/** Index drawn by weight. */
function drawn(sums: number[], random: Random): number {
  const target = random.next() * (sums.at(-1) ?? 0);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
