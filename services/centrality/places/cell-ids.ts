/** What names a cell: its own code, and where it was loaded from. */
interface Named {
  dataset: number;
  fid: number;
  code: string;
}

/**
 * An id for each cell that no other has: its code; where several datasets use the code, with the dataset's part before it,
 * which stays the same when the dataset is loaded anew.
 * @param partOf part of each dataset, by id
 */
export function cellIds(cells: readonly Named[], partOf: ReadonlyMap<number, string>): string[] {
  const unique = (ids: string[], instead: (at: number) => string): string[] => {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    return ids.map((id, at) => (counts.get(id) === 1 ? id : instead(at)));
  };
  const withPart = (at: number) => `${partOf.get(cells[at].dataset) ?? cells[at].dataset}/${cells[at].code}`;
  const codes = cells.map(({ code }) => code);
  return unique(unique(codes, withPart), (at) => `${withPart(at)}/${cells[at].dataset}/${cells[at].fid}`);
}
