import { dwellingTypes, holidayHomeTypes } from '../../../layers/codes/building-types.ts';
import type { PurposeGroup } from '../../../layers/codes/purpose-groups.ts';
import { datasetIds, isAbsent, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { coveredMunicipalities } from '../places/known-municipalities.ts';
import { buildingLayers, future, zonedLandIn, type PlacesOnCell } from '../places/zoned-land.ts';
import type { Lived } from './lived.ts';
import type { PressureKind, RasterCell } from './pressure.ts';

/** The raster and the years that evidence is looked for in. */
export interface Window {
  cell_m: number;
  from_year: number;
  to_year: number;
}

type OnCell = Pick<RasterCell, 'column' | 'row'>;

/** Layers of which the buildings of a kind are counted: its own, else the buildings of its types. */
const ownLayer = { housing: 'dwelling', 'holiday-homes': 'holiday-home' } as const;
const typesOf = { housing: dwellingTypes, 'holiday-homes': holidayHomeTypes };

/** Land that is set aside for each kind. Mixed and unspecified building land may become housing. */
export const reserveGroups: Record<PressureKind, PurposeGroup[]> = {
  housing: ['housing', 'centre', 'building', 'mixed'],
  'holiday-homes': ['holiday-homes'],
};

/** Cells in one statement. */
const batch = 5000;

/** Which layer a kind's buildings are counted from; null where there is none. */
export function buildingLayer(constraints: Constraints, kind: PressureKind): string | null {
  const own = ownLayer[kind];
  if (!isAbsent(constraints, own)) return own;
  return isAbsent(constraints, 'building') ? null : 'building';
}

/** Municipalities without any building of a kind, where no source of them says that it looked. */
export async function uncoveredBy(
  session: Session,
  constraints: Constraints,
  kind: PressureKind,
  {
    rows,
    cells,
    buildings,
  }: { rows: readonly { number: string }[]; cells: readonly RasterCell[]; buildings: Float64Array },
): Promise<string[]> {
  const layer = buildingLayer(constraints, kind);
  const seen = new Set(layer === null ? [] : await coveredMunicipalities(session, constraints, layer));
  for (const [at, { municipality }] of cells.entries()) if (buildings[at] > 0) seen.add(municipality);
  return rows.map(({ number }) => number).filter((number) => !seen.has(number));
}

export interface Buildings extends OnCell {
  buildings: number;
  new: number;
  undated: number;
}

export async function buildingsOf(
  session: Session,
  constraints: Constraints,
  kind: PressureKind,
  window: Window & { built_by: number | null },
): Promise<Buildings[]> {
  const layer = buildingLayer(constraints, kind);
  const only = (id: string) => (layer === id ? datasetIds(constraints, id) : []);
  return session.rows<Buildings>(statement('centrality/pressure/buildings'), {
    ...{ dwellings: only('dwelling'), holiday_homes: only('holiday-home'), buildings: only('building') },
    ...{ types: Object.keys(typesOf[kind]).map(Number), ...window },
  });
}

export const residentsOf = (
  session: Session,
  constraints: Constraints,
  { cell_m, from_year, to_year }: Window,
): Promise<Lived[]> =>
  session.rows(statement('centrality/pressure/residents'), {
    population: datasetIds(constraints, 'population'),
    ...{ cell_m, from_year, to_year },
  });

/** Places of reserve in the cells of a municipality: land for new building that is not built. */
export const reserveIn = (
  session: Session,
  constraints: Constraints,
  kind: PressureKind,
  municipality: string,
  { cell_m, built_m, reserve_step_m }: { cell_m: number; built_m: number; reserve_step_m: number },
): Promise<PlacesOnCell[]> =>
  zonedLandIn(session, constraints, municipality, {
    ...{ groups: reserveGroups[kind], statuses: [future], cell_m, step_m: reserve_step_m },
    built: { within_m: built_m, layers: buildingLayers },
  });

/** Centrality at each cell; NaN where no population cell is near. */
export async function accessibilityOf(
  session: Session,
  centrality: readonly number[],
  cells: readonly RasterCell[],
  { cell_m, accessibility_m }: { cell_m: number; accessibility_m: number },
): Promise<Float64Array> {
  const figures = new Float64Array(cells.length).fill(NaN);
  for (let from = 0; from < cells.length; from += batch) {
    const some = cells.slice(from, from + batch);
    const rows = await session.rows<{ place: number; index: number }>(statement('centrality/pressure/accessibility'), {
      ...{ columns: some.map(({ column }) => column), rows: some.map(({ row }) => row), cell_m },
      ...{ centrality, within_m: accessibility_m },
    });
    for (const { place, index } of rows) figures[from + place - 1] = index;
  }
  return figures;
}

/** Ellipsoidal m² of cells. */
export async function areasOf(session: Session, cells: readonly RasterCell[], cell_m: number): Promise<Float64Array> {
  const areas = new Float64Array(cells.length);
  for (let from = 0; from < cells.length; from += batch) {
    const some = cells.slice(from, from + batch);
    const rows = await session.rows<{ area_m2: number }>(statement('centrality/pressure/cell-areas'), {
      ...{ columns: some.map(({ column }) => column), rows: some.map(({ row }) => row), cell_m },
    });
    for (const [at, { area_m2 }] of rows.entries()) areas[from + at] = area_m2;
  }
  return areas;
}

/** Cells whose middles lie in a municipality. */
export const cellsOf = (
  session: Session,
  constraints: Constraints,
  municipality: string,
  cell_m: number,
): Promise<OnCell[]> =>
  session.rows(statement('centrality/pressure/cells'), {
    ...{
      municipalities: datasetIds(constraints, 'municipality'),
      division: constraints.division,
      municipality,
      cell_m,
    },
  });
