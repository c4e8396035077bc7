import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Layer } from '../../../layers/declaration/layer.ts';
import type { Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { buildPieces } from '../../imports/pieces.ts';
import { CannotAccount } from '../cannot-account.ts';
import { coverages } from './extent-accounts.ts';
import { versionsOf, type AskedVersion, type Versions } from './versions.ts';

export interface ChosenCoverage extends Versions {
  layer: Layer;
}

/**
 * The versions of every coverage to account between. A coverage that does not have those asked for is left out where
 * another has them; versions that are not current any more are cut by the municipalities of now.
 * @throws CannotAccount where no coverage has them
 */
export async function chooseVersions(
  database: Database,
  catalogue: Catalogue,
  constraints: Constraints,
  asked: { from?: AskedVersion | undefined; to?: AskedVersion | undefined },
): Promise<{ coverages: ChosenCoverage[]; leftOut: CannotAccount[] }> {
  const found: ChosenCoverage[] = [];
  const leftOut: CannotAccount[] = [];
  for (const id of coverages) {
    const layer = catalogue.get(id);
    try {
      const versions = await versionsOf(database, layer, constraints, asked);
      if (versions) found.push({ layer, ...versions });
    } catch (error) {
      if (!(error instanceof CannotAccount)) throw error;
      leftOut.push(error);
    }
  }
  const [reason] = leftOut;
  if (reason && found.length === 0) throw reason;
  for (const { layer, from, to } of found) {
    const datasetIds = [...new Set([...from.datasets, ...to.datasets])];
    await buildPieces(database, { layer, datasetIds, division: constraints.division });
  }
  return { coverages: found, leftOut };
}
