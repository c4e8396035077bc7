import { readFileSync } from 'node:fs';
import { loadCatalogue, type Catalogue } from '../../layers/catalogue.ts';
import { makeAccounts, type AccountsAnswer } from '../../services/accounts/accounts.ts';
import { AccountInput } from '../../services/accounts/inputs.ts';
import { coverages as accountedCoverages } from '../../services/accounts/extent/extent-accounts.ts';
import { isBuiltOver } from '../../services/accounts/plans/built-over.ts';
import { buildingLayers, filterLayers } from '../../services/accounts/plans/land-state.ts';
import { standingLand, zonesIn } from '../../services/accounts/plans/standing-zones.ts';
import { takes } from '../../services/accounts/plans/takes.ts';
import { datasetIds, readConstraints } from '../../services/conflicts/measurement/constraints.ts';
import type { Database } from '../../services/database/database.ts';
import { parseStatement } from '../../services/database/statement.ts';
import type { ExampleCounty } from '../../services/example/county.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import { onServerItself, stopTestServer } from '../setup/test-server.ts';
import { countyDatabase } from './county.ts';

const scale = Number(process.env['GRUNNRISS_BENCH_SCALE'] ?? 0.1);
const name = `grunnriss_bench_${process.pid}`;
const inputs = AccountInput.parse({});
const coverages: readonly string[] = accountedCoverages;

/**
 * All accounts of a county, beside the joins that one would write without thinking of them, which answer less: no proof, no
 * noise, one buffer; what the reserve takes is a join of its own, told apart. Then one plan is exchanged.
 */
export async function bench(): Promise<void> {
  const catalogue = await loadCatalogue();
  const { database, county } = await countyDatabase(name, catalogue, scale);
  try {
    const before = process.memoryUsage().rss;
    let answer: AccountsAnswer | undefined;
    const ours = await timed(async () => (answer = await makeAccounts(database, catalogue, inputs)));
    if (!answer) throw new Error('no accounts');
    const grown = Math.round((process.memoryUsage().rss - before) / 2 ** 20);
    console.log(
      `  example county at scale ${scale}, ${answer.accounts.length} municipalities: all accounts ${seconds(ours)}, the service grew by ${grown} MB`,
    );
    await besideNaive(database, catalogue, answer, ours);
    const again = await timed(() => makeAccounts(database, catalogue, inputs));
    await exchangePlan(database, catalogue, county);
    const changed = await timed(() => makeAccounts(database, catalogue, inputs));
    console.log(
      `  nothing changed: ${seconds(again)}; one plan exchanged: ${seconds(changed)}, ${(ours / changed).toFixed(1)} × as fast as all`,
    );
  } finally {
    await database.close();
    await onServerItself(`drop database if exists ${name} with (force)`);
    stopTestServer();
  }
}

async function besideNaive(
  database: Database,
  catalogue: Catalogue,
  answer: AccountsAnswer,
  ours: number,
): Promise<void> {
  const [first] = answer.accounts;
  const naive = parseStatement('naive extent', textOf('naive-extent.sql'));
  let [theirs, same, compared, apart_m2, all_m2] = [0, 0, 0, 0, 0];
  const compare = (own: number, other: number) => {
    compared += 1;
    all_m2 += own;
    if (Math.abs(own - other) <= 1e-6 * Math.max(own, other) + 1e-2) same += 1;
    else apart_m2 += Math.abs(own - other);
  };
  for (const { layer, from, to } of first?.extent ?? []) {
    const { text, ...declared } = naive;
    const table = catalogue.get(layer).table;
    const asked = { ...declared, name: `${naive.name} ${layer}`, text: text.replaceAll('{table}', table) };
    type Row = { municipality: string; opening: string; closing: string; area_m2: number };
    let rows: Row[] = [];
    theirs += await timed(async () => {
      rows = await database.rows<Row>(asked, { from_datasets: from.datasets, to_datasets: to.datasets });
    });
    for (const { municipality, extent } of answer.accounts)
      for (const row of extent.find((own) => own.layer === layer)?.classes ?? []) {
        const of = (side: 'opening' | 'closing') =>
          rows.reduce(
            (sum, each) => sum + (each.municipality === municipality && each[side] === row.class ? each.area_m2 : 0),
            0,
          );
        compare(row.opening_m2, of('opening'));
        compare(row.mapped_closing_m2, of('closing'));
      }
  }
  const ground = await naiveGround(database, answer);
  type Planned = { municipality: string; group: string; planned_m2: number; built_m2: number };
  let planned: Planned[] = [];
  const plans = await timed(async () => {
    const joins = parseStatement('naive plans', textOf('naive-plans.sql'));
    const given = Object.entries(ground(() => true)).filter(([name]) => joins.parameters.includes(name));
    planned = await database.rows<Planned>(joins, Object.fromEntries(given));
  });
  for (const { municipality, plans: own } of answer.accounts)
    for (const row of own?.current.groups ?? []) {
      const found = planned.find((each) => each.municipality === municipality && each.group === row.group);
      compare(row.planned_m2, found?.planned_m2 ?? 0);
      compare(row.built_m2, found?.built_m2 ?? 0);
    }
  const agreed = () =>
    `${same} of ${compared} areas agree to 1e-6, the others are ${Math.round(apart_m2)} m² apart, of ${Math.round(all_m2)} m²`;
  console.log(
    `  the naive joins ${seconds(theirs)} for the extents and ${seconds(plans)} for the plans: ` +
      `${((theirs + plans) / ours).toFixed(1)} × our time; ${agreed()}`,
  );
  type Lost = { municipality: string; group: string; kind: string; area_m2: number };
  let lost: Lost[] = [];
  const reserve = await timed(async () => {
    const statement = parseStatement('naive takes', textOf('naive-takes.sql'));
    lost = await database.rows<Lost>(
      statement,
      ground(({ present }) => !present),
    );
  });
  for (const { municipality, plans: own } of answer.accounts) {
    const here = lost.filter((row) => row.municipality === municipality);
    const sumOf = (fits: (row: Lost) => boolean) => here.reduce((sum, row) => sum + (fits(row) ? row.area_m2 : 0), 0);
    for (const { group, takes: taken } of own?.current.groups ?? [])
      for (const { id, layer, classes } of takes)
        // Null where nobody looked, by what the data say of themselves: the join does not ask.
        if (layer !== 'treeline' && taken[id] !== null) {
          const kinds = classes?.map((name) => `land-cover ${name}`) ?? [id];
          compare(
            taken[id] ?? 0,
            sumOf((row) => row.group === group && kinds.includes(row.kind)),
          );
        }
    for (const row of own?.current.ecosystem_loss ?? [])
      compare(
        row.area_m2,
        sumOf(({ group, kind }) => isBuiltOver(group) && kind === `ecosystem ${row.class}`),
      );
  }
  console.log(
    `  and ${seconds(reserve)} for what the reserve takes, the treeline left out (arcs of belts along the shore are drawn otherwise): ` +
      `${((theirs + plans + reserve) / ours).toFixed(1)} × our time; ${agreed()}`,
  );
}

interface BenchZone {
  municipality: string;
  group: string;
  present: boolean;
  geom: Buffer;
}

/** The naive joins of the plans are given the land where each plan rules: that is not timed. */
async function naiveGround(database: Database, answer: AccountsAnswer) {
  const kinds = takes.flatMap(({ layer }) => (coverages.includes(layer) ? [] : layer));
  const filters = [...filterLayers, 'hazard'];
  const constraints = await readConstraints(database, [
    ...['municipality', 'plan', 'zoning', 'zoning-consideration', ...buildingLayers, ...filters, ...kinds],
  ]);
  const zones: BenchZone[] = [];
  for (const { municipality: of } of answer.accounts) {
    const where = { constraints, municipality: of ?? '', draft: null };
    const own = (await zonesIn(database, where)).filter(({ builds }) => builds);
    for (const [at, { geom }] of (await standingLand(database, where, own)).entries()) {
      const zone = own[at];
      if (zone && geom) zones.push({ ...zone, municipality: where.municipality, geom });
    }
  }
  const versionOf = (id: string) => answer.accounts[0]?.extent.find(({ layer }) => layer === id)?.to.datasets ?? [];
  const datasets = (layers: readonly string[]) => layers.flatMap((layer) => datasetIds(constraints, layer));
  return (isAsked: (zone: BenchZone) => boolean) => {
    const some = zones.filter(isAsked);
    return {
      zones: some.map((_, index) => index),
      geoms: some.map(({ geom }) => geom),
      municipalities: some.map(({ municipality }) => municipality),
      groups: some.map(({ group }) => group),
      ...{ buildings: datasets(buildingLayers), filters: datasets(filters), kinds: datasets(kinds) },
      ...{ land_cover: versionOf('land-cover'), ecosystems: versionOf('ecosystem') },
      buffer_m: inputs.built_buffer_m,
    };
  };
}

/** Another version of a regulation: the same plan, loaded anew. */
async function exchangePlan(database: Database, catalogue: Catalogue, { layers, crs }: ExampleCounty): Promise<void> {
  const plan = layers.filter(({ layer }) => layer === 'zoning').at(-1);
  if (!plan) throw new Error('no plan');
  const { layer, part, features } = plan;
  const { datasetId } = await loadDataset(database, catalogue, { layer, part, crs, features });
  await publish(database, catalogue, [{ layer, add: [datasetId], note: part }]);
}

const textOf = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
