import type { Purpose } from '../../../layers/codes/purpose.ts';
import { purposes } from '../../../layers/codes/purposes.ts';
import { statement } from '../../database/statement.ts';
import { boxAround } from '../plan/box.ts';
import { datasetIds, isAbsent } from '../measurement/constraints.ts';
import type { Covered } from '../measurement/coverage.ts';
import { everyAnswer, everyZone } from '../measurement/every-zone.ts';
import { leastCovered } from '../measurement/layer-coverage.ts';
import type { Measured, Measuring } from '../measurement/measure.ts';

/** Which land of plans is asked about. */
export interface Existing {
  holds: (purpose: Purpose) => boolean;
  /** Statuses of master plans in force that count; regulations always do. */
  statuses: readonly number[];
  /** Metres around a zone's land in which areas count. */
  within: number;
}

/** Land of a plan that is set aside already. */
interface ExistingArea {
  /** Null for land of the plan that is checked. */
  dataset: number | null;
  fid: number | null;
  id: string | null;
  geom: Buffer;
}

interface Row {
  zone: number;
  near: number[] | null;
  distance_m: number | null;
  existing_m2: number;
  reserve_m2: number;
}

/** A zone's new land and the land for the same that is there already. */
export interface Reserve extends Measured {
  /** Existing areas within the distance that counts. */
  areas: number;
  /** Ellipsoidal m² of land in them, each piece of ground once. */
  existing_m2: number;
  /** Ellipsoidal m² of unbuilt land in them, each piece of ground once; null where nobody looked at all of them for buildings. */
  reserve_m2: number | null;
  /** Somebody looked for areas on all land within the distance; asked only where there is none. */
  lookedAround: boolean;
}

/**
 * Measure how far zones lie from land that is set aside for the same already, and how much of that is unbuilt.
 * @throws OverlayFailed
 */
export async function reserveNear(given: Measuring, existing: Existing): Promise<Map<number, Reserve>> {
  const { session, zones, constraints } = given;
  const areas = await existingAreas(given, existing);
  const unbuilt = await unbuiltParts(given, areas);
  const rows = everyZone(
    await session.rows<Row>(statement('conflicts/reserve'), {
      zones: zones.map(({ index }) => index),
      geoms: zones.map(({ land }) => land),
      areas: areas.map(({ geom }) => geom),
      unbuilt: areas.map((_, place) => unbuilt?.get(place)?.geom ?? null),
      within: existing.within,
    }),
    zones,
  );
  const covered = await leastCovered(given, ['zoning']);
  const alone = zones.filter(({ index }) => !rows.get(index)?.near);
  const around = await coveredAround({ ...given, zones: alone }, existing.within);
  return new Map(
    zones.map(({ index }) => {
      const { near, distance_m, existing_m2, reserve_m2: open } = rows.get(index) as Row;
      const { share, whole } = covered.get(index) as Covered;
      const met = (near ?? []).flatMap((place) => areas[place - 1] ?? []);
      return [
        index,
        {
          ...{ area_m2: 0, red_area_m2: 0, touching: false, share_covered: share, covered: whole, distance_m },
          constraints: met.flatMap(({ dataset, fid, id }) =>
            dataset === null || fid === null ? [] : [{ layer: 'zoning', id: id ?? String(fid), fid, dataset }],
          ),
          datasets: [...new Set(met.flatMap(({ dataset }) => dataset ?? [])), ...datasetIds(constraints, 'building')],
          ...{ overlap: null, remarks: [], steps: [] },
          ...{ areas: met.length, existing_m2, lookedAround: around.get(index)?.whole ?? true },
          reserve_m2: (near ?? []).every((place) => unbuilt?.get(place - 1)?.known) ? open : null,
        },
      ];
    }),
  );
}

async function existingAreas(given: Measuring, { holds, statuses, within }: Existing): Promise<ExistingArea[]> {
  const { session, zones, drawn, around, constraints, parameters, plan } = given;
  const box = boxAround(zones, within);
  if (!box) return [];
  const same = purposes.filter(holds);
  const ground = drawn.filter(({ level }) => level === 2);
  const present = ground.filter(({ purpose }) => holds(purpose));
  const leftOut = [plan.plan_id, plan.predecessor, around.replaced?.plan_id];
  return session.rows<ExistingArea>(statement('conflicts/existing-areas'), {
    zoning: datasetIds(constraints, 'zoning'),
    considerations: datasetIds(constraints, 'zoning-consideration'),
    plans: datasetIds(constraints, 'plan'),
    left_out: leftOut.filter((id) => typeof id === 'string'),
    object_types: same.map(({ objectType }) => objectType),
    codes: same.map(({ code }) => code),
    statuses,
    ...box,
    own: ground.map(({ geom }) => geom),
    present: present.map(({ geom }) => geom),
    lands: present.map(({ land }) => land),
    noise_m: parameters.touching_m,
  });
}

/** Whether somebody looked for plans on all land so near zones: an area may be where nobody did. */
async function coveredAround(given: Measuring, within: number): Promise<Map<number, Covered>> {
  const { session, zones } = given;
  const rows = await session.rows<{ zone: number; around: Buffer }>(statement('conflicts/land-around'), {
    zones: zones.map(({ index }) => index),
    geoms: zones.map(({ land }) => land),
    metres: zones.map(() => within),
  });
  const rings = everyZone(rows, zones);
  const around = zones.map((zone) => ({ ...zone, land: rings.get(zone.index)?.around ?? null }));
  return leastCovered({ ...given, zones: around }, ['zoning']);
}

/** What of each area is unbuilt, by its place, and whether all of it was looked at; null without a building layer. */
async function unbuiltParts(given: Measuring, areas: readonly ExistingArea[]) {
  const { session, constraints, parameters, built } = given;
  if (isAbsent(constraints, 'building')) return null;
  const places = areas.map((_, place) => place);
  const rows = await session.rows<{ zone: number; geom: Buffer | null }>(statement('conflicts/unbuilt-land'), {
    zones: places,
    geoms: areas.map(({ geom }) => geom),
    buildings: datasetIds(constraints, 'building'),
    built: await built.under(areas.map(({ geom }) => geom)),
    unbuilt_area_m2: parameters.unbuilt_area_m2,
  });
  const unbuilt = everyAnswer(rows, ({ zone }) => zone, places);
  const lands = areas.map(({ geom }, index) => ({ index, geom, land: geom }));
  const covered = await leastCovered({ ...given, zones: lands }, ['building']);
  return new Map(
    places.map((place) => [
      place,
      { geom: unbuilt.get(place)?.geom ?? null, known: covered.get(place)?.whole === true },
    ]),
  );
}
