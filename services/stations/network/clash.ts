import type { Clash, Rule } from './answer.ts';
import { coverProgramme } from './exact/cover-programme.ts';
import { runHighs } from './exact/run-highs.ts';
import { sharedProgramme } from './exact/shared-programme.ts';
import type { CoverModel } from './models/goal.ts';
import type { MedianModel } from './models/p-median.ts';
import type { Must, Sites } from './places.ts';
import { programmeOfSites } from './exact/site-columns.ts';

/**
 * Why no plan satisfies the demands: a smallest group of them that cannot be met together, found by halving (QuickXplain,
 * Junker 2004), and the rules that it hangs on, by leaving each of them out.
 * @param left seconds that are left; after that the group is left as small as it is
 */
export async function clashOf(sites: Sites, model: CoverModel | MedianModel, left: () => number): Promise<Clash> {
  const musts = [...model.musts, ...sites.stretches];
  let smallest = true;
  /** @param unknown what is taken for true where time does not suffice to know */
  const possible = async (some: readonly Must[], without: Rule | null, unknown: boolean): Promise<boolean> => {
    const seconds = left();
    const { programme } = statedWithout(sites, model, some, without);
    const { status } = seconds > 0 ? await runHighs(programme, { seconds }) : { status: 'time' };
    if (status === 'optimal' || status === 'infeasible') return status === 'optimal';
    smallest = false;
    return unknown;
  };
  const together = (some: readonly Must[]) => possible(some, null, true);
  const group = (await together([])) ? await least(musts, together) : [];
  const rules: Rule[] = [];
  for (const rule of rulesOf(sites, model)) if (await possible(group, rule, false)) rules.push(rule);
  return { demands: group.map(({ demanded }) => demanded), rules, smallest };
}

/** A smallest part of `some` that is impossible. */
async function least(some: readonly Must[], possible: (some: readonly Must[]) => Promise<boolean>): Promise<Must[]> {
  const alone = some.find(({ sites }) => sites.length === 0);
  if (alone) return [alone];
  const search = async (ground: readonly Must[], grown: boolean, rest: readonly Must[]): Promise<Must[]> => {
    if (grown && !(await possible(ground))) return [];
    if (rest.length === 1) return [...rest];
    const half = Math.ceil(rest.length / 2);
    const [front, back] = [rest.slice(0, half), rest.slice(half)];
    const fromBack = await search([...ground, ...front], front.length > 0, back);
    const fromFront = await search([...ground, ...fromBack], fromBack.length > 0, front);
    return [...fromFront, ...fromBack];
  };
  return some.length === 0 ? [] : search([], false, some);
}

function rulesOf({ count, standing, allowed, apart, capacity }: Sites, model: CoverModel | MedianModel): Rule[] {
  const rules: Rule[] = [];
  if (count !== null) rules.push('p');
  if (standing.length > 0) rules.push('existing');
  if (allowed.includes(false)) rules.push('forbidden');
  for (const rule of ['min_spacing', 'min_spacing_km'] as const)
    if (apart.some((pair) => pair.rule === rule)) rules.push(rule);
  if (capacity) rules.push('capacity');
  if (model.kind === 'cover' && model.least !== null) rules.push('share');
  return rules;
}

/** The question with some of its demands and without one of its rules; nothing is aimed at. */
function statedWithout(sites: Sites, model: CoverModel | MedianModel, musts: readonly Must[], without: Rule | null) {
  const loosened: Sites = {
    ...sites,
    stretches: [],
    count: without === 'p' ? null : sites.count,
    standing: without === 'existing' ? [] : sites.standing,
    allowed: without === 'forbidden' ? sites.allowed.map(() => true) : sites.allowed,
    apart: sites.apart.filter(({ rule }) => rule !== without),
    capacity: without === 'capacity' ? null : sites.capacity,
  };
  const asked = { ...model, musts: [...musts] };
  if (asked.kind === 'cover' && without === 'share') asked.least = null;
  if (loosened.capacity) return sharedProgramme(loosened, asked);
  if (asked.kind === 'cover' && asked.least !== null) return coverProgramme(loosened, asked);
  return { programme: programmeOfSites(loosened, 0, asked.musts) };
}
