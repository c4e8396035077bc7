import type { Catalogue } from '../../../layers/catalogue.ts';
import { isAbsent, readConstraints, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { runKey, type RunRequest } from '../../runs/request.ts';
import { absentLayers } from '../places/cannot-measure.ts';
import { situationLayers } from '../places/kept-network.ts';
import { editionsIn, publishResults, type OnMap, type Work } from '../publish/publish-results.ts';
import { areasOfPoints } from '../settlement/areas.ts';
import { municipalitiesOfAreas } from '../settlement/municipalities-of-areas.ts';
import { urbanAreasOf, urbanSources, type UrbanOrigin } from '../settlement/urban-areas.ts';
import { cellFeatures } from './cell-features.ts';
import { travelsOf, WithinMinutesInput, type WithinMinutesInputs } from './inputs.ts';
import { minutesToTargets, targetLayers, targets } from './minutes-to.ts';
import { readOrigins } from './origins.ts';
import { sharesByArea, type AreaShares } from './shares.ts';
import { readTold } from './told.ts';

export interface WithinMinutesAnswer {
  minutes: number[];
  speeds: { foot_kmh: number; bicycle_kmh: number };
  /** Layers that nobody loaded: what hangs on them is not told. */
  missing: string[];
  urban_areas: UrbanOrigin;
  dwellings_per_daa: number;
  /** Unbuilt plan reserve for housing, ellipsoidal m². */
  reserve_m2: number | null;
  areas: AreaShares[];
}

interface Options {
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number, message: string) => void) | undefined;
}

/** Raised whenever the same input may give another answer. */
export const withinMinutesVersion = '3';

const part = 'accessibility';
const wanted = [...targets.map((target) => targetLayers[target].id), 'workplace', 'plan', 'zoning'];
const layers = [
  ...new Set([...situationLayers, ...wanted, 'urban-area', 'region', ...urbanSources, 'holiday-home', 'building']),
];

/**
 * Tell which share of residents, planned dwellings and jobs is within minutes of a centre zone and of a transit hub, and
 * put the minutes of every population cell on the map.
 * @throws CannotMeasure, LeaseLost, and the signal's reason
 */
export async function findWithinMinutes(
  database: Database,
  catalogue: Catalogue,
  inputs: WithinMinutesInputs,
  { signal, onProgress }: Options = {},
): Promise<WithinMinutesAnswer & OnMap> {
  const constraints = await readConstraints(database, layers);
  const absent = ['population', 'road-link'].filter((layer) => isAbsent(constraints, layer));
  if (absent.length > 0) throw absentLayers(absent);
  const targetIds = targets.map((target) => targetLayers[target].id);
  if (targetIds.every((layer) => isAbsent(constraints, layer))) throw absentLayers(targetIds);
  const request = requestOf(inputs, constraints);
  const isStandard = runKey(request) === runKey(requestOf(WithinMinutesInput.parse({}), constraints));
  const work = async (onShare: (share: number, message: string) => void): Promise<Work<WithinMinutesAnswer>> => {
    const origins = await readOrigins(database, constraints, inputs, signal);
    onShare(0.2, 'origins');
    const minutesTo = await minutesToTargets(database, constraints, origins, travelsOf(inputs), {
      ...{ access_m: inputs.access_m, signal, onShare: (share, mode) => onShare(0.2 + 0.6 * share, mode) },
    });
    const urban = await urbanAreasOf(database, constraints);
    const areas = await areasOfPoints(database, constraints, origins.points, urban.areas);
    const municipalities = await municipalitiesOfAreas(database, constraints, areas, origins.points);
    const told = await readTold(database, constraints, origins);
    signal?.throwIfAborted();
    const { minutes, foot_kmh, bicycle_kmh, dwellings_per_daa, map_min } = inputs;
    const limits = [...new Set(minutes)].sort((a, b) => a - b);
    return {
      answer: {
        ...{ minutes: limits, speeds: { foot_kmh, bicycle_kmh } },
        missing: wanted.filter((layer) => isAbsent(constraints, layer)),
        ...{ urban_areas: urban.from, dwellings_per_daa, reserve_m2: origins.reserve_m2 },
        areas: sharesByArea(areas, origins, minutesTo, limits, { municipalities, told }),
      },
      layers: [
        {
          ...{ layer: 'accessibility', title: 'Nærhet til sentrum og knutepunkt', count: origins.cells.length },
          features: cellFeatures(database, origins, minutesTo, { map_min, told }),
        },
      ],
    };
  };
  return publishResults(database, catalogue, constraints, request, { part, isStandard, signal, onProgress }, work);
}

/** All that decides the answer. */
const requestOf = (inputs: WithinMinutesInputs, constraints: Constraints): RunRequest => ({
  ...{ kind: 'accessibility', version: withinMinutesVersion, editions: editionsIn(constraints) },
  parameters: { ...inputs, year: inputs.year ?? null },
});
