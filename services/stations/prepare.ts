import { setImmediate as turn } from 'node:timers/promises';
import type { Catalogue } from '../../layers/catalogue.ts';
import type { RoadCategory } from '../centrality/graph/road.ts';
import type { Stretch } from '../centrality/graph/stretch.ts';
import { graphOf } from '../centrality/kept-graphs.ts';
import type { Box, StoredGraph } from '../centrality/read-graph.ts';
import { isOnMain, roadAccess, type Located } from '../centrality/road-access.ts';
import { absentLayers } from '../centrality/places/cannot-measure.ts';
import { datasetIds, isAbsent, type Constraints } from '../conflicts/measurement/constraints.ts';
import type { Database } from '../database/database.ts';
import { layerStatement } from '../database/layer-statement.ts';
import { statement } from '../database/statement.ts';
import { hardFilters } from './candidates/hard-filters.ts';
import { readCandidates } from './candidates/read-candidates.ts';
import { readDemand } from './demand/demand.ts';
import { demandPoints } from './demand/demand-points.ts';
import { routeFlows } from './demand/flows.ts';
import { readStations } from './existing/read-stations.ts';
import type { PreparedInputs } from './inputs.ts';
import { noCandidates } from './problems.ts';
import type { Site, Situation, StandingStation } from './situation.ts';
import { distancesOf } from './ways/distances.ts';
import { ServedRoads } from './ways/served-road.ts';
import { SiteWays } from './ways/site-ways.ts';

interface Options {
  signal?: AbortSignal | undefined;
  onShare?: (share: number) => void;
}

/** Roads are read so far beyond the municipalities, metres: neighbours' stations and ways around count. */
const beyond_m = 60_000;
/** Places in one statement, between which other work comes on the embedded database. */
const batch = 500;

const letters: Partial<Record<RoadCategory, string>> = { european: 'E', national: 'R', county: 'F' };

/**
 * Read places, traffic, stations and roads, and find all distances between them.
 * @throws CannotMeasure where there are no roads, or no places at all; and the signal's reason
 */
export async function prepare(
  database: Database,
  catalogue: Catalogue,
  constraints: Constraints,
  inputs: PreparedInputs,
  { signal, onShare }: Options = {},
): Promise<Situation> {
  if (isAbsent(constraints, 'road-link')) throw absentLayers(['road-link']);
  const datasets = datasetIds(constraints, 'road-link');
  const stored = await graphOf(database, datasets, await boxOf(database, catalogue, constraints));
  onShare?.(0.1);
  const demand = await readDemand(database, stored, {
    ...{ traffic: datasetIds(constraints, 'traffic'), datasets, estimates: inputs.estimate },
    ...{ municipalities: datasetIds(constraints, 'municipality'), division: constraints.division },
  });
  const candidates = await readCandidates(database, catalogue, constraints, stored, {
    ...{ kinds: inputs.kinds, own: inputs.candidates },
  });
  if (candidates.length === 0) throw noCandidates();
  signal?.throwIfAborted();
  onShare?.(0.3);
  const read = await readStations(database, constraints, inputs.energies);
  const ends = await flowEnds(database, constraints, inputs);
  const places: (Located & { at?: Stretch | null })[] = [...candidates, ...read.stations, ...ends];
  const access = await accessOf(database, stored, datasets, places, inputs.access_m);
  const ofStations = access.slice(candidates.length, candidates.length + read.stations.length);
  const standing = read.stations.flatMap((station, at) => {
    const own = ofStations[at];
    return own ? [{ ...station, access: own }] : [];
  });
  const ignored = [
    ...read.ignored,
    ...read.stations.flatMap(({ id, name }, at) => (ofStations[at] ? [] : [{ id, name, reason: 'no-road' as const }])),
  ];
  const ofSites = access.slice(0, candidates.length);
  const ofEnds = access.slice(candidates.length + read.stations.length);
  const ways = new SiteWays(stored.graph, [...ofSites, ...standing.map(({ access: own }) => own), ...ofEnds]);
  const wanted = new Set(inputs.served.map((category) => letters[category]));
  const roads = new ServedRoads(stored.graph, ways, demand.links, (road) => wanted.has(road[0]));
  const servedOf = (place: number, own: Stretch | null, said: string | null) =>
    own ? roads.of(place, own, said, inputs.max_drive_m) : null;
  const onRoads = candidates.map(({ road }, at) => ({
    ...{ hasRoad: ofSites[at] !== null, served: servedOf(at, ofSites[at] ?? null, road) },
  }));
  const { excluded, slopes, unlooked } = await hardFilters(
    { session: database, catalogue, constraints },
    ...([candidates, onRoads, inputs] as const),
  );
  onShare?.(0.5);
  const sites = candidates.map((candidate, at): Site => ({
    ...{ ...candidate, access: ofSites[at] ?? null, served: onRoads[at]?.served ?? null },
    ...{ excludedBy: excluded[at] ?? [], slope: slopes[at] ?? null },
  }));
  const stations = standing.map((station, at): StandingStation => ({
    ...{ ...station, served: servedOf(sites.length + at, station.access, station.road) },
  }));
  const { points, leftOut } = demandPoints(stored.graph, demand.links, inputs.demand_step_km * 1000);
  const count = sites.length + stations.length;
  const nodes = points.map(({ node }) => node);
  const distances = await distancesOf(ways, { sites: sites.length, places: count }, nodes, async (done) => {
    if (done % 10 !== 0) return;
    await turn();
    signal?.throwIfAborted();
    onShare?.(0.5 + (0.5 * done) / count);
  });
  const first = count;
  const isOn = (at: number) => ofEnds[at] !== null;
  const flowPlaces = inputs.flows.map((_, at) => ({
    ...{ from: isOn(2 * at) ? first + 2 * at : null, to: isOn(2 * at + 1) ? first + 2 * at + 1 : null },
  }));
  const exits = [...sites, ...stations].map(({ served, excludedBy }: Partial<Site>) =>
    served && (excludedBy ?? []).length === 0 ? served.node : null,
  );
  const { routed, lost } = routeFlows(ways, inputs.flows, flowPlaces, exits);
  return {
    ...{ database, catalogue, constraints, inputs, stored, demand, points, leftOut, sites, stations, ignored, ways },
    ...{ distances, flows: routed, lostFlows: lost, unlooked },
  };
}

async function boxOf(database: Database, catalogue: Catalogue, constraints: Constraints): Promise<Box> {
  const layer = isAbsent(constraints, 'municipality') ? 'road-link' : 'municipality';
  const datasets = datasetIds(constraints, layer);
  const box = await database.row<Partial<Box>>(layerStatement('stations/extent', catalogue.get(layer)), { datasets });
  const { west, south, east, north } = box;
  // Links without geometry are in no box: there is nothing to place a site on.
  if (typeof west !== 'number' || typeof south !== 'number' || typeof east !== 'number' || typeof north !== 'number')
    throw absentLayers(['road-link']);
  return { west: west - beyond_m, south: south - beyond_m, east: east + beyond_m, north: north + beyond_m };
}

/** Both ends of each flow, one after the other. */
async function flowEnds(database: Database, constraints: Constraints, { flows }: PreparedInputs): Promise<Located[]> {
  if (flows.length === 0) return [];
  const ends = flows.flatMap(({ from, to }) => [from, to]);
  return database.rows<Located>(statement('stations/points'), {
    ...{ xs: ends.map(([lon]) => lon), ys: ends.map(([, lat]) => lat), degrees: ends.map(() => true) },
    ...{ municipalities: datasetIds(constraints, 'municipality'), division: constraints.division },
  });
}

/** Where each place comes to the roads: the nearest road, one of the largest part of the network before any other. */
async function accessOf(
  database: Database,
  stored: StoredGraph,
  datasets: readonly number[],
  places: readonly (Located & { at?: Stretch | null })[],
  within_m: number,
): Promise<(Stretch | null)[]> {
  const found: (Stretch | null)[] = [];
  const rank = (stretch: Stretch) => (isOnMain(stored, [stretch]) ? 0 : 1);
  for (let first = 0; first < places.length; first += batch) {
    const some = places.slice(first, first + batch);
    // Rest areas and stations lie along motorways and have ramps of their own, which maps of main roads leave out.
    const access = await roadAccess(database, stored, datasets, some, within_m, { anywhere: true });
    for (const [at, stretches] of access.entries()) {
      const [nearest = null] = [...stretches].sort((a, b) => rank(a) - rank(b) || a.gap_m - b.gap_m);
      found.push(some[at]?.at ?? nearest);
    }
  }
  return found;
}
