/** A figure with its unit, or the dash that stands for none. */
const form = /^((under|over) )?[–−\-+]?[\d\s.,]*\s?(%|daa|km²|m²( per \w+)?|–)?$/;

/** Columns of figures stand to the right, under each other: those whose cells are all figures, and not all dashes. */
export const figureColumns = (rows: readonly (readonly unknown[])[]): ReadonlySet<number> => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return new Set(
    Array.from({ length: columns }, (_, at) => at).filter((at) => {
      const cells = rows.map((row) => row[at]);
      return (
        at > 0 &&
        cells.every((cell) => typeof cell === 'string' && form.test(cell)) &&
        cells.some((cell) => /\d/.test(String(cell)))
      );
    }),
  );
};
