import { datasetIds } from '../../conflicts/measurement/constraints.ts';
import { everyAnswer } from '../../conflicts/measurement/every-zone.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Ground } from './ground.ts';

/** Layers whose features are buildings. */
export const buildingLayers = ['building', 'holiday-home', 'dwelling'] as const;
/** Layers whose land cannot be built on; hazards too, but radon. */
export const filterLayers = ['water', 'protected-area'] as const;
/** Classes of land cover (AR5) that are built. */
export const builtClasses = ['11', '12'];

/** What of a zone is built with one buffer, ellipsoidal m². */
export interface ZoneState {
  buffer_m: number;
  built_m2: number;
  unbuildable_m2: number;
  open_m2: number;
}

/** With the buffer that decides first, then with those that show its effect. */
interface LandState {
  states: ZoneState[];
  /** Land that is neither built nor unbuildable, by the buffer that decides. */
  open: Buffer | null;
  /** The same of land that cannot be built on. */
  unbuildable: Buffer | null;
}

type Row = ZoneState & { zone: number; decides: boolean } & Omit<LandState, 'states'>;

/** Metres around a building that are built: a disc of 18 m is one dekar, a plot (ours). */
export const standardBuffer = 18;

/**
 * Part land of zones into built, unbuildable and open, with a buffer, half of it, and half as much again.
 * @returns by the number of the zone
 */
export async function landStates(
  session: Session,
  lands: readonly { zone: number; status: number | null; geom: Buffer }[],
  { constraints, municipality, landCover, built_buffer_m: buffer, reach }: Ground,
): Promise<Map<number, LandState>> {
  const areBuildingsKnown = !reach.missing.includes('building');
  const rows = await session.rows<Row>(statement('accounts/land-state'), {
    zones: lands.map(({ zone }) => zone),
    geoms: lands.map(({ geom }) => geom),
    // domain §4: without a building layer, status-1 land counts as built.
    present: lands.map(({ status }) => status === 1 && !areBuildingsKnown),
    buffers: [buffer, 0.5 * buffer, 1.5 * buffer],
    buildings: datasetIds(constraints, 'building'),
    holiday_homes: datasetIds(constraints, 'holiday-home'),
    dwellings: datasetIds(constraints, 'dwelling'),
    land_cover: landCover?.datasets ?? [],
    year: landCover?.year ?? null,
    built_classes: builtClasses,
    filters: filterLayers.flatMap((layer) => datasetIds(constraints, layer)),
    hazards: datasetIds(constraints, 'hazard'),
    division: constraints.division,
    municipality,
  });
  const deciding = everyAnswer(
    rows.filter(({ decides }) => decides),
    ({ zone }) => zone,
    lands.map(({ zone }) => zone),
  );
  return new Map(
    [...deciding].map(([zone, { open, unbuildable }]) => {
      const own = rows.filter((row) => row.zone === zone).sort((a, b) => Number(b.decides) - Number(a.decides));
      const states = own.map(({ buffer_m, built_m2, unbuildable_m2, open_m2 }) => ({
        ...{ buffer_m, built_m2, unbuildable_m2, open_m2 },
      }));
      return [zone, { states, open, unbuildable }];
    }),
  );
}
