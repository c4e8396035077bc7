import type { Area, AreasOfPoints } from '../settlement/areas.ts';
import type { Residents } from './lived.ts';
import { pressureKinds, type Found, type PressureKind, type RasterCell } from './pressure.ts';

/** What changed in an area between the two years, and what is planned. */
export interface Growth extends Area {
  /** Null where the population data do not hold both years of it. */
  residents: Residents | null;
  kinds: Record<PressureKind, KindGrowth>;
}

/** Null: nobody loaded the buildings, or none of the municipality and no source covers it. */
export interface KindGrowth {
  buildings: number | null;
  /** Known to be built between the years; null where there are buildings and none has a year. */
  new: number | null;
  /** Without a year: they count as built, and not as new. */
  undated: number | null;
  /** Null where nobody loaded plans, or nobody knows what is built in one of its municipalities. */
  reserve_m2: number | null;
  /** Mean percentile of the cells that are ranked; null where none is. */
  pressure: number | null;
}

/** What was found of a kind, and how it was ranked. */
interface Ranked extends Found {
  undated: Float64Array;
  /** Municipalities without buildings that no source covers. */
  uncovered: ReadonlySet<string>;
  /** Percentile of each cell; NaN where it is not ranked. */
  pressure: Float64Array;
}

/**
 * Growth by area; what lies on a cell counts where the cell's middle lies.
 * @param lived residents of each cell in both years
 * @param known municipalities whose residents of both years are known
 */
export function growthBy(
  { areas, members }: AreasOfPoints,
  cells: readonly RasterCell[],
  { lived, known }: { lived: readonly Residents[]; known: ReadonlySet<string> },
  found: Record<PressureKind, Ranked>,
): Growth[] {
  return areas.map((area, number) => {
    const own = members[number];
    const sum = (figures: Float64Array) =>
      own.reduce((all, at) => (Number.isNaN(figures[at]) ? all : all + figures[at]), 0);
    const within = new Set(own.map((at) => cells[at].municipality));
    const isKnown = within.size > 0 && [...within].every((one) => known.has(one));
    const people = (year: keyof Residents) => own.reduce((all, at) => all + lived[at][year], 0);
    const ofKind = ({ buildings, parts, undated, uncovered, pressure }: Ranked): KindGrowth => {
      const ranked = own.filter((at) => !Number.isNaN(pressure[at]));
      const mean = ranked.length > 0 ? ranked.reduce((all, at) => all + pressure[at], 0) / ranked.length : null;
      const reserve = parts.reserve_m2;
      const isReserveKnown = reserve && !own.some((at) => Number.isNaN(reserve[at]));
      const same = { reserve_m2: isReserveKnown ? sum(reserve) : null, pressure: mean };
      const count = buildings ? sum(buildings) : 0;
      const isUnknown = count === 0 && [...within].some((one) => uncovered.has(one));
      if (!buildings || isUnknown) return { buildings: null, new: null, undated: null, ...same };
      const unknown = sum(undated);
      const fresh = count > 0 && unknown === count ? undefined : parts.new_buildings;
      return { buildings: count, new: fresh ? sum(fresh) : null, undated: unknown, ...same };
    };
    return {
      ...{ ...area, residents: isKnown ? { from: people('from'), to: people('to') } : null },
      kinds: Object.fromEntries(pressureKinds.map((kind) => [kind, ofKind(found[kind])])) as Growth['kinds'],
    };
  });
}
