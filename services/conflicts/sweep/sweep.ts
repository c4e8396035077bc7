import type { Catalogue } from '../../../layers/catalogue.ts';
import { Explained } from '../../../layers/declaration/explained.ts';
import type { Database, Session } from '../../database/database.ts';
import { sideBySide } from '../../database/side-by-side.ts';
import { currentEditions } from '../../imports/editions.ts';
import { loadDataset } from '../../imports/load.ts';
import { publish, publishIn } from '../../imports/publish.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import { removeDataset } from '../../imports/sweep.ts';
import { runKey, type RunRequest } from '../../runs/request.ts';
import { runOnce } from '../../runs/run.ts';
import { mostAttempts, yardstick, type Yardstick } from '../check.ts';
import { GroundGone } from '../measurement/constraints.ts';
import { analysisVersion } from '../answer/describe-run.ts';
import { regionalPlan } from '../regional-plan.ts';
import { checkInForce, type PlanAnswer } from './check-in-force.ts';
import { countFindings, type FindingCount } from './count-findings.ts';
import { earlierSweep, findingsOfPlans } from './earlier-sweep.ts';
import { readRegister, sweptPlans, type SweptPlan } from './register.ts';

/** The result layer of a sweep, layers/conflict-in-force.ts. */
const layer = 'conflict-in-force';
const part = 'plans-in-force';

/** What a sweep found. */
export interface SweepResult {
  /** Every plan in force, by its id. */
  plans: PlanAnswer[];
  /** How many were checked now; the others' findings still held. */
  checked: number;
  counts: FindingCount[];
  /** Dataset of the result layer. */
  dataset: number;
  run: { key: string; version: string; editions: RunRequest['editions'] };
}

interface SweepOptions {
  signal?: AbortSignal | undefined;
  /** @param share 0–1 of the plans */
  onProgress?: ((share: number, planId: string) => void) | undefined;
}

/**
 * Check all plans in force against the guidelines and put what is found on the map, as one dataset of the layer
 * `conflict-in-force`. A plan is checked again only where it, a plan around it, a layer of the rules, or the rules
 * themselves have changed since the sweep before; else its findings are taken over.
 * @throws GroundGone when the municipalities were replaced again and again, LeaseLost, and the signal's reason
 */
export async function sweepPlans(
  database: Database,
  catalogue: Catalogue,
  options: SweepOptions = {},
): Promise<SweepResult> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await sweepOnce(database, catalogue, await yardstick(database, {}), options);
    } catch (error) {
      if (!(error instanceof GroundGone) || attempt === mostAttempts) throw error;
    }
}

async function sweepOnce(
  database: Database,
  catalogue: Catalogue,
  measure: Yardstick,
  { signal, onProgress }: SweepOptions,
): Promise<SweepResult> {
  const request = sweepRequest(measure);
  const plans = sweptPlans(await readRegister(database, measure.constraints), basisOf(request, measure));
  const forget = (dataset: number) =>
    database.transaction((session) => removeDataset(session, catalogue, dataset, layer));
  const { run, reused } = await runOnce<SweepResult>(
    database,
    request,
    part,
    async ({ report }) => {
      const earlier = await earlierSweep(database, layer);
      const kept = plans.filter(({ plan, key }) => earlier?.keys.get(plan.plan_id) === key);
      const features = earlier
        ? await findingsOfPlans(database, earlier.dataset, idsOf(kept))
        : new Map<string, SourceFeature[]>();
      const answers = new Map<string, PlanAnswer>(
        kept.map(({ plan }) => [plan.plan_id, earlier?.answers.get(plan.plan_id) as PlanAnswer]),
      );
      const toCheck = plans.filter(({ plan }) => !answers.has(plan.plan_id));
      let done = 0;
      await sideBySide(toCheck, database.kind === 'server' ? 2 : 1, async (swept) => {
        signal?.throwIfAborted();
        const { answer, found } = await checkInForce(database, measure, swept, signal);
        answers.set(swept.plan.plan_id, answer);
        features.set(swept.plan.plan_id, found);
        done += 1;
        onProgress?.(done / toCheck.length, swept.plan.plan_id);
        await report(done / (toCheck.length + 1), swept.plan.plan_id);
      });
      const { datasetId, report: loaded } = await loadDataset(database, catalogue, {
        ...{ layer, part, crs: 4326, signal },
        features: numbered(plans.flatMap(({ plan }) => features.get(plan.plan_id) ?? [])),
        provenance: {
          ...{ title: 'Konfliktsjekk av planer som gjelder', provider: 'grunnriss', runKey: runKey(request) },
          example: [...measure.constraints.editions.values()].some(({ datasets }) =>
            datasets.some(({ example }) => example),
          ),
        },
      });
      if (loaded.rejected > 0) {
        await forget(datasetId);
        throw new FindingsLost(loaded.rejected);
      }
      const result: SweepResult = {
        plans: plans.map(({ plan }) => answers.get(plan.plan_id) as PlanAnswer),
        checked: toCheck.length,
        counts: await countFindings(database, [...answers.values()], {
          dataset: datasetId,
          division: measure.constraints.division,
        }),
        dataset: datasetId,
        run: { key: runKey(request), version: analysisVersion, editions: request.editions },
      };
      return {
        result,
        async publish(session: Session) {
          await publishIn(session, [{ layer, add: [datasetId], note: part }]);
          return result;
        },
        withdraw: () => forget(datasetId),
      };
    },
    signal,
  );
  const result = run.result as SweepResult;
  // Data that came back to an earlier state get their earlier findings back.
  if (reused)
    await publish(database, catalogue, [{ layer, add: [result.dataset], note: part, unless: isOnMap(result) }]);
  return result;
}

const isOnMap =
  ({ dataset }: SweepResult) =>
  async (session: Session): Promise<boolean> => {
    const datasets = (await currentEditions(session, [layer])).get(layer)?.datasets ?? [];
    return datasets.some(({ id }) => id === dataset);
  };

/** Findings could not be stored: the map and the counts would say that there are fewer. */
export class FindingsLost extends Explained {
  constructor(count: number) {
    super({
      nb: `${count} funn kunne ikke lagres, så ingenting er lagt på kartet. Meld fra om feilen, med planene det gjelder.`,
      en: `${count} findings could not be stored, so nothing was put on the map. Please report this, with the plans.`,
    });
  }
}

/** All that decides the answer of a sweep. */
const sweepRequest = ({ rules, parameters, constraints }: Yardstick): RunRequest => ({
  kind: 'conflict-sweep',
  version: analysisVersion,
  parameters: {
    rules: rules.map(({ id }) => id),
    values: Object.fromEntries(parameters),
    guideline_adopted: regionalPlan.adopted,
  },
  editions: Object.fromEntries(
    constraints.layers.map((role) => [role, constraints.editions.get(role)?.number ?? null]),
  ),
});

/** Layers of which only what is near a plan decides its findings: told apart by {@link sweptPlans}. */
const planLayers = new Set(['plan', 'zoning', 'zoning-consideration']);

/** What decides the findings of every plan: the rules and all layers but the plans themselves. */
const basisOf = ({ version, parameters }: RunRequest, { constraints }: Yardstick) => ({
  ...{ version, parameters, division: constraints.division },
  datasets: constraints.layers
    .filter((role) => !planLayers.has(role))
    .map((role) => [role, constraints.editions.get(role)?.datasets.map(({ id }) => id) ?? []]),
});

const idsOf = (plans: readonly SweptPlan[]): string[] => plans.map(({ plan }) => plan.plan_id);

const numbered = (features: readonly SourceFeature[]): SourceFeature[] =>
  features.map((feature, index) => ({ ...feature, index }));
