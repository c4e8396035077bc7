import type { NetworkAnswer } from '../../services/stations/network/answer.ts';
import { solveNetwork } from '../../services/stations/network/solve.ts';
import { rank } from '../../services/stations/ranking/rank.ts';
import type { RankingCase, StationsCase, StationsNetworkCase } from './stations-case.ts';

/** Put a case to the program. @returns what differs from what it expects, in words */
export async function differencesInStations(given: StationsCase): Promise<string[]> {
  if (given.model === 'ranking') return differencesInRanking(given);
  return differencesInNetwork(given, await solveNetwork(given));
}

function differencesInRanking({ sites, criteria, expected, tolerance }: RankingCase): string[] {
  const found = rank(sites, criteria);
  const order = [...new Set(found.sites.map((one) => one.rank))].map((place) =>
    found.sites.flatMap((one) => (one.rank === place ? [one.id] : [])).sort(),
  );
  const near = near_(tolerance);
  const figures = (wanted: Record<string, number>, name: string, of: (id: string) => number | undefined) =>
    Object.entries(wanted).flatMap(([id, figure]) => (near(of(id), figure) ? [] : [`${name} of ${id}: ${of(id)}, expected ${figure}`])); // prettier-ignore
  const site = (id: string) => found.sites.find((one) => one.id === id);
  return [
    ...same('order', order, expected.weighted_order?.map((tied) => [...tied].sort())), // prettier-ignore
    ...same('dominated', found.sites.flatMap(({ id, dominatedBy }) => (dominatedBy.length > 0 ? [id] : [])).sort(), expected.dominated && [...expected.dominated].sort()), // prettier-ignore
    ...same('apart', found.apart, expected.apart),
    ...figures(byId(expected.weighted, 'score'), 'score', (id) => site(id)?.score),
    ...figures(byId(expected.topsis, 'closeness'), 'closeness', (id) => site(id)?.topsis?.closeness),
  ];
}

function differencesInNetwork({ expected, tolerance }: StationsNetworkCase, found: NetworkAnswer): string[] {
  const clash = found.clash?.demands
    .map((demanded) => (demanded.kind === 'demand' ? demanded.id : demanded.road))
    .sort();
  const isOneOf = (list: readonly string[][], one: readonly string[]) =>
    list.some((other) => JSON.stringify([...other].sort()) === JSON.stringify(one));
  return [
    ...(found.proven ? [] : [`not proven: ${found.status}`]),
    ...same('feasible', found.status !== 'infeasible', expected.feasible),
    ...(near_(tolerance)(found.objective, expected.objective) ? [] : [`objective: ${found.objective}, expected ${expected.objective}`]), // prettier-ignore
    ...(expected.feasible && !isOneOf(expected.optimal_sets, found.open) ? [`open: ${found.open.join()}, expected one of ${JSON.stringify(expected.optimal_sets)}`] : []), // prettier-ignore
    ...(expected.clash && !isOneOf(expected.clash, clash ?? []) ? [`clash: ${clash?.join()}, expected one of ${JSON.stringify(expected.clash)}`] : []), // prettier-ignore
    ...same('covered', [...found.covered].sort(), expected.covered && [...expected.covered].sort()),
  ];
}

/** Whether a figure is the expected one; null only where null is. */
const near_ =
  ({ relative, absolute }: { relative: number; absolute: number }) =>
  (got: number | null | undefined, wanted: number | null): boolean =>
    wanted === null ? got === null : Math.abs((got ?? NaN) - wanted) <= relative * Math.abs(wanted) + absolute;

const byId = <Name extends string>(list: readonly ({ id: string } & Record<Name, number>)[] | undefined, name: Name) =>
  Object.fromEntries((list ?? []).map((one) => [one.id, one[name]]));

const same = (name: string, got: unknown, wanted: unknown): string[] =>
  wanted === undefined || JSON.stringify(got) === JSON.stringify(wanted)
    ? []
    : [`${name}: ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`];
