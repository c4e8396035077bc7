/** A cell of both maps; a zone is the code of its box in the figure. */
export interface CellOfTwo {
  cell: string;
  municipality: string;
  /** Null where it is not known, or the cell is not on that map. */
  before: string | null;
  after: string | null;
  residents_before: number | null;
  residents_after: number | null;
}

/** Cells that went from one box of the figure to another. */
export interface Move {
  before: string | null;
  after: string | null;
  cells: number;
  residents_before: number;
  residents_after: number;
}

export interface Moves {
  /** Cells whose box is known in both years, and is the same. */
  stayed: number;
  moved: number;
  /** Of the moves from box to box, those of most residents first; then what is known in one of the years only. */
  moves: Move[];
}

/** Sum up which cells went where. */
export function movesOf(cells: readonly CellOfTwo[]): Moves {
  const found = new Map<string, Move>();
  let [stayed, moved] = [0, 0];
  for (const { before, after, residents_before, residents_after } of cells) {
    if (before === after) {
      if (before !== null) stayed += 1;
      continue;
    }
    if (before !== null && after !== null) moved += 1;
    const key = `${before} ${after}`;
    const own = found.get(key) ?? { before, after, cells: 0, residents_before: 0, residents_after: 0 };
    found.set(key, {
      ...{ before, after, cells: own.cells + 1 },
      residents_before: own.residents_before + (residents_before ?? 0),
      residents_after: own.residents_after + (residents_after ?? 0),
    });
  }
  const isKnown = ({ before, after }: Move) => before !== null && after !== null;
  const order = (a: Move, b: Move) =>
    Number(isKnown(b)) - Number(isKnown(a)) || b.residents_after - a.residents_after || b.cells - a.cells;
  return { stayed, moved, moves: [...found.values()].sort(order) };
}
