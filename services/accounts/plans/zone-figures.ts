import type { Database, Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { canonicalHash } from '../../runs/request.ts';
import { accountsVersion } from '../kept.ts';
import type { AccountedDraft } from './draft.ts';
import type { Ground } from './ground.ts';
import { landStates, type ZoneState } from './land-state.ts';
import { standingLand, zonesIn, type Zone } from './standing-zones.ts';
import { measureProtected, measureTaken } from './taken.ts';

/** What is measured of a zone's land, ellipsoidal m². */
export interface ZoneFigures {
  area_m2: number;
  /** What zones of the same plan take from it. */
  claimed_twice_m2: number;
  /** By buffer, the one that decides first; none of a zone that does not build. */
  states: ZoneState[];
  /** What its reserve would take: by kind of takes.ts, by class of the land cover, by ecosystem type. */
  taken: Record<'kinds' | 'cover' | 'types', Record<string, number>>;
  /** Of what cannot be built on. */
  protected_m2: number;
}

export type MeasuredZone = Zone & { figures: ZoneFigures };

/** Zones that one statement takes. */
const zonesAtOnce = 200;

/**
 * The zones in force in a municipality, or those with a draft, with what is measured of them. Figures of a zone are kept by
 * its land and by what it is laid upon: of a new plan only its own zones are measured, and those that it rules over.
 * @param data all that decides figures but the plans and parameters of the ground
 */
export async function measureZones(
  database: Database,
  ground: Ground,
  draft: AccountedDraft | null,
  data: Record<string, unknown>,
): Promise<MeasuredZone[]> {
  const { constraints, municipality, landCover, ecosystem, treeline, reach, built_buffer_m } = ground;
  const where = { constraints, municipality, draft };
  const zones = await zonesIn(database, where);
  const basis = canonicalHash({
    ...{ version: accountsVersion, data, land_cover: landCover, ecosystem, treeline, reach, built_buffer_m },
  });
  const of = { municipality, basis };
  const rows = await database.rows<{ zone: string; figures: ZoneFigures }>(statement('accounts/kept-zones'), {
    ...{ ...of, zones: zones.map(keyOf) },
  });
  const known = new Map<string, ZoneFigures | undefined>(rows.map(({ zone, figures }) => [zone, figures]));
  const open = zones.filter((zone) => !known.has(keyOf(zone)));
  for (let start = 0; start < open.length; start += zonesAtOnce) {
    const some = open.slice(start, start + zonesAtOnce);
    const figures = await measure(database, ground, draft, some);
    for (const [at, zone] of some.entries()) known.set(keyOf(zone), figures[at]);
    await database.rows(statement('accounts/keep-zones'), {
      ...{ ...of, zones: some.map(keyOf), figures: figures.map((own) => JSON.stringify(own)) },
    });
  }
  return zones.flatMap((zone) => {
    const figures = known.get(keyOf(zone));
    return figures ? [{ ...zone, figures }] : [];
  });
}

/** The purpose decides what is measured, and the code lists decide the purpose. */
const keyOf = ({ deciding, builds, present, status }: Zone): string =>
  [deciding, builds ? 'builds' : '', present ? 'present' : '', status ?? ''].join(' ');

async function measure(
  session: Session,
  ground: Ground,
  draft: AccountedDraft | null,
  zones: readonly Zone[],
): Promise<ZoneFigures[]> {
  const lands = await standingLand(session, { ...ground, draft }, zones);
  const building = zones.flatMap(({ status, present }, zone) => {
    const geom = lands[zone]?.geom;
    return geom ? [{ zone, status, present, geom }] : [];
  });
  const states = await landStates(session, building, ground);
  const reserve = building.flatMap(({ zone, present }) => {
    const state = states.get(zone);
    return !present && state?.open && (state.states[0]?.open_m2 ?? 0) > 0 ? [{ zone, geom: state.open }] : [];
  });
  const unbuildable = building.flatMap(({ zone }) => {
    const geom = states.get(zone)?.unbuildable;
    return geom ? [{ zone, geom }] : [];
  });
  const taken = await measureTaken(session, ground, reserve);
  const guarded = await measureProtected(session, ground, unbuildable);
  return lands.map(({ area_m2, claimed_twice_m2 }, zone) => {
    const of = (rows: typeof guarded) =>
      Object.fromEntries(rows.flatMap((row) => (row.zone === zone ? [[row.name, row.area_m2] as const] : [])));
    return {
      ...{ area_m2, claimed_twice_m2, states: states.get(zone)?.states ?? [] },
      taken: { kinds: of(taken.kinds), cover: of(taken.cover), types: of(taken.types) },
      protected_m2: guarded.find((row) => row.zone === zone)?.area_m2 ?? 0,
    };
  });
}
