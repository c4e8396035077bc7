import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Database, Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { currentEditions } from '../../imports/editions.ts';
import { loadDataset } from '../../imports/load.ts';
import type { DraftPlan } from '../../imports/plans/plan-file.ts';
import { publish, publishIn, type Change } from '../../imports/publish.ts';
import { removeDataset } from '../../imports/sweep.ts';
import { runKey } from '../../runs/request.ts';
import { runOnce } from '../../runs/run.ts';
import { isOvertaken, type Basis } from '../judgement/basis.ts';
import { carryOut, onFirmGround, type PreparedCheck } from '../check.ts';
import { runRequestOf } from './describe-run.ts';
import { findingFeatures } from './finding-features.ts';
import { renderCheck } from './render.ts';
import type { Verdict } from '../judgement/verdict.ts';

/** The result layer that findings are written to, layers/conflict.ts. */
const layer = 'conflict';

interface Published {
  dataset: number;
  verdict: Verdict;
  /** The findings of this plan that rest on newer data and stay on the map; null where these are on it. */
  overtaken_by: number | null;
}

/**
 * Check a plan by default parameters and put what is found on the map: a dataset of layer `conflict` whose part is the
 * plan's id, so that a newer check of the plan takes the older one's place. The same plan on the same data is checked
 * once. A check that was slower than one on newer data is kept and not shown.
 * @returns the dataset and the plan's verdict
 * @throws NoZones, UnknownCrs, GroundGone, and the signal's reason
 */
export const publishCheck = (
  database: Database,
  catalogue: Catalogue,
  plan: DraftPlan,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Published> =>
  onFirmGround(database, { plan }, (prepared) => checkAndPublish(database, catalogue, prepared, options.signal));

async function checkAndPublish(
  database: Database,
  catalogue: Catalogue,
  prepared: PreparedCheck,
  signal: AbortSignal | undefined,
): Promise<Published> {
  const { facts } = prepared.plan;
  const request = runRequestOf(prepared);
  const subject = facts.plan_id ?? `plan-${request.input?.slice(0, 12)}`;
  const { run, reused } = await runOnce<Published>(database, request, subject, async () => {
    const check = await carryOut(database, prepared, signal);
    const result = await renderCheck(database, check, 'nb');
    const example = check.findings.some(({ rule }) =>
      rule.against.some((role) => prepared.constraints.editions.get(role)?.datasets.some((dataset) => dataset.example)),
    );
    const { datasetId } = await loadDataset(database, catalogue, {
      layer,
      part: subject,
      features: findingFeatures(result, check),
      crs: 4326,
      provenance: {
        title: `Konfliktsjekk av ${facts.name ?? subject}`,
        provider: 'grunnriss',
        runKey: runKey(request),
        example,
      },
      signal,
    });
    const found: Published = { dataset: datasetId, verdict: result.verdict, overtaken_by: null };
    return {
      result: found,
      async publish(session) {
        const onMap = replacing(datasetId, subject, request.editions);
        await publishIn(session, [onMap.change]);
        return { ...found, overtaken_by: onMap.overtakenBy() };
      },
      withdraw: () => database.transaction((session) => removeDataset(session, catalogue, datasetId, layer)),
    };
  });
  const published = run.result as Published;
  if (!reused) return published;
  // A plan that came back to an earlier state gets its earlier findings back.
  const onMap = replacing(published.dataset, subject, request.editions);
  await publish(database, catalogue, [onMap.change]);
  return { ...published, overtaken_by: onMap.overtakenBy() };
}

/** The change that puts findings on the map, unless they are there, or those that are there rest on newer data. */
function replacing(dataset: number, subject: string, own: Basis): { change: Change; overtakenBy: () => number | null } {
  let newer: number | null = null;
  const unless = async (session: Session): Promise<boolean> => {
    const present = { layer, part: subject };
    for (const { id, basis } of await session.rows<Present>(statement('conflicts/present-findings'), present)) {
      if (id === dataset) return true;
      const editions = await currentEditions(session, [...new Set([...Object.keys(own), ...Object.keys(basis)])]);
      const now = Object.fromEntries([...editions].map(([role, { number }]) => [role, number]));
      if (isOvertaken(own, basis, now)) newer = id;
    }
    return newer !== null;
  };
  return { change: { layer, add: [dataset], note: subject, unless }, overtakenBy: () => newer };
}

interface Present {
  id: number;
  basis: Basis;
}
