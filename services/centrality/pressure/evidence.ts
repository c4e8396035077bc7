import { dwellingTypes, holidayHomeTypes } from '../../../layers/codes/building-types.ts';
import type { PurposeGroup } from '../../../layers/codes/purpose-groups.ts';
import { datasetIds, isAbsent, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
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

/** Land so near a building counts as built, metres, as in the conflict check (ours). */
const built_m = 30;
/** Metres between the places at which plan reserve is looked for (ours): a hundred of them are 25 daa. */
export const reserveStep = 50;
/** Farthest that the population cell lies whose centrality a cell takes, metres (ours). */
const accessibilityWithin = 10_000;
/** Cells in one statement. */
const batch = 5000;

/** Which layer a kind's buildings are counted from; null where there is none. */
export function buildingLayer(constraints: Constraints, kind: PressureKind): string | null {
  const own = ownLayer[kind];
  if (!isAbsent(constraints, own)) return own;
  return isAbsent(constraints, 'building') ? null : 'building';
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
  window: Window,
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
  window: Window,
): Promise<(OnCell & { from: number; to: number })[]> =>
  session.rows(statement('centrality/pressure/residents'), {
    population: datasetIds(constraints, 'population'),
    ...window,
  });

/** Places of reserve in the cells of a municipality. */
export const reserveIn = (
  session: Session,
  constraints: Constraints,
  kind: PressureKind,
  municipality: string,
  cell_m: number,
): Promise<(OnCell & { places: number })[]> =>
  session.rows(statement('centrality/pressure/reserve'), {
    ...{ plans: datasetIds(constraints, 'plan'), zoning: datasetIds(constraints, 'zoning') },
    ...{ dwellings: datasetIds(constraints, 'dwelling'), holiday_homes: datasetIds(constraints, 'holiday-home') },
    ...{ buildings: datasetIds(constraints, 'building'), groups: reserveGroups[kind] },
    ...{ built_m, division: constraints.division, municipality, cell_m, step_m: reserveStep },
  });

/** Centrality at each cell; NaN where no population cell is near. */
export async function accessibilityOf(
  session: Session,
  constraints: Constraints,
  cells: readonly RasterCell[],
  cell_m: number,
): Promise<Float64Array> {
  const figures = new Float64Array(cells.length).fill(NaN);
  for (let from = 0; from < cells.length; from += batch) {
    const some = cells.slice(from, from + batch);
    const rows = await session.rows<{ place: number; index: number }>(statement('centrality/pressure/accessibility'), {
      ...{ columns: some.map(({ column }) => column), rows: some.map(({ row }) => row), cell_m },
      ...{ centrality: datasetIds(constraints, 'centrality'), within_m: accessibilityWithin },
    });
    for (const { place, index } of rows) figures[from + place - 1] = index;
  }
  return figures;
}

/** Ellipsoidal m² of cells. */
export async function areasOf(session: Session, cells: readonly RasterCell[], cell_m: number): Promise<Float64Array> {
  const rows = await session.rows<{ area_m2: number }>(statement('centrality/pressure/cell-areas'), {
    ...{ columns: cells.map(({ column }) => column), rows: cells.map(({ row }) => row), cell_m },
  });
  return Float64Array.from(rows, ({ area_m2 }) => area_m2);
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
