import type { MultiPolygon } from 'geojson';
import { datasetIds, isAbsent, readConstraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Travel } from '../graph/mode.ts';
import type { Road } from '../graph/road.ts';
import { ferryMinutes } from '../graph/travel-time.ts';
import { graphOf } from '../kept-graphs.ts';
import { absentLayers, CannotMeasure } from '../places/cannot-measure.ts';
import type { Box } from '../read-graph.ts';
import { roadAccess } from '../road-access.ts';
import type { IsochronesInputs } from './inputs.ts';
import { reachedStretches } from './reached-stretches.ts';

/** Land that is reached from an origin within so many minutes, degrees (ETRS89). */
export interface Isochrone {
  type: 'Feature';
  geometry: MultiPolygon;
  properties: { origin: number; minutes: number; mode: Travel['mode']; area_m2: number };
}

/** A GeoJSON FeatureCollection, with what it was asked for beside it. */
export interface Isochrones {
  type: 'FeatureCollection';
  features: Isochrone[];
  /** Layer that the roads are of. */
  roads: string;
  width_m: number;
}

/** No road is driven faster, and no ferry goes faster, km/h: so far around an origin roads are read. */
const fastest = 140;

/**
 * The land that can be reached from points within minutes: all that lies within `width_m` of a road that is reached, cut
 * where the time is up. A longer time holds the land of a shorter one.
 * @throws CannotMeasure where there are no roads, or none near an origin, and the signal's reason
 */
export async function findIsochrones(
  database: Database,
  inputs: IsochronesInputs,
  signal?: AbortSignal,
): Promise<Isochrones> {
  const constraints = await readConstraints(database, ['road-link']);
  if (isAbsent(constraints, 'road-link')) throw absentLayers(['road-link']);
  const datasets = datasetIds(constraints, 'road-link');
  const { origins, mode, access_m, width_m } = inputs;
  const limits = [...new Set(inputs.minutes)].sort((a, b) => a - b);
  const travel: Travel = mode === 'car' ? { mode } : { mode, kmh: inputs[`${mode}_kmh`] };
  const places = await database.rows<{ x: number; y: number; geom: Buffer }>(
    statement('centrality/isochrones/origins'),
    { lons: origins.map(([lon]) => lon), lats: origins.map(([, lat]) => lat) },
  );
  const speed = travel.mode === 'car' ? fastest : Math.max(travel.kmh, await fastestFerry(database, datasets));
  const reach = ((limits.at(-1) ?? 0) / 60) * speed * 1000 + access_m;
  const features: Isochrone[] = [];
  for (const [origin, place] of places.entries()) {
    signal?.throwIfAborted();
    const stored = await graphOf(database, datasets, around(place, reach), travel);
    const [access = []] = await roadAccess(database, stored, datasets, [place], access_m);
    if (access.length === 0) throw noRoad(origin, origins[origin], access_m);
    const stretches = reachedStretches(stored.graph, access, limits);
    const keys = stretches.map(({ road }) => stored.roads[road]);
    const rows = await database.rows<{ band: number; geojson: string; area_m2: number }>(
      statement('centrality/isochrones/ground'),
      {
        ...{ datasets: keys.map(({ dataset }) => dataset), fids: keys.map(({ fid }) => fid) },
        ...{ parts: keys.map(({ part }) => part), bands: stretches.map(({ band }) => band), width_m },
        ...{ starts: stretches.map(({ start }) => start), stops: stretches.map(({ stop }) => stop) },
      },
    );
    // A limit that brings no more road than the one before it has the same land.
    for (const [band, minutes] of limits.entries()) {
      const row = rows.findLast((one) => one.band <= band);
      if (!row) continue;
      features.push({
        type: 'Feature',
        geometry: JSON.parse(row.geojson) as MultiPolygon,
        properties: { origin, minutes, mode, area_m2: row.area_m2 },
      });
    }
  }
  return { type: 'FeatureCollection', features, roads: 'road-link', width_m };
}

/** On foot and by bicycle a ferry leads farther than the own speed does. @returns km/h, the wait counted; 0 without ferries */
async function fastestFerry(database: Database, datasets: readonly number[]): Promise<number> {
  type Ferry = Pick<Road, 'length_m' | 'ferry_min' | 'wait_min'> & { along_m: number };
  const ferries = await database.rows<Ferry>(statement('centrality/isochrones/ferries'), { datasets });
  return ferries.reduce((most, ferry) => {
    const minutes = ferryMinutes(ferry);
    return minutes === null ? most : Math.max(most, Math.min(fastest, (ferry.along_m / 1000 / minutes) * 60 || 0));
  }, 0);
}

const around = ({ x, y }: { x: number; y: number }, reach: number): Box => ({
  ...{ west: x - reach, south: y - reach, east: x + reach, north: y + reach },
});

const noRoad = (origin: number, [lon, lat]: readonly [number, number], access_m: number): CannotMeasure =>
  new CannotMeasure({
    nb: `Punkt ${origin + 1} (${lon}, ${lat}) har ingen veg innen ${access_m} m som er åpen for denne reisemåten. Flytt det, øk access_m, eller se om vegene der er lastet inn. Lengdegrad står først.`,
    en: `Point ${origin + 1} (${lon}, ${lat}) has no road within ${access_m} m that is open to this way of travelling. Move it, raise access_m, or see whether the roads there are loaded. Longitude stands first.`,
  });
