import type { Catalogue } from '../../../layers/catalogue.ts';
import { datasetIds, isAbsent, readConstraints, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { runKey } from '../../runs/request.ts';
import { absentLayers } from '../places/cannot-measure.ts';
import { knownMunicipalities } from '../places/known-municipalities.ts';
import { buildingLayers } from '../places/zoned-land.ts';
import { datasetOfRun } from '../publish/dataset-of-run.ts';
import { publishResults, type OnMap, type ResultLayer, type Work } from '../publish/publish-results.ts';
import {
  accessibilityOf,
  areasOf,
  buildingLayer,
  buildingsOf,
  cellsOf,
  reserveIn,
  uncoveredBy,
  residentsOf,
  type Window,
} from './evidence.ts';
import type { Gravity } from './gravity.ts';
import { checkInputs } from './check-inputs.ts';
import { areaLayers } from '../settlement/area-features.ts';
import { areasOfPoints } from '../settlement/areas.ts';
import { urbanAreasOf, urbanSources, type UrbanOrigin } from '../settlement/urban-areas.ts';
import { growthBy, type Growth } from './growth.ts';
import { areaProperties } from './area-properties.ts';
import { PressureInput } from './inputs.ts';
import { requestOf, weightsOf, yearsOf, type Measures, type PressureInputs } from './request.ts';
import { livedOn, residentsBy, residentsChange } from './lived.ts';
import { newBuildings } from './new-buildings.ts';
import {
  evidences,
  pressureKinds,
  pressureOn,
  type Evidence,
  type Found,
  type PressureKind,
  type RasterCell,
} from './pressure.ts';
import { pressureFeatures } from './pressure-features.ts';
import { addCells } from './raster.ts';
import { Sheet } from './sheet.ts';

/** What is said of one kind's map. */
export interface KindAnswer {
  /** Layer that buildings were counted from. */
  buildings_from: string | null;
  cells: number;
  /** Evidence that went into the whole, and what is missing because nobody loaded the data. */
  evidence: Evidence[];
  missing: Evidence[];
  /** Buildings on cells whose middles lie in no municipality. */
  outside: number;
  /** Municipalities without buildings that no source covers: nobody knows whether there are any. */
  uncovered: string[];
}

export interface PressureAnswer extends Measures {
  gravity: Gravity;
  weights: Record<Evidence, number>;
  from_year: number;
  to_year: number;
  kinds: Record<PressureKind, KindAnswer>;
  municipalities: Growth[];
  /** The county, its regions and its urban areas. */
  areas: Growth[];
  urban_areas: UrbanOrigin;
}

const part = 'development-pressure';
const layers = [
  ...new Set(['municipality', 'population', 'holiday-home', 'plan', 'zoning', 'centrality', 'region', 'urban-area']),
  ...urbanSources.filter((layer) => layer !== 'population'),
];
const layerOf = { housing: 'development-pressure-housing', 'holiday-homes': 'development-pressure-holiday-homes' };
const titles = { housing: 'Utbyggingspress, bolig', 'holiday-homes': 'Utbyggingspress, fritidsboliger' };
/** Change of residents says nothing of holiday homes. */
const evidenceOf: Record<PressureKind, readonly Evidence[]> = {
  housing: evidences,
  'holiday-homes': evidences.filter((evidence) => evidence !== 'residents_change'),
};
interface Options {
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number, message: string) => void) | undefined;
}

/**
 * Measure the pressure of housing and of holiday homes, and put both on the map.
 * @throws CannotMeasure, LeaseLost, and the signal's reason
 */
export async function findPressure(
  database: Database,
  catalogue: Catalogue,
  inputs: PressureInputs,
  { signal, onProgress }: Options = {},
): Promise<PressureAnswer & OnMap> {
  const constraints = await readConstraints(database, layers);
  if (isAbsent(constraints, 'municipality')) throw absentLayers(['municipality']);
  if (pressureKinds.every((kind) => buildingLayer(constraints, kind) === null))
    throw absentLayers(['dwelling', 'holiday-home', 'building']);
  const { cell_m, built_m, reserve_step_m, accessibility_m, reach, gamma, scaling } = inputs;
  const measures = { cell_m, built_m, reserve_step_m, accessibility_m };
  const gravity = { reach, gamma, scaling };
  const weights = weightsOf(inputs);
  const years = await yearsOf(database, constraints, inputs);
  checkInputs({ ...measures, ...years, weights }, evidenceOf);
  const request = requestOf(inputs, years, constraints);
  const standard = PressureInput.parse({});
  const standardYears = await yearsOf(database, constraints, standard);
  const isStandard = runKey(request) === runKey(requestOf(standard, standardYears, constraints));
  const work = async (onShare: (share: number, message: string) => void): Promise<Work<PressureAnswer>> => {
    const window: Window = { cell_m, from_year: years.from_year, to_year: years.to_year };
    const rows = await database.rows<{ number: string; name: string | null }>(statement('treeline/municipalities'), {
      municipalities: datasetIds(constraints, 'municipality'),
    });
    const cells: RasterCell[] = [];
    for (const { number: municipality } of rows) {
      signal?.throwIfAborted();
      addCells(cells, await cellsOf(database, constraints, municipality, cell_m), municipality);
    }
    onShare(0.1, 'cells');
    const cellAreas = await areasOf(database, cells, cell_m);
    const lived = years.hasGrowth ? await residentsOf(database, constraints, window) : [];
    const residents = residentsBy(cells, lived);
    const centralities = await centralityDatasets(database, constraints, inputs.centrality_run);
    const centrality = centralities.length > 0 ? await accessibilityOf(database, centralities, cells, measures) : null;
    // Where nobody knows what is built, nobody knows what is not.
    const counted = new Set<string>();
    for (const layer of buildingLayers)
      for (const number of await knownMunicipalities(database, constraints, catalogue.get(layer))) counted.add(number);
    const answers = {} as Record<PressureKind, KindAnswer>;
    const results: ResultLayer[] = [];
    const found = {} as Parameters<typeof growthBy>[3];
    for (const [turn, kind] of pressureKinds.entries()) {
      signal?.throwIfAborted();
      const sheet = new Sheet(cells);
      for (const row of await buildingsOf(database, constraints, kind, {
        ...window,
        built_by: inputs.to_year ?? null,
      })) {
        sheet.add('buildings', row, row.buildings);
        sheet.add('new_buildings', row, row.new);
        sheet.add('undated', row, row.undated);
      }
      const hasPlans = !isAbsent(constraints, 'plan') && !isAbsent(constraints, 'zoning');
      for (const [done, { number }] of hasPlans ? rows.entries() : []) {
        signal?.throwIfAborted();
        if (!counted.has(number)) continue;
        for (const row of await reserveIn(database, constraints, kind, number, measures))
          sheet.add('reserve_places', row, row.places);
        onShare(0.1 + 0.35 * (turn + done / rows.length), number);
      }
      const perPlace = (reserve_step_m / cell_m) ** 2;
      const buildings = buildingLayer(constraints, kind) === null ? null : sheet.of('buildings');
      const undated = sheet.of('undated');
      const fresh = buildings && newBuildings(buildings, sheet.of('new_buildings'), undated);
      const all: Found['parts'] = {
        ...(fresh && { new_buildings: fresh }),
        ...(residents.size > 0 && { residents_change: residentsChange(cells, lived, residents) }),
        ...(hasPlans && {
          reserve_m2: sheet
            .of('reserve_places')
            .map((places, at) =>
              counted.has(cells[at].municipality) ? Math.min(1, places * perPlace) * cellAreas[at] : NaN,
            ),
        }),
        ...(centrality && { accessibility: centrality }),
      };
      const parts = Object.fromEntries(
        Object.entries(all).filter(([evidence]) => evidenceOf[kind].includes(evidence as Evidence)),
      ) as Found['parts'];
      const uncovered = buildings ? await uncoveredBy(database, constraints, kind, { rows, cells, buildings }) : [];
      const pressure = pressureOn(cells, { buildings, parts }, gravity, weights);
      const percentiles = new Float64Array(cells.length).fill(NaN);
      for (const [index, at] of pressure.ranked.entries()) percentiles[at] = pressure.whole[index];
      found[kind] = { buildings, parts, undated, uncovered: new Set(uncovered), pressure: percentiles };
      const used = evidenceOf[kind].filter((evidence) => pressure.figures[evidence]);
      answers[kind] = {
        buildings_from: buildingLayer(constraints, kind),
        ...{ cells: pressure.ranked.length, evidence: used, outside: sheet.outside('buildings') },
        missing: evidenceOf[kind].filter((evidence) => !used.includes(evidence)),
        uncovered,
      };
      results.push({
        ...{ layer: layerOf[kind], title: titles[kind], count: pressure.ranked.length },
        features: pressureFeatures(cells, found[kind], pressure, window),
      });
    }
    const urban = await urbanAreasOf(database, constraints);
    const middles = cells.map(({ column, row, municipality }) => {
      return { x: (column + 0.5) * cell_m, y: (row + 0.5) * cell_m, municipality };
    });
    const areas = await areasOfPoints(database, constraints, middles, urban.areas);
    const people = { lived: livedOn(cells, lived), known: new Set(residents.keys()) };
    const growth = growthBy(areas, cells, people, found);
    const told = growth.filter(({ kind }) => kind !== 'municipality');
    const ofAreas = await areaLayers(database, constraints, told, urban.areas, {
      ...{ id: 'development-pressure', title: 'Utbyggingspress' },
      properties: (area) => ({ ...areaProperties(area), from_year: years.from_year, to_year: years.to_year }),
    });
    return {
      answer: {
        ...{ ...measures, gravity, weights, from_year: years.from_year, to_year: years.to_year, kinds: answers },
        municipalities: growth.filter(({ kind }) => kind === 'municipality'),
        ...{ areas: told, urban_areas: urban.from },
      },
      layers: [...results, ...ofAreas],
    };
  };
  return publishResults(database, catalogue, constraints, request, { part, isStandard, signal, onProgress }, work);
}

/** Datasets of centrality: of the run that was named, else those on the map. */
const centralityDatasets = async (database: Database, constraints: Constraints, run: string | undefined) =>
  run === undefined
    ? datasetIds(constraints, 'centrality')
    : [await datasetOfRun(database, run, 'centrality', 'centrality')];
