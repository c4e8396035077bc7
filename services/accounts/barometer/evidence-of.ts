import { sum } from '../extent/tallies.ts';
import type { Accounts } from '../account.ts';
import type { Evidence, Nearness, Sweep } from './evidence.ts';
import type { Point } from './indicator.ts';
import type { Barometer, CountedYear, MunicipalFigure } from './read-barometer.ts';

/** The way that counts as near: what people walk to. */
const nearBy = { mode: 'foot', minutes: 10 } as const;

/** What is known of municipalities, for their indicators. Pure. What is not known of one is not known of all together. */
export function evidenceOf(accounts: Accounts, of: readonly Accounts[], barometer: Barometer): Evidence {
  const numbers = of.flatMap(({ municipality }) => municipality ?? []);
  const everyOne = (known: (number: string) => boolean): boolean => numbers.length > 0 && numbers.every(known);
  const earlier = numbers.length === 1 ? barometer.earlier.filter((kept) => kept.municipality === numbers[0]) : [];
  const hasPlans = of.every(({ plans }) => plans !== null && plans.current.planned_m2 > 0);
  return {
    plans: hasPlans ? (accounts.plans?.current ?? null) : null,
    nature: accounts.nature,
    residents: newerOf(gridded(numbers, barometer.residents), registered(numbers, barometer.figures, 'residents')),
    holidayHomes:
      registered(numbers, barometer.figures, 'holiday-homes') ??
      (barometer.editions.has('holiday-home') ? countedNow(numbers, barometer) : null),
    sweeps: barometer.sweeps && barometer.sweeps.map((sweep) => sweepIn(sweep, numbers)),
    nearness: barometer.nearness && {
      centre: nearTo('centre', numbers, barometer),
      hub: nearTo('hub', numbers, barometer),
    },
    dateOf: (layer) => dateOf(layer, barometer),
    isLookedAt: (layer) =>
      everyOne((number) => barometer.lookedAt.some((row) => row.layer === layer && row.municipality === number)),
    earlier: {
      plans: earlier.flatMap((kept) =>
        kept.kind === 'plan-account' && kept.result.planned_m2 > 0 ? { date: kept.date, plans: kept.result } : [],
      ),
      protected: earlier.flatMap(({ kind, date, result }) =>
        kind === 'nature-account' && result.protected ? { date, share: result.protected.share } : [],
      ),
    },
  };
}

type Counted = Evidence['residents'];

/** Of cells, each dataset by its newest year; the years before are those that every municipality has. */
function gridded(numbers: readonly string[], rows: readonly CountedYear[]): Counted {
  const own = rows.filter(({ municipality }) => numbers.includes(municipality));
  const newest = own.filter((row) => row.newest);
  if (newest.length === 0 || newest.length < numbers.length) return null;
  const years = newest.map(({ year }) => year ?? 0);
  const last = Math.max(...years);
  const before = sumsByYear(numbers, own.filter((row) => !row.newest && (row.year ?? 0) < last)); // prettier-ignore
  return {
    points: [...before, { date: last > 0 ? String(last) : null, value: sum(newest.map(({ value }) => value)) }],
    layer: 'population',
  };
}

function registered(numbers: readonly string[], figures: readonly MunicipalFigure[], indicator: string): Counted {
  const own = figures.filter((row) => row.indicator === indicator && numbers.includes(row.municipality));
  const dated = own.map((row) => ({
    ...row,
    year: row.year ?? (row.date === null ? null : Number(row.date.slice(0, 4))),
  }));
  const points = sumsByYear(numbers, dated);
  return points.length > 0 ? { points, layer: 'municipal-figure' } : null;
}

/** Sums of the years that all municipalities have, oldest first. */
function sumsByYear(
  numbers: readonly string[],
  rows: readonly { municipality: string; year: number | null; value: number }[],
): Point[] {
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => (a ?? 0) - (b ?? 0));
  return years.flatMap((year) => {
    const own = rows.filter((row) => row.year === year);
    if (numbers.some((number) => !own.some((row) => row.municipality === number))) return [];
    return { date: year === null ? null : String(year), value: sum(own.map(({ value }) => value)) };
  });
}

/** The registered figures where both say the same year. */
function newerOf(grid: Counted, figures: Counted): Counted {
  if (!grid || !figures) return grid ?? figures;
  const yearOf = (counted: NonNullable<Counted>) => Number(counted.points.at(-1)?.date ?? 0);
  return yearOf(grid) > yearOf(figures) ? grid : figures;
}

function countedNow(numbers: readonly string[], barometer: Barometer): Counted {
  const rows = barometer.counted.filter(({ municipality }) => numbers.includes(municipality));
  if (rows.length < numbers.length) return null;
  return {
    points: [{ date: dateOf('holiday-home', barometer), value: sum(rows.map(({ value }) => value)) }],
    layer: 'holiday-home',
  };
}

const sweepIn = ({ date, counts }: Sweep, numbers: readonly string[]): Sweep => ({
  date,
  counts: counts.filter(({ municipality }) => numbers.includes(municipality)),
});

function nearTo(target: 'centre' | 'hub', numbers: readonly string[], { nearness }: Barometer): Nearness | null {
  const found = numbers.map((number) => {
    const area = nearness?.find((one) => one.kind === 'municipality' && one.number === number);
    const way = area?.planned_dwellings?.ways.find(({ to, mode }) => to === target && mode === nearBy.mode);
    const within = way?.within.find(({ minutes }) => minutes === nearBy.minutes);
    return within && { total: area?.planned_dwellings?.total ?? 0, near: within.count };
  });
  const known = found.filter((one) => one !== undefined);
  if (known.length < numbers.length) return null;
  return { total: sum(known.map(({ total }) => total)), near: sum(known.map(({ near }) => near)) };
}

/** The newest of what its datasets say; of a result the day that it was worked out. */
function dateOf(layer: string, { editions }: Barometer): string | null {
  const dates = (editions.get(layer)?.datasets ?? []).flatMap(
    ({ dataDate, runKey, importedAt }) => dataDate ?? (runKey ? new Date(importedAt).toISOString().slice(0, 10) : []),
  );
  return dates.sort().at(-1) ?? null;
}
