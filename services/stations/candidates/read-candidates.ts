import type { Catalogue } from '../../../layers/catalogue.ts';
import { datasetIds, isAbsent, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { RoadCategory } from '../../centrality/graph/road.ts';
import type { StoredGraph } from '../../centrality/read-graph.ts';
import type { Session } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { statement } from '../../database/statement.ts';
import { roadKey } from '../demand/road-key.ts';
import type { Candidate, CandidateKind } from './candidate.ts';
import { junctionName, junctionsOf } from './junctions.ts';

/** A place that the asker wants judged. */
export interface OwnPoint {
  id: string;
  name?: string | undefined;
  /** Longitude and latitude. */
  lon: number;
  lat: number;
  truck_bays?: number | undefined;
  area_m2?: number | undefined;
}

interface Feature {
  dataset: number;
  fid: number;
  id: string;
  properties: Record<string, unknown>;
  x: number;
  y: number;
  area_m2: number | null;
}

type Placed = Pick<Candidate, 'x' | 'y' | 'lon' | 'lat' | 'geom' | 'municipality'>;
type Found = Omit<Candidate, keyof Placed> & { x: number; y: number; degrees: boolean };

/** Layers that places for stations are taken from; urban areas only where there are no rest areas. */
export const candidateLayers = ['rest-area', 'fuel-station', 'industrial-area', 'urban-area'] as const;

const nothing = { truckAccess: null, truckBays: null, services: null, directions: null, area_m2: null, at: null };

/**
 * All places where a station could be: from the layers, the junctions of main roads, and the asker's own points. Those of
 * the data lie in the municipalities that are loaded, where any are.
 * @param kinds which kinds are wanted
 */
export async function readCandidates(
  session: Session,
  catalogue: Catalogue,
  constraints: Constraints,
  stored: StoredGraph,
  { kinds, own }: { kinds: readonly CandidateKind[]; own: readonly OwnPoint[] },
): Promise<Candidate[]> {
  const found: Found[] = own.map(({ id, name = null, lon, lat, truck_bays = null, area_m2 = null }) => ({
    ...{ ...nothing, id: `own.${id}`, kind: 'own' as const, name: name ?? id, dataset: null, source_id: id },
    ...{ x: lon, y: lat, degrees: true, road: null, truckBays: truck_bays, area_m2 },
  }));
  for (const layer of candidateLayers) {
    if (!kinds.includes(layer) || isAbsent(constraints, layer)) continue;
    if (layer === 'urban-area' && !isAbsent(constraints, 'rest-area')) continue;
    const datasets = datasetIds(constraints, layer);
    const rows = await session.rows<Feature>(layerStatement('stations/sites', catalogue.get(layer)), { datasets });
    found.push(...rows.map((row) => featureFound(layer, row)));
  }
  if (kinds.includes('junction'))
    for (const junction of junctionsOf(stored)) {
      const { roads, x, y, at } = junction;
      found.push({
        ...{ ...nothing, id: `junction.${roads.join('-')}.${Math.round(x)}-${Math.round(y)}`, kind: 'junction', at },
        ...{ name: junctionName(junction), dataset: null, source_id: null, x, y, degrees: false, road: null },
      });
    }
  const placed = await place(session, constraints, found);
  const hasMunicipalities = !isAbsent(constraints, 'municipality');
  return apartById(
    placed.filter(({ kind, municipality }) => kind === 'own' || !hasMunicipalities || municipality !== ''),
  );
}

function featureFound(kind: Exclude<CandidateKind, 'own' | 'junction'>, feature: Feature): Found {
  const { dataset, id, properties, x, y, area_m2 } = feature;
  const text = (name: string) => (typeof properties[name] === 'string' ? properties[name] : null);
  const number = (name: string) => (typeof properties[name] === 'number' ? properties[name] : null);
  const access = properties['truck_access'];
  const isTruckRest = text('kind') === 'truck-rest';
  return {
    ...{ id: `${kind}.${id}`, kind, name: text('name'), dataset, source_id: id, x, y, degrees: false, at: null },
    road: roadKey(text('road_number'), text('category') as RoadCategory | null),
    truckAccess: typeof access === 'boolean' ? access : isTruckRest ? true : null,
    ...{ truckBays: number('truck_bays'), services: text('services') },
    directions: text('directions') as Candidate['directions'],
    // An urban area is where a station could be, not the land it could have.
    area_m2: kind === 'urban-area' ? null : area_m2,
  };
}

async function place(session: Session, constraints: Constraints, found: readonly Found[]): Promise<Candidate[]> {
  if (found.length === 0) return [];
  const rows = await session.rows<Placed>(statement('stations/points'), {
    ...{ xs: found.map(({ x }) => x), ys: found.map(({ y }) => y), degrees: found.map(({ degrees }) => degrees) },
    ...{ municipalities: datasetIds(constraints, 'municipality'), division: constraints.division },
  });
  return found.map((candidate, at) => ({ ...candidate, ...rows[at] }));
}

/** Ids that two places share (the same id in two datasets) get the dataset behind them. */
function apartById(candidates: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>();
  for (const { id } of candidates) counts.set(id, (counts.get(id) ?? 0) + 1);
  return candidates.map((one) => (counts.get(one.id) === 1 ? one : { ...one, id: `${one.id}.${one.dataset ?? one.source_id}` })); // prettier-ignore
}
