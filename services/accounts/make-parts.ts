import type { Catalogue } from '../../layers/catalogue.ts';
import { datasetIds, type Constraints } from '../conflicts/measurement/constraints.ts';
import type { Database } from '../database/database.ts';
import { sideBySide } from '../database/side-by-side.ts';
import { statement } from '../database/statement.ts';
import type { ChosenCoverage } from './extent/choose-versions.ts';
import type { ExtentAccount } from './extent/extent-account.ts';
import { extentAccount } from './extent/extent-accounts.ts';
import type { AccountInputs } from './inputs.ts';
import type { AccountedMunicipality } from './municipalities.ts';
import { natureAccount } from './nature/nature-accounts.ts';
import type { NatureAccount } from './nature/nature-account.ts';
import type { AccountedDraft } from './plans/draft.ts';
import type { PlanAccounts } from './plans/plan-account.ts';
import { planAccounts } from './plans/plan-accounts.ts';

interface Asked {
  catalogue: Catalogue;
  constraints: Constraints;
  coverages: readonly ChosenCoverage[];
  draft: AccountedDraft | null;
  inputs: AccountInputs;
  signal?: AbortSignal | undefined;
  /** @param share 0–1 of the work */
  onProgress?: ((share: number, municipality: string) => void) | undefined;
}

/** The accounts of one municipality. */
interface Parts {
  municipality: AccountedMunicipality;
  extent: ExtentAccount[];
  plans: PlanAccounts | null;
  nature: NatureAccount;
}

/**
 * Make the accounts of municipalities, two at a time on a server. An extent does not wait for a plan account: else one core
 * would stand still while the other ends a large municipality.
 * @returns of each municipality, in their order
 */
export async function makeParts(
  database: Database,
  municipalities: readonly AccountedMunicipality[],
  { coverages, draft, inputs, signal, onProgress, ...data }: Asked,
): Promise<Parts[]> {
  const atOnce = database.kind === 'server' ? 2 : 1;
  const places = municipalities
    .map((municipality, at) => ({
      at,
      municipality,
      extent: [] as ExtentAccount[],
      plans: null as PlanAccounts | null,
    }))
    .sort((a, b) => b.municipality.area_m2 - a.municipality.area_m2);
  const works = await sideBySide(places, atOnce, async (place) => {
    const of = { ...data, municipality: place.municipality.number };
    const chosen = await versionsHere(database, of, coverages);
    const newest = (id: string) => chosen.find(({ layer }) => layer.id === id)?.to ?? null;
    const plans = {
      ...{ ...of, draft, built_buffer_m: inputs.built_buffer_m },
      ...{ landCover: newest('land-cover'), ecosystem: newest('ecosystem') },
      ofNewest: chosen.every(({ isNewest }) => isNewest),
    };
    const extents = chosen.map((versions, turn) => async () => {
      const request = { ...of, ...versions, sliver_width_m: inputs.sliver_width_m };
      place.extent[turn] = await extentAccount(database, request, signal);
    });
    return [
      async () => {
        place.plans = await planAccounts(database, plans, signal);
      },
      ...extents,
    ].map((make) => ({ of: place.municipality.number, make }));
  });
  const parts = works.flat();
  let done = 0;
  await sideBySide(parts, atOnce, async ({ of, make }) => {
    signal?.throwIfAborted();
    await make();
    done += 1;
    onProgress?.(done / parts.length, of);
  });
  const made = await sideBySide(places, atOnce, async ({ at, municipality, extent, plans }) => {
    const ecosystems = extent.find(({ layer }) => layer === 'ecosystem') ?? null;
    const { number, area_m2 } = municipality;
    const asked = { ...data, municipality: number, area_m2, ecosystems, plans };
    return { at, parts: { municipality, extent, plans, nature: await natureAccount(database, asked, signal) } };
  });
  return made.sort((a, b) => a.at - b.at).map(({ parts: own }) => own);
}

/** The versions of every coverage that a municipality has. */
const versionsHere = (
  database: Database,
  { constraints, municipality }: { constraints: Constraints; municipality: string },
  coverages: readonly ChosenCoverage[],
) =>
  sideBySide(coverages, 1, async ({ layer, within }) => {
    const rows = await database.rows<{ id: number }>(statement('accounts/datasets-in'), {
      ...{ datasets: datasetIds(constraints, layer.id), division: constraints.division, municipality },
    });
    return { layer, ...within(new Set(rows.map(({ id }) => id))) };
  });
