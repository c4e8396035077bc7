import { pressureKinds, type Found, type PressureKind, type RasterCell } from './pressure.ts';

/** What changed in a municipality between the two years, and what is planned. */
export interface Growth {
  number: string;
  name: string | null;
  /** Null where the population data do not hold both years. */
  residents: { from: number; to: number } | null;
  kinds: Record<PressureKind, KindGrowth>;
}

export interface KindGrowth {
  buildings: number;
  /** Built between the years. */
  new: number;
  /** Without a year: they count as built, and not as new. */
  undated: number;
  /** Null where nobody loaded plans. */
  reserve_m2: number | null;
}

type Residents = { column: number; row: number; from: number; to: number };

/** Growth by municipality; what lies on a cell counts where the cell's middle lies. */
export function growthBy(
  municipalities: readonly { number: string; name: string | null }[],
  cells: readonly RasterCell[],
  residents: readonly Residents[],
  found: Record<PressureKind, Found & { undated: Float64Array }>,
): Growth[] {
  const of = new Map(cells.map(({ column, row, municipality }) => [`${column}/${row}`, municipality]));
  return municipalities.map(({ number, name }) => {
    const own = [...cells.keys()].filter((at) => cells[at].municipality === number);
    const sum = (figures: Float64Array | undefined) => own.reduce((all, at) => all + (figures?.[at] ?? 0), 0);
    const lived = residents.filter(({ column, row }) => of.get(`${column}/${row}`) === number);
    return {
      ...{ number, name },
      residents:
        residents.length === 0
          ? null
          : {
              from: lived.reduce((all, { from }) => all + from, 0),
              to: lived.reduce((all, { to }) => all + to, 0),
            },
      kinds: Object.fromEntries(
        pressureKinds.map((kind): [PressureKind, KindGrowth] => {
          const { buildings, parts, undated } = found[kind];
          const reserve_m2 = parts.reserve_m2 ? sum(parts.reserve_m2) : null;
          return [
            kind,
            { buildings: sum(buildings), new: sum(parts.new_buildings), undated: sum(undated), reserve_m2 },
          ];
        }),
      ) as Record<PressureKind, KindGrowth>,
    };
  });
}
