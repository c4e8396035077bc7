/** Bands of centrality, the outermost first; the words of the plan's figure (§6.1). */
export const centralityBands = ['outer', 'hinterland', 'city'] as const;
export const pressureBands = ['low', 'middle', 'high'] as const;
/** Kinds of settlement, as the figure writes along the axis of pressure. */
export const settlements = ['scattered', 'smaller', 'larger'] as const;

export type CentralityBand = (typeof centralityBands)[number];
export type PressureBand = (typeof pressureBands)[number];
export type Settlement = (typeof settlements)[number];

/** From where on a cell belongs to the middle and the highest band, and an urban area is large. */
export interface Limits {
  centrality: readonly [number, number];
  /** Percentiles. */
  pressure: readonly [number, number];
  /** Residents of a larger urban area. */
  large: number;
}

/** Where a place stands in the figure. */
export interface Zone {
  centrality: CentralityBand;
  pressure: PressureBand;
  /** 1–5: the steps along both axes together. */
  need: number;
  settlement: Settlement;
  /** Whether pressure says the same as the settlement kind that the figure writes along its axis. */
  agreement: Agreement;
}

export const agreements = ['agrees', 'pressure-above', 'pressure-below'] as const;
export type Agreement = (typeof agreements)[number];

const band = (figure: number, [middle, high]: readonly [number, number]): number =>
  figure >= high ? 2 : figure >= middle ? 1 : 0;

/** The coordination zone of a place. @param town residents of the urban area that it lies in; null: in none */
export function zoneOf(centrality: number, pressure: number, town: number | null, limits: Limits): Zone {
  const [along, up] = [band(centrality, limits.centrality), band(pressure, limits.pressure)];
  const settlement = town === null ? 0 : town >= limits.large ? 2 : 1;
  return {
    centrality: centralityBands[along],
    pressure: pressureBands[up],
    need: 1 + along + up,
    settlement: settlements[settlement],
    agreement: agreements[up === settlement ? 0 : up > settlement ? 1 : 2],
  };
}

/** What lies in one box of the figure. */
export interface Content {
  cells: number;
  residents: number;
  /** In the earlier of the two years; null where the population data do not hold it. */
  residents_before: number | null;
  /** Null where it is not known. */
  buildings: number | null;
  new_buildings: number | null;
  reserve_m2: number | null;
}

/** A cell with what lies on it. */
export interface ZonedCell extends Omit<Content, 'cells'> {
  /** Null where its centrality or pressure is not known. */
  zone: Zone | null;
}

export interface Box extends Content {
  centrality: CentralityBand;
  pressure: PressureBand;
}

/** The figure of an area, filled in: nine boxes, from the outer land with low pressure on; and what has no place in it. */
export interface FilledFigure {
  boxes: Box[];
  unplaced: Content;
  /** Cells by whether pressure and settlement kind say the same. */
  agreement: Record<Agreement, number>;
}

/**
 * The centrality at which thirds of the residents part, the outermost first: limits that would use all of the figure.
 * @returns null where nobody lives on a cell of known centrality
 */
export function thirdsOf(cells: readonly { centrality: number | null; residents: number }[]): [number, number] | null {
  const known = cells
    .flatMap(({ centrality, residents }) => (centrality === null || residents === 0 ? [] : [{ centrality, residents }]))
    .sort((a, b) => a.centrality - b.centrality);
  const all = known.reduce((sum, { residents }) => sum + residents, 0);
  const limits: number[] = [];
  let sum = 0;
  for (const { centrality, residents } of known) {
    if (limits.length < 2 && sum >= ((limits.length + 1) / 3) * all) limits.push(centrality);
    sum += residents;
  }
  const [middle, high] = limits;
  return middle === undefined || high === undefined ? null : [middle, high];
}

/** Fill in the figure; every cell counts once, so that boxes and `unplaced` add up to the area. */
export function fillIn(cells: readonly ZonedCell[]): FilledFigure {
  const boxes = centralityBands.flatMap((centrality) =>
    pressureBands.map((pressure): Box => ({
      ...{ centrality, pressure },
      ...contentOf(cells.filter(({ zone }) => zone?.centrality === centrality && zone.pressure === pressure)),
    })),
  );
  const count = (agreement: Agreement) => cells.filter(({ zone }) => zone?.agreement === agreement).length;
  return {
    boxes,
    unplaced: contentOf(cells.filter(({ zone }) => zone === null)),
    agreement: Object.fromEntries(agreements.map((one) => [one, count(one)])) as Record<Agreement, number>,
  };
}

function contentOf(cells: readonly ZonedCell[]): Content {
  const sum = (figure: (cell: ZonedCell) => number | null) =>
    cells.reduce<number | null>((all, cell) => {
      const own = figure(cell);
      return own === null ? all : (all ?? 0) + own;
    }, null);
  /** Where no cell is, nothing is unknown. */
  const counted = (figure: (cell: ZonedCell) => number | null) => (cells.length === 0 ? 0 : sum(figure));
  return {
    ...{ cells: cells.length, residents: sum(({ residents }) => residents) ?? 0 },
    residents_before: sum(({ residents_before }) => residents_before),
    ...{ buildings: counted(({ buildings }) => buildings), new_buildings: counted((cell) => cell.new_buildings) },
    reserve_m2: sum(({ reserve_m2 }) => reserve_m2),
  };
}
