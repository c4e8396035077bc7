import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import { everyAnswer } from '../../conflicts/measurement/every-zone.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Version } from '../extent/extent-account.ts';
import type { StandingZone } from './standing-zones.ts';

/** Layers whose features are buildings. */
export const buildingLayers = ['building', 'holiday-home', 'dwelling'] as const;
/** Layers whose land cannot be built on; hazards too, but radon. */
export const filterLayers = ['water', 'protected-area'] as const;
/** Classes of land cover (AR5) that are built. */
export const builtClasses = ['11', '12'];

/** What of a zone is built with one buffer. */
interface ZoneState {
  zone: number;
  buffer_m: number;
  /** This buffer decides; the others show its effect. */
  decides: boolean;
  built_m2: number;
  unbuildable_m2: number;
  open_m2: number;
  /** Of the buffer that decides: land that is neither built nor unbuildable. */
  open: Buffer | null;
  /** The same of land that cannot be built on. */
  unbuildable: Buffer | null;
}

/** Metres around a building that are built: a disc of 18 m is one dekar, a plot (ours). */
export const standardBuffer = 18;

/** Zones that one statement takes. */
const zonesAtOnce = 200;

/** Part the land of zones into built, unbuildable and open, with a buffer, half of it, and half as much again. */
export async function landStates(
  session: Session,
  zones: readonly StandingZone[],
  of: {
    constraints: Constraints;
    municipality: string;
    landCover: Version | null;
    built_buffer_m: number;
    /** Somebody looked for buildings in the municipality. */
    areBuildingsKnown: boolean;
  },
): Promise<Map<number, ZoneState[]>> {
  const { constraints, municipality, landCover, built_buffer_m: buffer } = of;
  const states = new Map<number, ZoneState[]>();
  for (let start = 0; start < zones.length; start += zonesAtOnce) {
    const some = zones.slice(start, start + zonesAtOnce);
    const rows = await session.rows<ZoneState>(statement('accounts/land-state'), {
      zones: some.map(({ n }) => n),
      geoms: some.map(({ geom }) => geom),
      // domain §4: without a building layer, status-1 land counts as built.
      present: some.map(({ status }) => status === 1 && !of.areBuildingsKnown),
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
      some.map(({ n }) => n),
    );
    for (const [n, state] of deciding)
      states.set(n, [state, ...rows.filter(({ zone, decides }) => zone === n && !decides)]);
  }
  return states;
}
