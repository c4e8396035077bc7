/** A dataset of an edition, by when its data are from (ISO 2024 … 2024-05-31; null: not known). */
interface Dated {
  id: number;
  dataDate: string | null;
}

/** What the other datasets of an edition leave of one (sql/tiles/succession.sql). */
interface Place {
  /** Data date from which later datasets show all of the ground that it shows; null: they never do. */
  replaced: string | null;
  /** Earlier datasets show all of that ground. */
  preceded: boolean;
}

/** By dataset id; empty for a layer that does not come by year, a dataset without a date is not in it. */
export type Succession = ReadonlyMap<number, Place>;

const yearOf = (date: string): number => Number(date.slice(0, 4));

/**
 * Which datasets of a layer are drawn in a year: for each place the newest that is not later, and where there is none,
 * the earliest. One that shows ground that no other shows is always among them, so are those without a date.
 * @param year the newest of each place when left out
 * @returns ids in drawing order, from below: without a date, later than the year (the later the lower), then by date
 */
export function drawnIn(datasets: readonly Dated[], succession: Succession, year = Infinity): number[] {
  const drawn = datasets.filter(({ id, dataDate }) => {
    const place = succession.get(id);
    if (!place || dataDate === null) return true;
    if (yearOf(dataDate) > year) return !place.preceded;
    return place.replaced === null || yearOf(place.replaced) > year;
  });
  if (succession.size === 0) return drawn.map(({ id }) => id);
  const height = ({ dataDate }: Dated) => (dataDate === null ? 0 : yearOf(dataDate) > year ? 1 : 2);
  const byDate = (a: Dated, b: Dated) => {
    const [one = '', other = ''] = [a.dataDate ?? '', b.dataDate ?? ''];
    return one < other ? -1 : Number(one > other);
  };
  return drawn
    .toSorted((a, b) => height(a) - height(b) || (height(a) === 1 ? byDate(b, a) : byDate(a, b)) || a.id - b.id)
    .map(({ id }) => id);
}

/**
 * The years of a layer among which there is something to choose: from each on, other datasets are drawn.
 * @returns earliest first; empty where every year shows the same
 */
export function yearsOf(datasets: readonly Dated[], succession: Succession): number[] {
  const dates = datasets.flatMap(({ id, dataDate }) => (dataDate !== null && succession.has(id) ? [dataDate] : []));
  const all = [...new Set(dates.map(yearOf))].sort((a, b) => a - b);
  const sets = all.map((year) =>
    drawnIn(datasets, succession, year)
      .sort((a, b) => a - b)
      .join(),
  );
  const years = all.filter((_, index) => index === 0 || sets[index] !== sets[index - 1]);
  return years.length > 1 ? years : [];
}

/** The year that is shown when `asked` is: the last one not after it, the latest where none is asked for. */
export function yearShown(years: readonly number[], asked: number | undefined): number | undefined {
  if (asked === undefined) return years.at(-1);
  return years.findLast((year) => year <= asked) ?? years[0];
}
