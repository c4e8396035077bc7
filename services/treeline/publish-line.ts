import type { Geometry } from 'geojson';
import type { Catalogue } from '../../layers/catalogue.ts';
import { Explained } from '../../layers/declaration/explained.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import {
  confirmConstraints,
  datasetIds,
  isAbsent,
  readConstraints,
  type Constraints,
} from '../conflicts/measurement/constraints.ts';
import { loadDataset } from '../imports/load.ts';
import { publish } from '../imports/publish.ts';
import { runKey } from '../runs/request.ts';
import { deriveLine, type DerivedLine } from './derive-line.ts';
import { sampleMunicipalities, type Sample } from './sample.ts';

/** A line cannot be derived from what there is. */
export class CannotDerive extends Explained {}

/** Layers that a line is derived from. */
const sources = ['municipality', 'land-cover', 'elevation'] as const;
/** Part of a municipality's places that must be known for it to count as looked at. */
const leastKnown = 0.98;

export const derivedPart = 'derived';

export interface Published extends Pick<DerivedLine, 'heights' | 'uncertainty'> {
  dataset: number;
  windows: number;
  /** Numbers of the municipalities that the line is known for. */
  municipalities: string[];
}

/**
 * Derive a treeline from the land cover and the heights of now and publish it as part `derived` of layer `treeline`; it
 * takes the place of an earlier one.
 * @throws CannotDerive, GroundGone, and the signal's reason
 */
export async function deriveTreeline(
  database: Database,
  catalogue: Catalogue,
  {
    step,
    window,
    signal,
    onProgress,
  }: {
    step: number;
    window: number;
    signal?: AbortSignal | undefined;
    onProgress?: ((share: number, message: string) => void) | undefined;
  },
): Promise<Published> {
  const constraints = await readConstraints(database, sources);
  const absent = sources.filter((layer) => isAbsent(constraints, layer));
  if (absent.length > 0) throw missing(absent.join(', '));
  const samples: Sample[] = [];
  for await (const { sample, share } of sampleMunicipalities(database, constraints, step)) {
    signal?.throwIfAborted();
    if (sample.known >= leastKnown) samples.push(sample);
    onProgress?.(0.8 * share, sample.name ?? sample.number);
  }
  await confirmConstraints(database, constraints);
  const line = deriveLine(samples, { step, window, contours: await contourStep(database, constraints) });
  if (!line) throw nowhere();
  const municipalities = samples.map(({ number }) => number);
  const { coverage, above } = await database.row<{ coverage: Geometry; above: Geometry[] }>(
    statement('treeline/looked-at'),
    {
      municipality_datasets: datasetIds(constraints, 'municipality'),
      numbers: municipalities,
      above: JSON.stringify(line.above),
    },
  );
  const { srid } = await database.row<{ srid: number }>(statement('database/analysis-srid'));
  const editions = Object.fromEntries(sources.map((layer) => [layer, constraints.editions.get(layer)?.number ?? null]));
  const { datasetId } = await loadDataset(database, catalogue, {
    ...{ layer: 'treeline', part: derivedPart, crs: srid, coverage: coverage, signal },
    features: above.map((geometry, index) => ({
      index,
      id: String(index + 1),
      geometry,
      properties: {
        definition: 'derived',
        source: 'Avledet av skog og høyder',
        uncertainty_m: line.uncertainty,
        uncertainty_axis: 'vertical',
      },
    })),
    provenance: {
      title: 'Avledet skoggrense',
      // Without an accuracy on the map: how uncertain the line is, is told in height, and its belt is land for review. Half a
      // grid step as accuracy would make every zone narrower than that a mere touching of the line.
      provider: 'grunnriss',
      example: sources.some((layer) => constraints.editions.get(layer)?.datasets.some(({ example }) => example)),
      runKey: runKey({ kind: 'derive-treeline', version: '2', parameters: { step, window }, editions }),
    },
  });
  await publish(database, catalogue, [{ layer: 'treeline', add: [datasetId], note: derivedPart }]);
  const { heights, uncertainty, limits } = line;
  return { dataset: datasetId, municipalities, heights, uncertainty, windows: limits.length };
}

/** The usual step between the heights that contours are drawn at. */
async function contourStep(database: Database, constraints: Constraints): Promise<number> {
  const rows = await database.rows<{ height_m: number }>(statement('treeline/contour-steps'), {
    elevation: datasetIds(constraints, 'elevation'),
  });
  const steps = rows
    .slice(1)
    .map(({ height_m }, at) => height_m - (rows[at]?.height_m ?? 0))
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 0;
}

const missing = (layers: string) =>
  new CannotDerive({
    nb: `En skoggrense kan ikke avledes: det finnes ingen data for ${layers}. Importer dem først.`,
    en: `A treeline cannot be derived: there are no data for ${layers}. Import them first.`,
  });

const nowhere = () =>
  new CannotDerive({
    nb: 'En skoggrense kan ikke avledes: ingen kommune har kjent arealdekke og høyde overalt og fjell over skogen.',
    en: 'A treeline cannot be derived: no municipality has known land cover and heights everywhere and mountains above the forest.',
  });
