import { exampleLayer, type ExampleLayer } from './example-layer.ts';
import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import { placeName } from './names.ts';
import { countyFaces, siteOf } from './places.ts';
import { randomStream } from './random.ts';
import { blob, blobPolygon, toCentimetre, type Blob } from './shapes.ts';
import type { SpotName, Stage } from './stage.ts';

const kinds = ['gravel', 'crushed-rock', 'dimension-stone', 'industrial', 'metal'] as const;
const registrations = [
  'deposit',
  'deposit',
  'registration',
  'deposit',
  'prospect',
  'registration',
  'province',
] as const;
const importances = [
  'regional',
  'local',
  'national',
  'small',
  'not-assessed',
  'none',
  'local',
  'international',
] as const;

/** A resource as an area, or as a point when its `area` is null. */
export interface Mineral {
  id: string;
  at: Point;
  area: Blob | null;
  kind: (typeof kinds)[number];
  registration: (typeof registrations)[number];
  importance: (typeof importances)[number];
  name: string;
  /** Index of the municipality. */
  municipality: number;
}

const mineralsAtScale1 = 1500;

/** Resources the drafts meet, then others of every kind, registration and importance all over the county. */
export function mineralsOf(land: Land, stage: Stage): Mineral[] {
  const random = randomStream(land.seed, 'minerals');
  const count = Math.max(8, Math.round(mineralsAtScale1 * land.scale));
  const staged = stagedMinerals(stage).map((mineral): Mineral => ({
    ...mineral,
    area: mineral.radius === null ? null : blob(random, mineral.at, mineral.radius, 1.2),
    municipality: stage.municipality,
  }));
  const faces = countyFaces(land).filter((face) => !stage.taken.has(face));
  const others = Array.from({ length: Math.max(8, count - staged.length) }, (_, index): Mineral => {
    const face = random.pick(faces);
    const registration = registrations[index % registrations.length] ?? 'deposit';
    const wide = registration === 'province';
    const radius = wide ? random.between(0.1, 0.2) * Math.min(8000, land.frame.radius) : 60 + 260 * random.next() ** 2;
    return {
      id: `mineral-${index}`,
      at: siteOf(land, face),
      area: index % 3 === 2 && !wide ? null : blob(random, siteOf(land, face), radius),
      kind: kinds[index % kinds.length] ?? 'gravel',
      registration,
      importance: importances[index % importances.length] ?? 'local',
      name: placeName(index, 'forekomsten'),
      municipality: land.municipalityOf[face],
    };
  });
  return [...staged, ...others];
}

function stagedMinerals({ spots }: Stage) {
  const list: [SpotName, Mineral['importance'], Mineral['kind'], number | null][] = [
    ['housing-mineral', 'national', 'gravel', 0.5],
    ['business-point-mineral', 'regional', 'dimension-stone', null],
    ['mineral-secured', 'national', 'industrial', 0.6],
    ['mineral-extraction', 'regional', 'crushed-rock', 0.6],
    ['mineral-open', 'regional', 'gravel', 0.8],
  ];
  return list.flatMap(([name, importance, kind, size]) => {
    const spot = spots.get(name);
    if (!spot) return [];
    const radius = size === null ? null : size * spot.radius;
    const id = `mineral-${name}`;
    return [{ id, at: spot.at, radius, kind, registration: 'deposit' as const, importance, name: `${name} forekomst` }];
  });
}

export function mineralLayers(land: Land, minerals: Mineral[]): ExampleLayer[] {
  const about = { title: 'Mineralressurser', coverage: land.outline, dataDate: '2023-11-01', accuracyM: 20 };
  return [
    exampleLayer('mineral-resource', 'mineraler', about, () =>
      minerals.map(({ id, at: point, area, kind, registration, importance, name }) => ({
        id,
        properties: { kind, registration, importance, name },
        geometry: area ? blobPolygon(area) : { type: 'Point', coordinates: point.map(toCentimetre) },
      })),
    ),
  ];
}
