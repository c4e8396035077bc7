import { zoneCode } from '../../../layers/codes/coordination.ts';
import type { Catalogue } from '../../../layers/catalogue.ts';
import { datasetIds, isAbsent, readConstraints, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { statement } from '../../database/statement.ts';
import { canonicalHash } from '../../runs/request.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import { CannotMeasure } from '../places/cannot-measure.ts';
import { residentsOf } from '../pressure/evidence.ts';
import { residentsBy } from '../pressure/lived.ts';
import { pressureKinds, type PressureKind } from '../pressure/pressure.ts';
import { datasetOfRun } from '../publish/dataset-of-run.ts';
import { editionsIn, publishResults, type OnMap, type ResultLayer, type Work } from '../publish/publish-results.ts';
import { areasOfPoints, type Area } from '../settlement/areas.ts';
import { urbanAreasOf, urbanSources, type UrbanArea, type UrbanOrigin } from '../settlement/urban-areas.ts';
import { limitsOf, standardLimits, type ZoneInputs } from './limits.ts';
import { fillIn, thirdsOf, zoneOf, type FilledFigure, type Limits, type ZonedCell } from './zones.ts';

/** The figure of an area, for one kind of building. */
export interface AreaFigure extends FilledFigure {
  kind: PressureKind;
  area: Area;
  /** Centrality at which thirds of its residents part; null where nobody lives. */
  thirds: [number, number] | null;
}

export interface ZonesAnswer {
  limits: Limits;
  from_year: number | null;
  to_year: number | null;
  urban_areas: UrbanOrigin;
  figures: AreaFigure[];
}

/** Raised whenever the same input may give another answer. */
export const zonesVersion = '5';

const part = 'coordination-zones';
const resultOf = {
  housing: { from: 'development-pressure-housing', to: 'coordination-zones-housing', title: 'Samordningssoner, bolig' },
  'holiday-homes': {
    ...{ from: 'development-pressure-holiday-homes', to: 'coordination-zones-holiday-homes' },
    title: 'Samordningssoner, fritidsboliger',
  },
};
const layers = [
  ...['centrality', resultOf.housing.from, resultOf['holiday-homes'].from, 'urban-area', 'region', 'municipality'],
  ...urbanSources,
];
/** Least part of a cell that an urban area covers for the cell to be of it (ours). */
const urbanShare = 0.25;

interface Row {
  west: number;
  south: number;
  side: number;
  municipality: string;
  pressure: number | null;
  accessibility: number | null;
  buildings: number | null;
  new_buildings: number | null;
  reserve_m2: number | null;
  from_year: number | null;
  to_year: number | null;
}

type Cell = ZonedCell & { row: Row };

interface Options {
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number, message: string) => void) | undefined;
}

/**
 * Put every cell of the maps of development pressure into the figure of §6.1, and fill in the figure of the county, each
 * region, municipality and urban area that has the middle of a cell.
 * @throws CannotMeasure, LeaseLost, and the signal's reason
 */
export async function findZones(
  database: Database,
  catalogue: Catalogue,
  inputs: ZoneInputs,
  { signal, onProgress }: Options = {},
): Promise<ZonesAnswer & OnMap> {
  const constraints = await readConstraints(database, layers);
  const missing = [
    ...(isAbsent(constraints, 'centrality') ? ['centrality'] : []),
    ...(isAbsent(constraints, resultOf.housing.from) && !inputs.pressure_run ? ['development-pressure'] : []),
  ];
  if (missing.length > 0) throw notRun(missing);
  const limits = await limitsOf(database, constraints, inputs);
  const request = {
    ...{ kind: 'coordination-zones', version: zonesVersion, editions: editionsIn(constraints) },
    parameters: { ...limits, pressure_run: inputs.pressure_run ?? null },
  };
  const isStandard = inputs.pressure_run === undefined && canonicalHash(limits) === canonicalHash(standardLimits());
  const work = async (onShare: (share: number, message: string) => void): Promise<Work<ZonesAnswer>> => {
    const urban = await urbanAreasOf(database, constraints);
    const figures: AreaFigure[] = [];
    const results: ResultLayer[] = [];
    let years: Pick<Row, 'from_year' | 'to_year'> = { from_year: null, to_year: null };
    for (const [turn, kind] of pressureKinds.entries()) {
      signal?.throwIfAborted();
      onShare(0.1 + turn * 0.4, kind);
      const { cells, elsewhere } = await zonedCells(database, catalogue, constraints, kind, {
        ...{ limits, areas: urban.areas, pressure_run: inputs.pressure_run },
      });
      years = cells[0]?.row ?? years;
      const middles = cells.map(({ row: { west, south, side, municipality } }) => {
        return { x: west + side / 2, y: south + side / 2, municipality };
      });
      const { areas, members } = await areasOfPoints(database, constraints, middles, urban.areas);
      for (const [at, area] of areas.entries()) {
        const own = members[at].map((cell) => cells[cell]);
        if (area.kind === 'urban-area' && own.length === 0) continue;
        const figure: AreaFigure = { kind, area, thirds: thirdsIn(own), ...fillIn(own) };
        if (area.kind === 'county') figure.unplaced.residents += elsewhere;
        figures.push(figure);
      }
      const { to: layer, title } = resultOf[kind];
      results.push({ layer, title, features: zoneFeatures(cells), count: cells.length });
    }
    return {
      answer: {
        ...{ limits, from_year: years.from_year, to_year: years.to_year },
        ...{ urban_areas: urban.from, figures },
      },
      layers: results,
    };
  };
  return publishResults(database, catalogue, constraints, request, { part, isStandard, signal, onProgress }, work);
}

const thirdsIn = (cells: readonly Cell[]) =>
  thirdsOf(cells.map(({ row, residents }) => ({ centrality: row.accessibility, residents })));

/** @returns the cells, and residents of places that the map of pressure leaves out */
async function zonedCells(
  database: Database,
  catalogue: Catalogue,
  constraints: Constraints,
  kind: PressureKind,
  {
    limits,
    areas,
    pressure_run: run,
  }: { limits: Limits; areas: readonly UrbanArea[]; pressure_run: string | undefined },
): Promise<{ cells: Cell[]; elsewhere: number }> {
  const layer = catalogue.get(resultOf[kind].from);
  const [current = 0] = datasetIds(constraints, layer.id);
  const dataset = run === undefined ? current : await datasetOfRun(database, run, 'development-pressure', layer.id);
  const rows = await database.rows<Row>(layerStatement('centrality/zones/cells', layer), { dataset });
  const [first] = rows;
  if (!first) return { cells: [], elsewhere: 0 };
  const side = Math.round(first.side);
  const years = { from_year: first.from_year ?? 0, to_year: first.to_year ?? 0 };
  const people = await residentsOf(database, constraints, { cell_m: side, ...years });
  const lived = new Map<string, { from: number; to: number }>();
  for (const { column, row, from, to } of people) {
    const own = lived.get(`${column}/${row}`) ?? { from: 0, to: 0 };
    lived.set(`${column}/${row}`, { from: own.from + (from ?? 0), to: own.to + (to ?? 0) });
  }
  const placed = rows.map(({ west, south, municipality }) => {
    return { column: Math.round(west / side), row: Math.round(south / side), municipality };
  });
  const known = residentsBy(placed, people);
  const towns = await database.rows<{ place: number; residents: number }>(statement('centrality/zones/settlement'), {
    ...{ wests: rows.map(({ west }) => west), souths: rows.map(({ south }) => south), side_m: side, share: urbanShare },
    ...{ areas: areas.map(({ geom }) => geom), residents: areas.map(({ residents }) => residents) },
  });
  const townOf = new Map(towns.map(({ place, residents }) => [place - 1, residents]));
  const cells = rows.map((row, at): Cell => {
    const key = `${placed[at].column}/${placed[at].row}`;
    const own = lived.get(key);
    lived.delete(key);
    const { accessibility, pressure, buildings, new_buildings, reserve_m2 } = row;
    return {
      row,
      zone:
        accessibility === null || pressure === null
          ? null
          : zoneOf(accessibility, pressure, townOf.get(at) ?? null, limits),
      ...{ residents: own?.to ?? 0, residents_before: known.has(row.municipality) ? (own?.from ?? 0) : null },
      ...{ buildings, new_buildings, reserve_m2 },
    };
  });
  return { cells, elsewhere: [...lived.values()].reduce((all, { to }) => all + to, 0) };
}

function* zoneFeatures(cells: readonly Cell[]): Generator<SourceFeature> {
  for (const [index, { row, zone, residents }] of cells.entries()) {
    const { west, south, side, municipality, accessibility, pressure, buildings, new_buildings, reserve_m2 } = row;
    const [east, north] = [west + side, south + side];
    const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
    yield {
      ...{ index, id: `${Math.round(west / side)}/${Math.round(south / side)}` },
      geometry: { type: 'Polygon', coordinates: [ring] },
      properties: {
        ...{ zone: zone && zoneCode(zone.centrality, zone.pressure), need: zone?.need ?? null },
        ...{ settlement: zone?.settlement ?? null, agreement: zone?.agreement ?? null },
        ...{ centrality: accessibility, pressure, municipality, residents, buildings, new_buildings, reserve_m2 },
      },
    };
  }
}

const notRun = (analyses: readonly string[]): CannotMeasure =>
  new CannotMeasure({
    nb: `Samordningssoner bygger på ${analyses.join(' og ')}, som ikke er regnet ut. Kjør først: ${analyses.map((id) => `grunnriss run ${id}`).join(', ')}.`,
    en: `Coordination zones rest on ${analyses.join(' and ')}, which was not worked out. Run first: ${analyses.map((id) => `grunnriss run ${id}`).join(', ')}.`,
  });
