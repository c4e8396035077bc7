import type { Layer } from '../../../layers/declaration/layer.ts';
import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { kept } from '../kept.ts';
import { balance } from './balance.ts';
import type { ExtentAccount, Version } from './extent-account.ts';
import { measureExtent, type ExtentQuestion } from './measure-extent.ts';

/** Coverages that have an extent account. */
export const coverages = ['land-cover', 'ecosystem'] as const;

/** Relative misfit below which a coverage closes. */
const tolerance = 1e-6;

/** What an extent account of one municipality is asked for. */
export interface ExtentRequest {
  layer: Layer;
  constraints: Constraints;
  from: Version;
  to: Version;
  municipality: string;
  sliver_width_m: number;
  undated: ExtentAccount['undated'];
}

/** The extent account of a coverage in one municipality, kept by the datasets that lie there. */
export async function extentAccount(
  database: Database,
  request: ExtentRequest,
  signal?: AbortSignal,
): Promise<ExtentAccount> {
  const { layer, municipality, sliver_width_m } = request;
  const question = await questionOf(database, request, false);
  const { from, to, division, municipalities } = question;
  const basis = { layer: layer.id, from, to, division, municipalities, sliver_width_m, tolerance };
  const account = await kept<Omit<ExtentAccount, 'undated'>>(
    database,
    { kind: 'extent-account', municipality, basis, constraints: request.constraints },
    async () =>
      balance(await measureExtent(database, question), { layer: layer.id, from, to, sliver_width_m, tolerance }),
    signal,
  );
  // Of all datasets that were asked about: which of them lie here is not what the reader wants to know.
  return { ...account, from: request.from, to: request.to, undated: request.undated };
}

/** What is measured: the versions with the datasets that lie in the municipality. */
export async function questionOf(
  database: Database,
  { layer, constraints, from, to, municipality, sliver_width_m }: Omit<ExtentRequest, 'undated'>,
  withGeometry: boolean,
): Promise<ExtentQuestion> {
  const { division } = constraints;
  const here = async ({ year, datasets }: Version): Promise<Version> => {
    const rows = await database.rows<{ id: number }>(statement('accounts/datasets-in'), {
      ...{ datasets, division, municipality },
    });
    return { year, datasets: rows.map(({ id }) => id) };
  };
  return {
    ...{ layer, municipality, division, sliver_width_m, tolerance, withGeometry },
    ...{ from: await here(from), to: await here(to) },
    municipalities: datasetIds(constraints, 'municipality'),
  };
}
