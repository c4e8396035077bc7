import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadCatalogue, type Catalogue } from '../../layers/catalogue.ts';
import { carryOut, checkPlan, yardstick, type Check, type PreparedCheck } from '../../services/conflicts/check.ts';
import { isInForce } from '../../services/conflicts/plan/plans-in-force.ts';
import { planAsLoaded } from '../../services/conflicts/sweep/plan-as-loaded.ts';
import { readRegister } from '../../services/conflicts/sweep/register.ts';
import type { Database } from '../../services/database/database.ts';
import { openDatabase } from '../../services/database/open.ts';
import { sideBySide } from '../../services/database/side-by-side.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { loadExample } from '../../services/example/load.ts';
import { randomStream } from '../../services/example/random.ts';
import { readSettings } from '../../services/settings.ts';
import { onServerItself, stopTestServer, urlOf } from '../setup/test-server.ts';
import { compareAreas, keyOf, naiveOverlay, naiveRules } from './conflicts/naive.ts';
import { countyDatabase } from './county.ts';
import { benchDraft } from './drafts.ts';
import { Stopwatch } from './stopwatch.ts';

const scale = Number(process.env['GRUNNRISS_BENCH_SCALE'] ?? 0.1);
const name = `grunnriss_bench_${process.pid}`;
/** `GRUNNRISS_BENCH_DRAFTS`: fewer of them bound a run at full scale. */
const drafts = Number(process.env['GRUNNRISS_BENCH_DRAFTS'] ?? 50);
const zonesOfDraft = 500;
/** As many plans as the sweep of a server checks at a time. */
const plansAtOnce = 2;
/** Rules whose overlay anybody would write as one join of polygons. */
const plain = ['nature-areas', 'wild-reindeer', 'mineral-built-over'];

/**
 * Drafts of 500 zones against all rules; all plans in force against rules of plain overlay, beside the same written the
 * naive way, and its join alone, which is given the land to judge; cost as the number of zones doubles. Beside the time stand the time that
 * the database's processes worked and how busy the machine was: other work makes the first longer, hardly the second.
 */
export async function bench(): Promise<void> {
  const catalogue = await loadCatalogue();
  const { database } = await countyDatabase(name, catalogue, scale);
  try {
    console.log(`  example county at scale ${scale}`);
    await benchDrafts(database);
    await benchSweep(database);
    await benchGrowth(database);
    await benchEmbedded(catalogue);
  } finally {
    await database.close();
    await onServerItself(`drop database if exists ${name} with (force)`);
    stopTestServer();
  }
}

async function benchDrafts(database: Database): Promise<void> {
  const watch = await Stopwatch.start(database);
  const { at } = await timesOf(database, drafts);
  console.log(
    `  ${drafts} drafts of ${zonesOfDraft} zones, all rules: p50 ${seconds(at(0.5))}, p95 ${seconds(at(0.95))}; ` +
      `with three first ones ${await watch.read()}`,
  );
}

/** How long different drafts take, after the first three. @returns the time of a quantile, ms */
async function timesOf(database: Database, count: number): Promise<{ at: (share: number) => number }> {
  const place = await places(database);
  const times: number[] = [];
  for (let seed = 0; seed < count + 3; seed += 1)
    times.push(await timed(() => checkPlan(database, { plan: benchDraft(seed, zonesOfDraft, place(seed)) })));
  const warm = times.slice(3).sort((a, b) => a - b);
  return { at: (share) => warm[Math.floor((warm.length - 1) * share)] ?? NaN };
}

async function benchSweep(database: Database): Promise<void> {
  const measure = await yardstick(database, { rules: plain });
  const { constraints } = measure;
  const plans = (await readRegister(database, constraints)).filter(isInForce);
  const prepared: PreparedCheck[] = [];
  for (const registered of plans) {
    const plan = await planAsLoaded(database, registered);
    prepared.push({ ...measure, plan, standing: { plan: plan.facts, guidelineAdopted: null } });
  }
  let checks: Check[] = [];
  const watch = await Stopwatch.start(database);
  const ours = await timed(async () => {
    checks = await sideBySide(prepared, plansAtOnce, (each) => carryOut(database, each));
  });
  const zones = prepared.reduce((sum, { plan }) => sum + plan.zoning.length, 0);
  console.log(
    `  all ${plans.length} plans in force, ${zones} zones, ${plain.length} rules, ${plansAtOnce} plans at once: ${await watch.read()}`,
  );
  const asked = checks.flatMap(({ plan, findings }) =>
    findings.flatMap(({ rule, zone, measured }) =>
      zone?.land && measured
        ? [
            {
              key: keyOf(plan.facts.plan_id, zone.id, rule.id),
              rule: rule.id,
              land: zone.land,
              area_m2: measured.area_m2,
            },
          ]
        : [],
    ),
  );
  const rivals = {
    'the same rules written the naive way': () => naiveRules(database, constraints),
    'the naive join alone, which is given the land': () => naiveOverlay(database, constraints, asked),
  };
  for (const [rival, run] of Object.entries(rivals)) {
    let found = new Map<string, number>();
    const rivalWatch = await Stopwatch.start(database);
    const theirs = await timed(async () => {
      found = await run();
    });
    const { agree, of, apart_m2, all_m2 } = compareAreas(asked, found);
    console.log(
      `  ${rival}: ${await rivalWatch.read()}, we ${(theirs / ours).toFixed(2)} × its speed; ` +
        `${agree} of ${of} areas agree; the others (land kept by zones 910, slivers) ` +
        `are ${Math.round(apart_m2)} m² apart, of ${Math.round(all_m2)} m² found`,
    );
  }
}

async function benchGrowth(database: Database): Promise<void> {
  const [at] = [(await places(database))(1)];
  const times: string[] = [];
  for (const zones of [500, 1000, 2000, 4000, 8000]) {
    const time = await timed(() => checkPlan(database, { plan: benchDraft(zones, zones, at) }));
    times.push(`${zones}: ${seconds(time)} (${((time / zones) * 1000).toFixed(0)} µs each)`);
  }
  console.log(`  one draft as it grows: ${times.join(', ')}`);
}

/** The same drafts on the embedded database and on the server, over a county small enough for both. */
async function benchEmbedded(catalogue: Catalogue): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'grunnriss-bench-'));
  const small = `${name}_small`;
  await onServerItself(`create database ${small}`);
  try {
    const times: number[] = [];
    for (const settings of [{ GRUNNRISS_DATA: folder }, { DATABASE_URL: urlOf(small) }]) {
      const database = await openDatabase(readSettings(settings), catalogue);
      try {
        await loadExample(database, catalogue, { scale: 0.02, seed: 1 });
        times.push((await timesOf(database, 7)).at(0.5));
      } finally {
        await database.close();
      }
    }
    const [embedded = NaN, server = NaN] = times;
    console.log(
      `  example county at scale 0.02: p50 on the embedded database ${seconds(embedded)}, on the server ` +
        `${seconds(server)}: ${(embedded / server).toFixed(1)} × its time`,
    );
  } finally {
    await onServerItself(`drop database if exists ${small} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Corners of drafts, each inside the county: at a zone of a plan. */
async function places(database: Database): Promise<(seed: number) => [number, number]> {
  const corners = parseStatement(
    'corners',
    `select st_xmin(geom) as x, st_ymin(geom) as y from grunnriss.layer_zoning order by fid`,
  );
  const rows = await database.rows<{ x: number; y: number }>(corners);
  return (seed) => {
    const { x, y } = randomStream(seed, 'bench places').pick(rows);
    return [x, y];
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
