import fc from 'fast-check';
import type { Position } from 'geojson';
import type { SourceFeature } from '../../services/imports/source-feature.ts';

/** A land of 400 m × 400 m about the central meridian of EPSG:25832, where its scale hardly varies, cut into cells of 100 m whose inner corners are moved about. */
const side = 4;
const cell = 100;
const corner: Position = [499_800, 6_640_000];

const classes = ['11', '21', '30', '50', '60', '81'];

/** What a coverage is made by. */
export interface Drawing {
  /** How far each inner corner is moved, metres east and north. */
  moves: [number, number][];
  /** Class of each cell, by its place in `classes`. */
  kinds: number[];
  /** Cells that are left out: gaps. */
  missing: number[];
  /** Cells that are there twice: once more with the class of the next cell. */
  twice: number[];
  /** A cell with a hole, in which an island of another class lies. */
  island: number;
  /** A cell whose polygon ends beside its eastern border, and how far east of it in metres: a sliver of gap or overlap. */
  torn: { place: number; by: number };
}

const cells = side * side;

export const drawings = fc.record<Drawing>({
  moves: fc.array(
    fc
      .tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }))
      .map(([x, y]) => [x / 100, y / 100] as [number, number]),
    { minLength: (side - 1) ** 2, maxLength: (side - 1) ** 2 },
  ),
  kinds: fc.array(fc.integer({ min: 0, max: classes.length - 1 }), { minLength: cells, maxLength: cells }),
  missing: fc.uniqueArray(fc.integer({ min: 0, max: cells - 1 }), { maxLength: 2 }),
  twice: fc.uniqueArray(fc.integer({ min: 0, max: cells - 1 }), { maxLength: 2 }),
  island: fc.integer({ min: 0, max: cells - 1 }),
  torn: fc.record({ place: fc.integer({ min: 0, max: cells - 1 }), by: fc.constantFrom(-0.05, 0, 0.05) }),
});

/** A drawing with nothing wrong and nothing moved. */
export const plain: Drawing = {
  ...{ moves: [], kinds: Array.from({ length: cells }, (_, at) => at % classes.length), missing: [], twice: [] },
  ...{ island: -1, torn: { place: -1, by: 0 } },
};

export const nothingWrong = ({ moves, kinds, island }: Drawing): Drawing => ({ ...plain, moves, kinds, island });

/** The features of a coverage. */
export function draw(drawing: Drawing, year: number): SourceFeature[] {
  const { moves, kinds, missing, twice, island, torn } = drawing;
  const at = (column: number, row: number): Position => {
    const inner = column > 0 && row > 0 && column < side && row < side;
    const [east = 0, north = 0] = inner ? (moves[(row - 1) * (side - 1) + column - 1] ?? []) : [];
    return [(corner[0] ?? 0) + column * cell + east, (corner[1] ?? 0) + row * cell + north];
  };
  const features: Omit<SourceFeature, 'index'>[] = [];
  for (let place = 0; place < cells; place += 1) {
    const [column, row] = [place % side, Math.floor(place / side)];
    const isInside = column < side - 1;
    const eastern = (line: number): Position => {
      const [x = 0, y = 0] = at(column + 1, line);
      return place === torn.place && isInside ? [x + torn.by, y] : [x, y];
    };
    const ring = [at(column, row), eastern(row), eastern(row + 1), at(column, row + 1), at(column, row)];
    const put = (kind: number, rings: Position[][]) =>
      features.push({
        id: `${year}-${features.length}`,
        properties: { class: classes[kind % classes.length] ?? null, year },
        geometry: { type: 'Polygon', coordinates: rings },
      });
    if (missing.includes(place)) continue;
    const kind = kinds[place] ?? 0;
    if (place === island) {
      const hole = square((corner[0] ?? 0) + (column + 0.5) * cell, (corner[1] ?? 0) + (row + 0.5) * cell, 8);
      put(kind, [ring, [...hole].reverse()]);
      put(kind + 1, [hole]);
    } else put(kind, [ring]);
    if (twice.includes(place)) put(kind + 1, [ring]);
  }
  return features.map((feature, index) => ({ ...feature, index }));
}

/** Columns of the land, from one to before another. */
const columns = (from: number, to: number): Position[] =>
  [
    [from, 0],
    [to, 0],
    [to, side],
    [from, side],
    [from, 0],
  ].map(([column = 0, row = 0]) => [(corner[0] ?? 0) + column * cell, (corner[1] ?? 0) + row * cell]);

/** The outline of the whole land, and of its western and eastern half. */
export const outline = columns(0, side);
export const halves = [columns(0, side / 2), columns(side / 2, side)] as const;

const square = (x: number, y: number, half: number): Position[] => [
  [x - half, y - half],
  [x + half, y - half],
  [x + half, y + half],
  [x - half, y + half],
  [x - half, y - half],
];
