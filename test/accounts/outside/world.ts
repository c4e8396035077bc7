import type { Point, Polygon, Position } from 'geojson';
import type { CaseFeature, ConflictCase } from '../../cases/truth-case.ts';
import { everywhere, feature, rectangle } from '../../conflicts/scene.ts';

/** South-western corner of the municipality, 70 km west of the central meridian, and the side of a cell of its maps. */
const [west, south] = [430_000, 6_650_000];
const cell = 400;
const cells = 5;

/** A number between −1 and 1 that looks drawn by chance. */
const chance = (seed: number): number => {
  const turned = Math.sin(seed * 12.9898) * 43_758.5453;
  return 2 * (turned - Math.floor(turned)) - 1;
};

/** Corners of a mesh of cells with crooked sides; its rim is the same whatever the seed. */
function mesh(seed: number, moves: Record<string, [number, number]> = {}): (column: number, row: number) => Position {
  return (column, row) => {
    const isInner = column > 0 && row > 0 && column < cells && row < cells;
    const own = (isInner ? seed : 1) * 100 + 10 * column + row;
    const [east, north] = moves[`${column},${row}`] ?? [0, 0];
    return [
      Math.round((west + column * cell + 90 * chance(own)) * 100) / 100 + east,
      Math.round((south + row * cell + 90 * chance(own + 0.5)) * 100) / 100 + north,
    ];
  };
}

const ringOf = (at: ReturnType<typeof mesh>, corners: readonly [number, number][]): Position[] =>
  [...corners, corners[0] ?? ([0, 0] as const)].map(([column, row]) => at(column, row));

const side = Array.from({ length: cells }, (_, at) => at);
const rim: [number, number][] = [
  ...side.map((at): [number, number] => [at, 0]),
  ...side.map((at): [number, number] => [cells, at]),
  ...side.map((at): [number, number] => [cells - at, cells]),
  ...side.map((at): [number, number] => [0, cells - at]),
];

export const number = '9970';
export const outline: Polygon = { type: 'Polygon', coordinates: [ringOf(mesh(1), rim)] };

/** The cells of a map in a year; the 19th has an island of another class. @param missing cells that nobody mapped */
function coverage(
  at: ReturnType<typeof mesh>,
  {
    year,
    classes,
    island = '60',
    missing = [],
  }: { year: number; classes: (place: number) => string; island?: string; missing?: number[] },
): CaseFeature[] {
  return Array.from({ length: cells * cells }, (_, place) => place).flatMap((place) => {
    if (missing.includes(place)) return [];
    const [column, row] = [place % cells, Math.floor(place / cells)];
    const ring = ringOf(at, [
      [column, row],
      [column + 1, row],
      [column + 1, row + 1],
      [column, row + 1],
    ]);
    const own = (coordinates: Position[][], code: string) =>
      feature({ type: 'Polygon', coordinates }, { class: code, year });
    if (place !== 18) return [own([ring], classes(place))];
    const [hole = []] = quad(1350, 1300, 130, 90, 25).coordinates;
    return [own([ring, [...hole].reverse()], classes(place)), own([hole], island)];
  });
}

/** A rectangle that is turned about its first corner; metres from the south-west, degrees. */
export function quad(x: number, y: number, width: number, height: number, degrees: number): Polygon {
  const turn = (degrees * Math.PI) / 180;
  const at = (along: number, up: number): Position => [
    west + x + along * Math.cos(turn) - up * Math.sin(turn),
    south + y + along * Math.sin(turn) + up * Math.cos(turn),
  ];
  return { type: 'Polygon', coordinates: [[at(0, 0), at(width, 0), at(width, height), at(0, height), at(0, 0)]] };
}

const point = (x: number, y: number): Point => ({ type: 'Point', coordinates: [west + x, south + y] });

const codes = ['30', '50', '21', '60', '11', '30', '81', '23'];
const before = (place: number) => codes[(place * 3) % codes.length] ?? '30';
const after = (place: number) => ({ 7: '11', 12: '21', 17: '11' })[place] ?? before(place);
const types = ['4', '5', '2', '7', '1', '8'];

const zone = (geometry: Polygon, plan_id: string, purpose: number, status: number | null, level = 2): CaseFeature =>
  feature(geometry, {
    ...{ plan_id, purpose, status, level },
    object_type: status === null ? 'RpArealformålOmråde' : 'KpArealformålOmråde',
  });

const plan = (plan_id: string, in_force: string): CaseFeature =>
  feature(quad(-200, -200, 3000, 2600, 0), { plan_id, in_force, plan_status: 3, law: 2008 });

/** A regulation of which a newer plan keeps a part. */
export const regulation = zone(quad(500, 450, 300, 260, -15), '9970_2', 1110, null);
export const keptByNewest = quad(520, 440, 200, 200, 0);
/** The newest plan's zones in the order of their numbers; the fourth claims land of the third. */
export const newest = [
  zone(quad(200, 900, 500, 400, 7), '9970_3', 1110, 2),
  zone(quad(800, 200, 400, 350, -8), '9970_3', 1110, 1),
  zone(quad(1000, 900, 600, 500, 20), '9970_3', 1120, 2),
  zone(quad(1200, 1000, 400, 300, -5), '9970_3', 1300, 2),
  zone(quad(350, 250, 400, 500, 3), '9970_3', 5100, 1),
  zone(quad(1500, 300, 700, 300, 12), '9970_3', 5210, 2),
];
export const oldest = zone(quad(250, 200, 500, 300, 10), '9970_1', 1110, 2);

/** A municipality with all that an account reads, and a neighbour that some of it reaches into. */
export const layers: ConflictCase['layers'] = {
  municipality: {
    ...{ coverage: null, accuracy_m: null },
    features: [
      feature(outline, { number, name: 'Skjeve' }),
      feature(rectangle(west + 3000, south, 1000, 1000), { number: '9971', name: 'Borte' }),
    ],
  },
  'land-cover': everywhere([
    ...coverage(mesh(2), { year: 2018, classes: before, missing: [24] }),
    ...coverage(mesh(2, { '2,2': [90, 60], '3,4': [0.05, -0.03] }), { year: 2024, classes: after }),
  ]),
  ecosystem: everywhere([
    ...coverage(mesh(3), { year: 2018, island: '8', classes: (place) => types[place % 5] ?? '4' }),
    ...coverage(mesh(3), {
      year: 2024,
      island: '8',
      classes: (place) => types[(place + (place === 6 ? 1 : 0)) % 5] ?? '4',
    }),
  ]),
  plan: everywhere([plan('9970_1', '2005-01-01'), plan('9970_2', '2012-01-01'), plan('9970_3', '2022-01-01')]),
  zoning: everywhere([oldest, regulation, ...newest, zone(quad(200, 900, 500, 400, 7), '9970_3', 1300, 2, 1)]),
  'zoning-consideration': everywhere([
    feature(keptByNewest, { type: 'detaljering', code: 910, plan_id: '9970_3', name: 'H910_1' }),
  ]),
  building: everywhere([
    feature(quad(900, 350, 14, 9, 33), { building_type: 111 }),
    feature(quad(1110, 300, 40, 12, -20), { building_type: 111 }),
    feature(point(350, 1050), { building_type: 111 }),
    feature(point(1250, 1200), { building_type: 161 }),
  ]),
  'holiday-home': everywhere([feature(point(1080, 1090), { building_type: 161 })]),
  dwelling: everywhere([feature(point(600, 1150), {})]),
  water: everywhere([
    feature({ type: 'Polygon', coordinates: [[...lake([1180, 1240], 70, 5)]] }, { kind: 'lake', name: 'Skjevvatnet' }),
  ]),
  hazard: everywhere([feature(quad(300, 1000, 90, 400, -30), { kind: 'flood' }), feature(outline, { kind: 'radon' })]),
  'protected-area': everywhere([
    feature(quad(450, 1000, 400, 600, 15), { protection: 'NR', name: 'Myra' }),
    feature(quad(600, 1200, 500, 500, -12), { protection: 'LVO', name: 'Lia' }),
    feature(quad(1700, 1500, 700, 200, 5), { protection: 'LVO', name: 'Grensa' }),
  ]),
  'nature-type': everywhere([
    feature(quad(250, 850, 300, 200, 22), { value: 'national' }),
    feature(quad(400, 900, 300, 200, -22), { value: 'local' }),
    feature(quad(1150, 1150, 90, 400, 10), { value: 'local' }),
  ]),
  'contiguous-nature': everywhere([
    feature(quad(900, 1000, 250, 700, 0), { value: 'regional' }),
    feature(quad(1150, 1100, 400, 300, 0), { value: 'national' }),
    feature(quad(1800, 200, 600, 300, 8), { value: 'regional' }),
  ]),
  'recreation-area': everywhere([feature(quad(100, 1000, 400, 250, -9), { value: 'regional', name: 'Tur' })]),
  'wild-reindeer': everywhere([feature(quad(1300, 900, 700, 900, 14), { name: 'Rein' })]),
  treeline: everywhere([
    feature(quad(-200, 1150, 2600, 1200, 2), {
      definition: 'empirical',
      source: 'Kartlagt',
      uncertainty_m: 20,
      uncertainty_axis: 'horizontal',
    }),
    feature(quad(-200, 900, 2600, 1200, 2), { definition: 'climatic', source: 'Modell' }),
  ]),
};

/** A convex polygon about a place. */
function lake([x, y]: [number, number], metres: number, corners: number): Position[] {
  const ring = Array.from({ length: corners }, (_, at): Position => {
    const turn = 0.3 + (2 * Math.PI * at) / corners;
    return [west + x + metres * Math.cos(turn), south + y + 0.8 * metres * Math.sin(turn)];
  });
  return [...ring, ring[0] ?? []];
}
