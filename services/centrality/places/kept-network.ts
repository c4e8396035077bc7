import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { placeOnRoads, type PlacesOnRoads } from './place-network.ts';
import { LastRead } from './last-read.ts';
import { placeLayers, readPlaces, type Places } from './read-places.ts';

/** Places, and the network that they are tied to. */
export interface Situation {
  places: Places;
  onRoads: PlacesOnRoads;
}

export const situationLayers = [...placeLayers, 'road-link'] as const;

interface Asked {
  year?: number | undefined;
  access_m: number;
}

/** The last one asked for of each database: to explain a figure needs the same network as to work it out. */
const keptOf = new WeakMap<Database, LastRead<Situation>>();

/**
 * Places and roads of the current editions, read once as long as nothing else is asked for.
 * @throws CannotMeasure, and the signal's reason
 */
export async function situationOf(
  database: Database,
  constraints: Constraints,
  { year, access_m }: Asked,
  options: { signal?: AbortSignal | undefined; onShare?: (share: number) => void } = {},
): Promise<Situation> {
  const datasets = situationLayers.map((layer) => datasetIds(constraints, layer));
  const key = JSON.stringify([datasets, constraints.division, year, access_m]);
  const kept = keptOf.get(database) ?? new LastRead<Situation>();
  keptOf.set(database, kept);
  const read = async (): Promise<Situation> => {
    const places = await readPlaces(database, constraints, year);
    return { places, onRoads: await placeOnRoads(database, constraints, places, { access_m, ...options }) };
  };
  return kept.of(key, read, options.signal);
}
