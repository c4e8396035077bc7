import type { Constraints } from '../conflicts/measurement/constraints.ts';
import type { Session } from '../database/database.ts';
import { sideBySide } from '../database/side-by-side.ts';
import { statement } from '../database/statement.ts';
import type { AccountDataset } from './account.ts';
import { coverages } from './extent/extent-accounts.ts';
import type { ExtentAccount } from './extent/extent-account.ts';
import { buildingLayers } from './plans/land-state.ts';

/**
 * The datasets that the accounts of each municipality rest on: of coverages those of the versions that were accounted for,
 * current or not; of other layers the current ones with land there, and all of those that are not parted by municipality.
 * @returns of each municipality, in their order
 */
export async function datasetsUsed(
  session: Session,
  { editions, layers, division }: Constraints,
  parts: readonly { municipality: { number: string }; extent: readonly ExtentAccount[] }[],
): Promise<AccountDataset[][]> {
  const current = layers
    .filter((layer) => !(coverages as readonly string[]).includes(layer))
    .flatMap((layer) => editions.get(layer)?.datasets ?? [])
    .map(({ id }) => id);
  const asked = parts.map(({ municipality, extent }) => {
    const versions = extent.flatMap(({ from, to }) => [...from.datasets, ...to.datasets]);
    return { municipality: municipality.number, ids: new Set([...current, ...versions]) };
  });
  const all = await session.rows<AccountDataset>(statement('accounts/dataset-info'), {
    datasets: [...new Set(asked.flatMap(({ ids }) => [...ids]))],
  });
  return sideBySide(asked, 1, async ({ municipality, ids }) => {
    const rows = await session.rows<{ id: number }>(statement('accounts/datasets-in'), {
      ...{ datasets: [...ids], division, municipality },
    });
    const here = new Set(rows.map(({ id }) => id));
    return all
      .filter(({ id, layer }) => ids.has(id) && (here.has(id) || unparted.includes(layer)))
      .sort((a, b) => layers.indexOf(a.layer) - layers.indexOf(b.layer));
  });
}

/** Layers of points and of figures have no pieces. */
const unparted: readonly string[] = [...buildingLayers, 'population', 'municipal-figure'];
