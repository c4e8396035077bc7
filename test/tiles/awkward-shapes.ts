import type { Geometry, Position } from 'geojson';
import type { Catalogue } from '../../layers/catalogue.ts';
import type { Database } from '../../services/database/database.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';

/** Middle of the shapes, EPSG:25832 metres: Hallingdal, far from the central meridian's straight lines. */
const middle: readonly [x: number, y: number] = [505_000, 6_710_000];

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A star-shaped ring: it never crosses itself. @param turn 1 anticlockwise, -1 clockwise */
function star([x, y]: Position, radius: number, corners: number, random: () => number, turn = 1): Position[] {
  const ring = Array.from({ length: corners }, (_, index): Position => {
    const angle = (turn * 2 * Math.PI * (index + 0.8 * random())) / corners;
    const reach = radius * (0.4 + 0.6 * random());
    return [(x ?? 0) + reach * Math.cos(angle), (y ?? 0) + reach * Math.sin(angle)];
  });
  return [...ring, ring[0] ?? [0, 0]];
}

/** A comb: its teeth cross the edges of tiles many times. */
function comb([x, y]: Position, teeth: number, width: number, height: number): Position[] {
  const [left, bottom] = [x ?? 0, y ?? 0];
  const step = width / (2 * teeth);
  const edge = Array.from({ length: teeth }, (_, tooth): Position[] => {
    const at = left + 2 * tooth * step;
    return [
      [at, bottom + height],
      [at + step, bottom + height],
      [at + step, bottom + height / 10],
      [at + 2 * step, bottom + height / 10],
    ];
  }).flat();
  const ring: Position[] = [[left, bottom], ...edge, [left + width, bottom], [left, bottom]];
  return ring.toReversed();
}

interface Shapes {
  layer: string;
  /** EPSG number; 25832 when left out. */
  crs?: number;
  features: { geometry: Geometry; properties: Record<string, unknown> }[];
}

/** Shapes that are hard on tile encoders: many edges, holes, parts, slivers, specks, and things far larger than a tile. */
export function awkwardShapes(seed = 7): Shapes[] {
  const random = generator(seed);
  const place = (spread: number): Position => [
    middle[0] + (random() - 0.5) * spread,
    middle[1] + (random() - 0.5) * spread,
  ];
  const polygons: Geometry[] = [
    ...Array.from({ length: 120 }, (_, index): Geometry => {
      const centre = place(30_000);
      const radius = 4 * 1.09 ** index;
      const outer = star(centre, radius, 5 + Math.floor(random() * 60), random);
      const hole = star(centre, radius * 0.3, 7, random, -1);
      return { type: 'Polygon', coordinates: index % 3 === 0 ? [outer, hole] : [outer] };
    }),
    { type: 'Polygon', coordinates: [comb([middle[0] - 9000, middle[1] - 6000], 40, 18_000, 12_000)] },
    { type: 'Polygon', coordinates: [star([...middle], 90_000, 300, random)] },
    {
      type: 'MultiPolygon',
      coordinates: Array.from({ length: 30 }, (_, index) => [
        star([middle[0] - 15_000 + index * 1000, middle[1] + 9000], 350, 9, random),
      ]),
    },
    // A sliver 3 m wide and 20 km long.
    {
      type: 'Polygon',
      coordinates: [
        [
          [middle[0] - 10_000, middle[1]],
          [middle[0] + 10_000, middle[1] + 500],
          [middle[0] + 10_000, middle[1] + 503],
          [middle[0] - 10_000, middle[1]],
        ],
      ],
    },
  ];
  const lines: Geometry[] = [
    ...Array.from({ length: 60 }, (_, index): Geometry => {
      const [x = 0, y = 0] = place(30_000);
      const reach = 5 * 1.15 ** index;
      return {
        type: 'LineString',
        coordinates: Array.from({ length: 2 + (index % 30) }, () => [
          x + (random() - 0.5) * reach,
          y + (random() - 0.5) * reach,
        ]),
      };
    }),
    {
      type: 'MultiLineString',
      coordinates: Array.from({ length: 12 }, (_, index) => [
        [middle[0] - 12_000, middle[1] + index * 300],
        [middle[0] + 12_000, middle[1] - index * 200],
      ]),
    },
  ];
  const points: Geometry[] = Array.from({ length: 400 }, () => ({ type: 'Point', coordinates: place(25_000) }));
  return [
    {
      layer: 'protected-area',
      features: polygons.map((geometry, index) => ({
        geometry,
        properties: { id: `p${index}`, name: `Område «${index}»`, vernedato: index % 2 ? '1999-05-31' : null },
      })),
    },
    {
      layer: 'road-link',
      features: lines.map((geometry, index) => ({
        geometry,
        properties: { id: `l${index}`, tunnel: index % 3 === 0, speed_kmh: 30 + index, length_m: index * 1.25 },
      })),
    },
    {
      layer: 'stop',
      features: points.map((geometry, index) => ({
        geometry,
        properties: { id: `s${index}`, name: index % 4 ? `Holdeplass ${index}` : null, departures: index - 5 },
      })),
    },
  ];
}

/** Load and publish features as the only dataset of a layer. */
export async function load(
  database: Database,
  catalogue: Catalogue,
  { layer, crs = 25832, features }: Shapes,
): Promise<void> {
  const { datasetId } = await loadDataset(database, catalogue, {
    layer,
    part: 'test',
    crs,
    features: features.map((feature, index) => ({ index, ...feature })),
    provenance: { title: 'Test', provider: 'Tester', dataDate: '2024-05', example: true },
  });
  await publish(database, catalogue, [{ layer, add: [datasetId] }]);
}
