import type { Residents } from './lived.ts';
import { pressureKinds, type Found, type PressureKind, type RasterCell } from './pressure.ts';

/** What changed in a municipality between the two years, and what is planned. */
export interface Growth {
  number: string;
  name: string | null;
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
  /** Null where nobody loaded plans. */
  reserve_m2: number | null;
}

/** Growth by municipality; what lies on a cell counts where the cell's middle lies. */
export function growthBy(
  municipalities: readonly { number: string; name: string | null }[],
  cells: readonly RasterCell[],
  residents: ReadonlyMap<string, Residents>,
  found: Record<PressureKind, Found & { undated: Float64Array; uncovered: ReadonlySet<string> }>,
): Growth[] {
  return municipalities.map(({ number, name }) => {
    const own = [...cells.keys()].filter((at) => cells[at].municipality === number);
    const sum = (figures: Float64Array) =>
      own.reduce((all, at) => (Number.isNaN(figures[at]) ? all : all + figures[at]), 0);
    const ofKind = ({ buildings, parts, undated, uncovered }: (typeof found)[PressureKind]): KindGrowth => {
      const reserve_m2 = parts.reserve_m2 ? sum(parts.reserve_m2) : null;
      if (!buildings || uncovered.has(number)) return { buildings: null, new: null, undated: null, reserve_m2 };
      const [count, unknown] = [sum(buildings), sum(undated)];
      const fresh = count > 0 && unknown === count ? undefined : parts.new_buildings;
      return {
        ...{ buildings: count, new: fresh ? sum(fresh) : null, undated: unknown },
        reserve_m2,
      };
    };
    return {
      ...{ number, name, residents: residents.get(number) ?? null },
      kinds: Object.fromEntries(pressureKinds.map((kind) => [kind, ofKind(found[kind])])) as Growth['kinds'],
    };
  });
}
