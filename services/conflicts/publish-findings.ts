import type { Catalogue } from '../../layers/catalogue.ts';
import type { Database } from '../database/database.ts';
import { currentEditions } from '../imports/editions.ts';
import { loadDataset } from '../imports/load.ts';
import type { DraftPlan } from '../imports/plans/plan-file.ts';
import { publish, publishIn } from '../imports/publish.ts';
import type { SourceFeature } from '../imports/source-feature.ts';
import { runKey } from '../runs/request.ts';
import { runOnce } from '../runs/run.ts';
import { carryOut, prepareCheck, type Check } from './check.ts';
import { runRequestOf } from './describe-run.ts';
import { renderCheck } from './render.ts';
import type { CheckResult } from './result.ts';
import type { Verdict } from './verdict.ts';
import { inWords } from './words.ts';

/** The result layer that findings are written to, layers/conflict.ts. */
const layer = 'conflict';

interface Published {
  dataset: number;
  verdict: Verdict;
}

/**
 * Check a plan by default parameters and put what is found on the map: a dataset of layer `conflict` whose part is the
 * plan's id, so that a newer check of the plan takes the older one's place. The same plan on the same data is checked once.
 * @returns the dataset and the plan's verdict
 * @throws NoZones, UnknownCrs, and the signal's reason
 */
export async function publishCheck(
  database: Database,
  catalogue: Catalogue,
  plan: DraftPlan,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Published> {
  const prepared = await prepareCheck(database, { plan });
  const request = runRequestOf(prepared);
  const subject = plan.facts.plan_id ?? `plan-${request.input?.slice(0, 12)}`;
  const { run, reused } = await runOnce<Published>(database, request, subject, async () => {
    const check = await carryOut(database, prepared, options.signal);
    const result = await renderCheck(database, check, 'nb');
    const example = check.findings.some(({ rule }) =>
      rule.against.some((role) => prepared.constraints.editions.get(role)?.datasets.some((dataset) => dataset.example)),
    );
    const { datasetId } = await loadDataset(database, catalogue, {
      layer,
      part: subject,
      features: featuresOf(result, check),
      crs: 4326,
      provenance: {
        title: `Konfliktsjekk av ${plan.facts.name ?? subject}`,
        provider: 'grunnriss',
        runKey: runKey(request),
        example,
      },
      signal: options.signal,
    });
    return {
      result: { dataset: datasetId, verdict: result.verdict },
      publish: async (session) => {
        await publishIn(session, [{ layer, add: [datasetId], note: subject }]);
      },
    };
  });
  const published = run.result as Published;
  if (reused) await makeCurrent(database, catalogue, published.dataset, subject);
  return published;
}

/** A plan that came back to an earlier state gets its earlier findings back. */
async function makeCurrent(database: Database, catalogue: Catalogue, dataset: number, subject: string): Promise<void> {
  const edition = (await currentEditions(database, [layer])).get(layer);
  if (edition?.datasets.some(({ id }) => id === dataset)) return;
  await publish(database, catalogue, [{ layer, add: [dataset], note: subject }]);
}

/** Findings that have a place on the map; their ids stay as long as rule and zone keep theirs. */
function* featuresOf(result: CheckResult, check: Check): Generator<SourceFeature> {
  const seen = new Set<string>();
  for (const [index, { geometry, properties }] of result.findings.features.entries()) {
    if (!geometry) continue;
    const finding = check.findings[index];
    const own = `${properties.rule}/${properties.zone}`;
    const id = seen.has(own) ? `${own}#${properties.zone_index}` : own;
    seen.add(id);
    const { verdict, rule, zone, zone_name, object_type, plan_id, municipality, reason } = properties;
    const { area_m2, red_area_m2, share_of_zone, share_covered, distance_m, touching } = properties;
    yield {
      index,
      id,
      geometry,
      properties: {
        ...{ verdict, rule, zone, zone_name, object_type, plan_id, municipality, reason },
        ...{ area_m2, red_area_m2, share_of_zone, share_covered, distance_m, touching },
        purpose: properties.purpose_code,
        reason_en: finding && inWords(finding.because, finding.rule, 'en'),
        guideline: properties.guideline.text,
        section: properties.guideline.section,
      },
    };
  }
}
