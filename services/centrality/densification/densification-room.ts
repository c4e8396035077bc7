import { roomStep } from '../../../layers/codes/densification.ts';
import { building } from '../../../layers/building.ts';
import type { Layer } from '../../../layers/declaration/layer.ts';
import { dwelling } from '../../../layers/dwelling.ts';
import { holidayHome } from '../../../layers/holiday-home.ts';
import type { Catalogue } from '../../../layers/catalogue.ts';
import { datasetIds, isAbsent, readConstraints, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { statement } from '../../database/statement.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import { fromWkb } from '../../imports/wkb-reader.ts';
import { runKey, type RunRequest } from '../../runs/request.ts';
import { absentLayers } from '../places/cannot-measure.ts';
import { knownMunicipalities, plannedMunicipalities } from '../places/known-municipalities.ts';
import { buildingLayers } from '../places/zoned-land.ts';
import { editionsIn, publishResults, type OnMap, type Work } from '../publish/publish-results.ts';
import { targetLayers, targets, type Target } from '../within-minutes/minutes-to.ts';
import { DensificationInput, type DensificationInputs } from './inputs.ts';
import { municipalRoom, roomOf, type Known, type MunicipalRoom, type Room, type ZonedPlace } from './room.ts';
import { townGroups, zonedPlacesIn } from './zoned-places.ts';

/** A centre zone or hub, and the room in and near it. */
export interface PlaceRoom extends Room {
  kind: Target;
  id: string;
  name: string | null;
  municipality: string;
  /** All land in and near it, water too, ellipsoidal. */
  area_m2: number;
  /** Null where nobody knows of buildings in one of the municipalities that it reaches into. */
  buildings: number | null;
  buildings_per_ha: number | null;
}

export interface DensificationAnswer extends DensificationInputs {
  groups: string[];
  missing: string[];
  /** Layers that buildings are counted from, and that say what is built. */
  buildings_from: string[];
  /** Municipalities without rows and coverage: whose plans, and whose buildings, nobody knows. */
  lacks: { plans: string[]; buildings: string[] };
  places: PlaceRoom[];
  municipalities: ({ number: string; name: string | null } & MunicipalRoom)[];
}

interface Options {
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number, message: string) => void) | undefined;
}

type Surroundings = Omit<PlaceRoom, keyof Room | 'buildings' | 'buildings_per_ha'> & {
  geom: Buffer;
  buildings: number;
  /** Municipalities that it reaches into. */
  reaches: string[];
};

/** Raised whenever the same input may give another answer. */
export const densificationVersion = '2';

const part = 'densification-room';
const targetIds = targets.map((target) => targetLayers[target].id);
const layers = ['municipality', 'plan', 'zoning', ...targetIds, ...buildingLayers];

/**
 * How much zoned land in and near centre zones and hubs is built, and what room is left there, beside that farther out.
 * @throws CannotMeasure, LeaseLost, and the signal's reason
 */
export async function findDensificationRoom(
  database: Database,
  catalogue: Catalogue,
  inputs: DensificationInputs,
  { signal, onProgress }: Options = {},
): Promise<DensificationAnswer & OnMap> {
  const constraints = await readConstraints(database, layers);
  const absent = ['municipality', 'plan', 'zoning'].filter((layer) => isAbsent(constraints, layer));
  if (absent.length > 0) throw absentLayers(absent);
  if (targetIds.every((layer) => isAbsent(constraints, layer))) throw absentLayers(targetIds);
  const request = requestOf(inputs, constraints);
  const isStandard = runKey(request) === runKey(requestOf(DensificationInput.parse({}), constraints));
  const work = async (onShare: (share: number, message: string) => void): Promise<Work<DensificationAnswer>> => {
    const from = buildingsFrom(constraints);
    const around = await surroundingsOf(database, constraints, inputs, from);
    const names = await database.rows<{ number: string; name: string | null }>(statement('treeline/municipalities'), {
      municipalities: datasetIds(constraints, 'municipality'),
    });
    const built = { within_m: inputs.built_m, layers: from.map(({ id }) => id) };
    const planned = await plannedMunicipalities(database, constraints);
    const counted = new Set<string>();
    for (const layer of from)
      for (const number of await knownMunicipalities(database, constraints, layer)) counted.add(number);
    const knownOf = (those: readonly string[]): Known => ({
      plans: those.every((number) => planned.has(number)),
      buildings: from.length > 0 && those.every((number) => counted.has(number)),
    });
    const lands = around.map(({ geom }) => geom);
    const near = around.map((): ZonedPlace[] => []);
    const municipalities: DensificationAnswer['municipalities'] = [];
    for (const [turn, { number, name }] of names.entries()) {
      signal?.throwIfAborted();
      onShare(0.1 + (0.8 * turn) / names.length, number);
      const known = knownOf([number]);
      const measure = { step_m: inputs.step_m, built: known.buildings ? built : null };
      const places = await zonedPlacesIn(database, constraints, number, lands, measure);
      for (const place of places) for (const one of place.near) near[one].push(place);
      municipalities.push({ number, name, ...municipalRoom(places, known) });
    }
    const places = around.map(({ kind, id, name, municipality, area_m2, buildings, reaches }, at): PlaceRoom => {
      const known = knownOf(reaches);
      return {
        ...{ kind, id, name, municipality, area_m2, buildings: known.buildings ? buildings : null },
        buildings_per_ha: known.buildings ? buildings / (area_m2 / 10_000) : null,
        ...roomOf(near[at], known),
      };
    });
    const lacking = (known: ReadonlySet<string>) =>
      names.map(({ number }) => number).filter((number) => !known.has(number));
    return {
      answer: {
        ...{ ...inputs, groups: townGroups, buildings_from: built.layers },
        lacks: { plans: lacking(planned), buildings: lacking(counted) },
        ...{ missing: targetIds.filter((layer) => isAbsent(constraints, layer)), places, municipalities },
      },
      layers: [
        {
          ...{ layer: 'densification-room', title: 'Fortettingsrom', count: places.length },
          features: roomFeatures(places, lands),
        },
      ],
    };
  };
  return publishResults(database, catalogue, constraints, request, { part, isStandard, signal, onProgress }, work);
}

/** Layers that buildings are counted from: all buildings where they are loaded, else those of each kind. */
function buildingsFrom(constraints: Constraints): Layer[] {
  const present = [building, dwelling, holidayHome].filter(({ id }) => !isAbsent(constraints, id));
  return present.includes(building) ? [building] : present;
}

async function surroundingsOf(
  database: Database,
  constraints: Constraints,
  { near_m }: Pick<DensificationInputs, 'near_m'>,
  from: readonly Layer[],
): Promise<Surroundings[]> {
  const only = (layer: string) => (from.some(({ id }) => id === layer) ? datasetIds(constraints, layer) : []);
  const found: Surroundings[] = [];
  for (const kind of targets) {
    const layer = targetLayers[kind];
    // A hub is a point: nothing lies in it, only near it.
    const rows = await database.rows<Omit<Surroundings, 'kind'>>(
      layerStatement('centrality/densification/surroundings', layer),
      {
        ...{ datasets: datasetIds(constraints, layer.id), near_m: kind === 'hub' ? Math.max(1, near_m) : near_m },
        ...{ municipalities: datasetIds(constraints, 'municipality'), division: constraints.division },
        ...{ dwellings: only('dwelling'), holiday_homes: only('holiday-home'), buildings: only('building') },
      },
    );
    for (const row of rows) found.push({ ...row, kind });
  }
  return found;
}

function* roomFeatures(places: readonly PlaceRoom[], lands: readonly Buffer[]): Generator<SourceFeature> {
  for (const [index, { id, ...figures }] of places.entries())
    yield {
      ...{ index, id: `${figures.kind}/${id}`, geometry: fromWkb(lands[index]) },
      properties: { ...figures, step: figures.unbuilt_m2 === null ? null : roomStep(figures.unbuilt_m2) },
    };
}

/** All that decides the answer. */
const requestOf = (inputs: DensificationInputs, constraints: Constraints): RunRequest => ({
  ...{ kind: 'densification-room', version: densificationVersion, editions: editionsIn(constraints) },
  parameters: { ...inputs },
});
