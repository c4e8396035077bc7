import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Catalogue } from '../../../layers/catalogue.ts';
import { Explained } from '../../../layers/declaration/explained.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { canonicalHash } from '../../runs/request.ts';
import { storableJson } from '../../database/storable.ts';
import { removeDataset } from '../sweep.ts';
import { draftPart } from './examine-plan.ts';
import { loadPlan, removeDatasets } from './load-plan.ts';
import { planFacts, type PlanFacts } from './plan-facts.ts';
import { planOf, type DraftPlan } from './plan-file.ts';
import { readPlanFiles, type PlanFilesOptions } from './plan-files.ts';
import { reportOnPlan, type PlanReport } from './plan-report.ts';
import { namesOf, planLayers, type PlanLayer } from './plan-source.ts';

/** A draft goes when it is this old, or when so many newer ones have come. */
export const draftsKept = { days: 30, most: 200 };

/** Datasets of a load that died are left alone for as long as it could still be at work. */
const silentSeconds = 3600;

/** A draft as it is kept. */
export interface KeptDraft {
  id: string;
  /** ISO instants */
  createdAt: string;
  expiresAt: string;
  report: PlanReport;
  datasets: Record<PlanLayer, number>;
}

/** The files are maps, but not of a plan. */
export class NoPlanInFiles extends Explained {
  constructor(types: string) {
    super({
      nb: `Det er ingen plan i filen: den har verken plangrense, arealformål eller hensynssoner (objekttyper: ${types || 'ingen'}). Eksporter planen med objekttyper som RpArealformålOmråde eller KpArealformålOmråde.`,
      en: `There is no plan in the file: it has no outline, no purposes and no consideration zones (object types: ${types || 'none'}). Export the plan with object types such as RpArealformålOmråde or KpArealformålOmråde.`,
    });
  }
}

export interface KeepOptions extends Omit<PlanFilesOptions, 'planId'> {
  /** What the files do not say, or say wrongly. */
  facts?: Partial<PlanFacts> | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Keep the plan of one or several files as a draft: loaded, judged, in no edition, so that no map shows it. The same
 * files, read in the same way, are the draft that they became before.
 * @returns the draft's id, and whether it was there before
 * @throws NoPlanInFiles, UnreadableFile, UnknownCrs, SeveralPlans, PlansDiffer, and the signal's reason: nothing is kept then
 */
export async function keepDraft(
  database: Database,
  catalogue: Catalogue,
  paths: readonly string[],
  options: KeepOptions = {},
): Promise<{ id: string; isNew: boolean }> {
  const { facts: given = {}, signal } = options;
  const source = await readPlanFiles(paths, catalogue, { ...options, planId: given.plan_id ?? undefined });
  if (planLayers.every((layer) => source.features[layer].length === 0))
    throw new NoPlanInFiles(
      source.leftOut
        .map(({ objectType }) => objectType)
        .filter(Boolean)
        .join(', '),
    );
  const facts = planFacts(source, catalogue, given, namesOf(source));
  const fingerprint = canonicalHash({ sha256: source.sha256, facts, crs: source.crs });
  const known = await byFingerprint(database, fingerprint);
  if (known !== null) return { id: known, isNew: false };

  const id = randomUUID();
  const part = draftPart(id);
  const provenance = {
    sourceFile: source.files.map(({ name }) => name).join(', '),
    sha256: source.sha256 ?? undefined,
  };
  const loaded = await loadPlan(database, catalogue, source, facts, {
    part,
    signal,
    provenance,
    cutWhenPublished: true,
  });
  try {
    const report = storableJson(await reportOnPlan(database, catalogue, source, facts, loaded));
    const plan = await packed(planOf(source, { catalogue, facts: given, fileName: namesOf(source) }));
    signal?.throwIfAborted();
    const added = await database.transaction(async (session) => {
      const draft = { id, plan_id: facts.plan_id ?? '', fingerprint, plan, report };
      if ((await session.rows(statement('plans/add-draft'), draft)).length === 0) return false;
      const datasets = Object.values(loaded.datasets);
      await session.rows(statement('plans/add-draft-datasets'), { draft: id, datasets });
      return true;
    });
    if (added) {
      await sweepDrafts(database, catalogue);
      return { id, isNew: true };
    }
  } catch (error) {
    await removeDatasets(database, catalogue, loaded.datasets, part);
    throw error;
  }
  // The same files came twice at once: the other was first.
  await removeDatasets(database, catalogue, loaded.datasets, part);
  const other = await byFingerprint(database, fingerprint);
  return other === null ? keepDraft(database, catalogue, paths, options) : { id: other, isNew: false };
}

async function byFingerprint(database: Database, fingerprint: string): Promise<string | null> {
  const [row] = await database.rows<{ id: string }>(statement('plans/draft-by-fingerprint'), { fingerprint });
  return row?.id ?? null;
}

/** @returns null where there is no such draft, or no more */
export async function findDraft(database: Database, id: string): Promise<KeptDraft | null> {
  const [row] = await database.rows<{
    id: string;
    created_at: string;
    report: PlanReport;
    datasets: Record<PlanLayer, number>;
  }>(statement('plans/draft'), { id });
  if (!row) return null;
  const { created_at, report, datasets } = row;
  const createdAt = new Date(created_at);
  const expires = new Date(createdAt.getTime() + draftsKept.days * 86_400_000);
  return { id, createdAt: createdAt.toISOString(), expiresAt: expires.toISOString(), report, datasets };
}

/** The plan of a draft as its files gave it, to be checked; null where there is no such draft. */
export async function planOfDraft(database: Database, id: string): Promise<DraftPlan | null> {
  const [row] = await database.rows<{ plan: Buffer }>(statement('plans/draft-plan'), { id });
  return row ? unpacked(row.plan) : null;
}

/** What the register would say is in the report. */
const packed = async (plan: DraftPlan): Promise<Buffer> =>
  promisify(gzip)(JSON.stringify({ ...plan, problems: [] } satisfies DraftPlan));

const unpacked = async (plan: Buffer): Promise<DraftPlan> =>
  JSON.parse((await promisify(gunzip)(plan)).toString()) as DraftPlan;

interface Left {
  id: number;
  layer: string;
  part: string;
}

/** Remove drafts that are too old or too many, so that uploads cannot fill the disk, and what died before it was kept. */
export async function sweepDrafts(database: Database, catalogue: Catalogue, kept = draftsKept): Promise<void> {
  const old = await database.rows<{ id: string }>(statement('plans/old-drafts'), kept);
  const remove = (find: string, parameters: Record<string, unknown>) =>
    database.transaction(async (session) => {
      const left = await session.rows<Left>(statement(find), parameters);
      for (const { id, layer, part } of left) {
        await removeDataset(session, catalogue, id, layer);
        await session.rows(statement('plans/forget-numbers'), { layer, part });
      }
    });
  for (const { id } of old) await remove('plans/remove-draft', { id });
  await remove('plans/left-datasets', { silent_seconds: silentSeconds });
}
