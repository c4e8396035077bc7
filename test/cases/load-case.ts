import type { Catalogue } from '../../layers/catalogue.ts';
import type { Database } from '../../services/database/database.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { publish, type Change } from '../../services/imports/publish.ts';
import type { ConflictCase } from './truth-case.ts';

/**
 * Make the layers of a case the current editions, and every layer that an earlier case filled empty again.
 * @param filled layers that hold something now; brought up to date
 */
export async function loadCase(
  database: Database,
  catalogue: Catalogue,
  { id, crs, layers }: Pick<ConflictCase, 'id' | 'crs' | 'layers'>,
  filled: Set<string>,
): Promise<void> {
  const changes: Change[] = [];
  for (const [layer, { coverage, accuracy_m: accuracyM, features }] of Object.entries(layers)) {
    const { datasetId, report } = await loadDataset(database, catalogue, {
      layer,
      part: id,
      features: features.map((feature, index) => ({ index, ...feature })),
      crs: Number(crs.replace('EPSG:', '')),
      coverage,
      provenance: accuracyM === null ? {} : { accuracyM },
    });
    if (report.rejected > 0) throw new Error(`${id}: ${report.rejected} features of layer ${layer} were rejected`);
    changes.push({ layer, add: [datasetId], remove: 'all', note: id });
  }
  const emptied = [...filled].filter((layer) => !(layer in layers));
  await publish(database, catalogue, [
    ...changes,
    ...emptied.map((layer): Change => ({ layer, add: [], remove: 'all', note: id })),
  ]);
  for (const layer of emptied) filled.delete(layer);
  for (const layer of Object.keys(layers)) filled.add(layer);
}
