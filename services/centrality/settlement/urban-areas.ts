import { dwellingTypes, holidayHomeTypes } from '../../../layers/codes/building-types.ts';
import { datasetIds, isAbsent, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { newestYears } from '../places/years-used.ts';

/** An urban area (tettsted): its residents, and its land in the analysis CRS, well-known binary. */
export interface UrbanArea {
  /** Null where it was derived. */
  number: string | null;
  name: string | null;
  residents: number;
  geom: Buffer;
}

export interface DerivedAreas {
  areas: (UrbanArea & { houses: number })[];
  /** Residents of cells without any house: they are in no urban area. */
  unplaced: number;
}

/** The definition of Statistics Norway: at least so many residents, houses so far apart, metres. */
export const urbanDefinition = { residents: 200, apart_m: 50 };

export const urbanSources = ['building', 'dwelling', 'population'] as const;

/** Whether there are houses and residents to derive urban areas from. */
const canDerive = (constraints: Constraints): boolean =>
  !isAbsent(constraints, 'population') && (!isAbsent(constraints, 'building') || !isAbsent(constraints, 'dwelling'));

/**
 * Derive urban areas from houses and residents. Parks, rivers and business land between houses are not bridged, and
 * satellites are not added, as a person at Statistics Norway would: the areas are apt to be smaller and more.
 */
export async function deriveUrbanAreas(session: Session, constraints: Constraints): Promise<DerivedAreas> {
  const population = datasetIds(constraints, 'population');
  const { years } = await newestYears(session, population);
  const buildings = datasetIds(constraints, 'building');
  const rows = await session.rows<Omit<UrbanArea, 'number' | 'name'> & { houses: number; unplaced: number }>(
    statement('centrality/settlement/urban-areas'),
    {
      ...{ buildings, dwellings: buildings.length > 0 ? [] : datasetIds(constraints, 'dwelling') },
      not_types: Object.keys(holidayHomeTypes).map(Number),
      dwelling_types: Object.keys(dwellingTypes).map(Number),
      ...{ population, years, ...urbanDefinition },
    },
  );
  return {
    areas: rows.map(({ residents, houses, geom }) => ({ ...{ number: null, name: null }, residents, houses, geom })),
    unplaced: rows[0]?.unplaced ?? 0,
  };
}

/** The urban areas that were loaded; maps do not say who lives there, population cells do. */
async function loadedUrbanAreas(session: Session, constraints: Constraints): Promise<UrbanArea[]> {
  const population = datasetIds(constraints, 'population');
  const { years } = await newestYears(session, population);
  return session.rows<UrbanArea>(statement('centrality/areas/urban'), {
    ...{ urban_areas: datasetIds(constraints, 'urban-area'), population, years },
  });
}

/** Where urban areas come from. */
export const urbanOrigins = ['loaded', 'derived', 'none'] as const;

export type UrbanOrigin = (typeof urbanOrigins)[number];

/** The urban areas that were loaded; else those that follow from houses and residents. */
export async function urbanAreasOf(
  session: Session,
  constraints: Constraints,
): Promise<{ areas: UrbanArea[]; from: UrbanOrigin }> {
  if (!isAbsent(constraints, 'urban-area'))
    return { areas: await loadedUrbanAreas(session, constraints), from: 'loaded' };
  if (!canDerive(constraints)) return { areas: [], from: 'none' };
  return { areas: (await deriveUrbanAreas(session, constraints)).areas, from: 'derived' };
}
