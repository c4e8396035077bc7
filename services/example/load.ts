import type { Catalogue } from '../../layers/catalogue.ts';
import type { Database } from '../database/database.ts';
import { currentEditions } from '../imports/editions.ts';
import { loadDataset } from '../imports/load.ts';
import { publish } from '../imports/publish.ts';
import { exampleCounty, type ExampleCounty } from './county.ts';
import type { ExampleLayer } from './example-layer.ts';

export interface ExampleOptions {
  /** 1 is about the size of Buskerud. */
  scale: number;
  /** Another seed is another county. */
  seed?: number;
  /** @param share 0–1 @param text what is being loaded */
  onProgress?: (share: number, text: string) => void;
  signal?: AbortSignal;
}

/**
 * Make the example county and load it: all its datasets become current together, or none. An example county that is
 * there already goes out; datasets that are not examples stay.
 * @returns the county, with the drafts to check
 * @throws Error when a feature was rejected, which the example's must never be; nothing is published then
 */
export async function loadExample(
  database: Database,
  catalogue: Catalogue,
  { scale, seed = 1, onProgress, signal }: ExampleOptions,
): Promise<ExampleCounty> {
  const county = exampleCounty({ seed, scale });
  const added = new Map<string, number[]>();
  for (const [index, example] of county.layers.entries()) {
    signal?.throwIfAborted();
    onProgress?.(index / county.layers.length, example.provenance.title);
    const datasetId = await load(database, catalogue, example, county.crs, signal);
    added.set(example.layer, [...(added.get(example.layer) ?? []), datasetId]);
  }
  const before = await currentEditions(database, [...added.keys()]);
  const changes = [...added].map(([layer, add]) => {
    const gone = (before.get(layer)?.datasets ?? []).filter(({ example }) => example);
    return { layer, add, remove: gone.map(({ id }) => id), note: `example county, seed ${seed}, scale ${scale}` };
  });
  onProgress?.(1, 'Publiserer / Publishing');
  await publish(database, catalogue, changes);
  return county;
}

async function load(
  database: Database,
  catalogue: Catalogue,
  { layer, part, features, coverage, dataDate, accuracyM, provenance }: ExampleLayer,
  crs: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { datasetId, report } = await loadDataset(database, catalogue, {
    layer,
    part,
    features,
    crs,
    coverage,
    cutWhenPublished: true, // by the example's own municipalities
    provenance: { ...provenance, dataDate, accuracyM: accuracyM ?? undefined },
    signal,
  });
  if (report.rejected > 0)
    throw new Error(
      `The example county is wrong: ${report.rejected} features of '${layer}' (${part}) were rejected. Please report this with the seed and the scale.`,
    );
  return datasetId;
}
