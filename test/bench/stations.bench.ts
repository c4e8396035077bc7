import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { NetworkAnswer } from '../../services/stations/network/answer.ts';
import type { CoveringQuestion, MedianQuestion } from '../../services/stations/network/question.ts';
import { solveNetwork } from '../../services/stations/network/solve.ts';
import { rank } from '../../services/stations/ranking/rank.ts';
import type { Criterion, Site } from '../../services/stations/ranking/ranking.ts';
import { seeded } from '../../services/stations/ranking/seeded.ts';
import { stability } from '../../services/stations/ranking/stability.ts';
import { madeUpCounty } from './stations/made-up-county.ts';
import { readMclp } from './stations/read-mclp.ts';
import { readPmed } from './stations/read-pmed.ts';
import { askSpopt, type TheirAnswer } from './stations/spopt.ts';

const usage = `npm run bench stations [-- --pmed FILE --p N | -- --mclp CANDIDATES.csv DEMAND.csv COSTS.csv [--radius 5000] [--p N]] [--limit SECONDS]`;

/** Networks of 300 candidates for p = 1…20 and a ranking of 300 sites, beside spopt; or a published instance from files. */
export async function bench(words: readonly string[] = []): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { ...{ pmed: { type: 'string' }, mclp: { type: 'boolean' } }, ...options },
    allowPositionals: true,
  });
  const [p, limit] = [values.p === undefined ? undefined : Number(values.p), Number(values.limit ?? 3600)];
  if (values.pmed !== undefined) return solvePmed(values.pmed, p, limit);
  if (values.mclp !== true) return county(limit);
  const [candidates, demand, costs] = positionals;
  if (costs === undefined || candidates === undefined || demand === undefined) throw new Error(usage);
  return solveMclp([candidates, demand, costs], Number(values.radius ?? 5000), p, limit);
}

const options = { p: { type: 'string' }, radius: { type: 'string' }, limit: { type: 'string' } } as const;

async function solvePmed(file: string, p: number | undefined, limit: number): Promise<void> {
  const question = readPmed(file, p);
  console.log(`  ${question.candidates.length} nodes, p = ${question.p}`);
  report(await timed(question, limit));
}

async function solveMclp(
  files: readonly [string, string, string],
  radius: number,
  p: number | undefined,
  limit: number,
) {
  const most = readMclp(files, radius, 1).candidates.length;
  const counts = p === undefined ? upTo(most) : [p];
  const question = readMclp(files, radius, 1);
  console.log(`  ${most} candidates, ${question.demand.length} places, radius ${radius}`);
  const ours: Timed[] = [];
  for (const count of counts) report(ours[ours.push(await timed({ ...question, p: count }, limit)) - 1]);
  beside(ours, askSpopt(question, counts, limit));
}

async function county(limit: number): Promise<void> {
  console.log(`  load average ${loadavg()[0]?.toFixed(1)}`);
  const made = madeUpCounty(300, 2000);
  await series({ model: 'covering', ...made, radius: 25, p: 1 }, upTo(20), limit);
  // Their programme of a p-median takes minutes for each p: they are asked for one.
  await series({ model: 'p-median', ...made, p: 1 }, [20], limit);
  ranking();
}

/** p = 1…20 by us, and some of them by spopt. */
async function series(
  question: CoveringQuestion | MedianQuestion,
  theirs: readonly number[],
  limit: number,
): Promise<void> {
  console.log(
    `  ${question.model}: ${question.candidates.length} candidates, ${question.demand.length} places, p = 1…20`,
  );
  const ours: Timed[] = [];
  for (const p of upTo(20)) ours.push(await timed({ ...question, p }, limit));
  const proven = ours.filter(({ answer }) => answer.proven).length;
  const slowest = Math.max(...ours.map(({ seconds }) => seconds));
  console.log(`    ${proven} of 20 proven in ${sum(ours).toFixed(1)} s, the slowest in ${slowest.toFixed(1)} s`);
  beside(ours.filter(({ p }) => theirs.includes(p)), askSpopt(question, theirs, theirLimit_s)); // prettier-ignore
}

const theirLimit_s = 300;

interface Timed {
  p: number;
  answer: NetworkAnswer;
  seconds: number;
}

async function timed(question: CoveringQuestion | MedianQuestion, limit: number): Promise<Timed> {
  const start = performance.now();
  const answer = await solveNetwork(question, { timeLimit_s: limit });
  return { p: question.p ?? 0, answer, seconds: (performance.now() - start) / 1000 };
}

function report({ p, answer, seconds }: Timed): void {
  const { status, objective, bound, proven, open } = answer;
  console.log(`  p = ${p}: ${String(objective)} (${status}${proven ? ', proven' : `, bound ${String(bound)}`}) in ${seconds.toFixed(2)} s; open ${open.join(' ')}`); // prettier-ignore
}

function beside(ours: readonly Timed[], theirs: readonly TheirAnswer[] | null): void {
  if (!theirs) {
    console.log(
      `    ours ${sum(ours).toFixed(1)} s; spopt is not installed (GRUNNRISS_BENCH_PYTHON names a Python that has it)`,
    );
    return;
  }
  const solved = theirs.filter(({ objective }) => objective !== null);
  const same = ours.filter(({ p }) => solved.some((one) => one.p === p));
  const off = (objective: number | null, p: number) => {
    const own = ours.find((one) => one.p === p)?.answer.objective ?? NaN;
    return Math.abs((objective ?? NaN) - own) > 1e-6 * Math.abs(own);
  };
  const other = solved.filter(({ p, objective }) => off(objective, p));
  if (solved.length < ours.length)
    console.log(`    spopt with CBC has no answer in time for ${ours.length - solved.length} of ${ours.length}; ours took ${sum(ours).toFixed(1)} s`); // prettier-ignore
  if (solved.length > 0)
    console.log(`    ours ${sum(same).toFixed(1)} s, spopt with CBC ${sum(solved).toFixed(1)} s (${(sum(solved) / sum(same)).toFixed(1)} ×); same optimum for ${solved.length - other.length} of ${solved.length}`); // prettier-ignore
  for (const { p, objective, status } of other) console.log(`    p = ${p}: theirs ${String(objective)} (${status})`);
}

const sum = (some: readonly { seconds: number }[]): number => some.reduce((so, { seconds }) => so + seconds, 0);

/** 300 sites by 10 criteria. */
function ranking(): void {
  const random = seeded(1);
  const criteria = upTo(10).map((at): Criterion => ({
    id: `c${at}`,
    direction: at % 2 === 0 ? 'max' : 'min',
    weight: at,
  }));
  const sites = upTo(300).map((at): Site => {
    return { id: `s${at}`, values: Object.fromEntries(criteria.map(({ id }) => [id, random()])) };
  });
  const took = (work: () => unknown) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const draws = took(() => stability(sites, criteria));
  const moved = upTo(20).map((at) => took(() => rank(sites, criteria.map((one, column) => (column === at % 10 ? { ...one, weight: at } : one))))); // prettier-ignore
  console.log(`  ranking 300 sites by 10 criteria: 10,000 draws in ${draws.toFixed(0)} ms; a weight moved: ${Math.max(...moved).toFixed(1)} ms at most`); // prettier-ignore
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
