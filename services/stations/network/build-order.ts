import type { NetworkAnswer } from './answer.ts';
import type { CoverModel } from './models/goal.ts';
import type { MedianModel } from './models/p-median.ts';
import type { Sites } from './places.ts';
import { MedianPlan } from './search/median-plan.ts';
import { Served } from './search/served.ts';

/** In which order to build the sites of a plan: always the one that adds most to what stands by then; ties by id. */
export function buildOrder(
  sites: Sites,
  model: CoverModel | MedianModel,
  open: readonly number[],
): NetworkAnswer['order'] {
  const added = open.filter((site) => !sites.standing.includes(site));
  return model.kind === 'cover' ? orderOfCover(sites, model, added) : orderOfMedian(sites, model, added);
}

function orderOfCover(sites: Sites, { goals }: CoverModel, added: number[]): NetworkAnswer['order'] {
  const served = new Served(goals, sites.ids.length);
  for (const site of sites.standing) served.add(site);
  const tried = (site: number): readonly [number, number] => {
    served.add(site);
    const figures = [-served.weight, -served.partial] as const;
    served.remove(site);
    return figures;
  };
  return inTurn(added, tried, (site) => {
    const before = served.weight;
    served.add(site);
    return { id: sites.ids[site] ?? '', adds: served.weight - before, reached: served.weight };
  });
}

function orderOfMedian(sites: Sites, model: MedianModel, added: number[]): NetworkAnswer['order'] {
  const plan = new MedianPlan(sites, model);
  const known = (cost: number) => (Number.isFinite(cost) ? cost : null);
  return inTurn(
    added,
    (site) => plan.with(site),
    (site) => {
      const before = known(plan.cost);
      plan.add(site);
      const reached = known(plan.cost);
      return {
        id: sites.ids[site] ?? '',
        adds: before === null || reached === null ? null : before - reached,
        reached,
      };
    },
  );
}

/** Take the site with the least figures, again and again. */
function inTurn<Step>(
  sites: readonly number[],
  tried: (site: number) => readonly [number, number],
  take: (site: number) => Step,
): Step[] {
  const left = [...sites];
  const steps: Step[] = [];
  while (left.length > 0) {
    let [best, least]: [number, readonly [number, number]] = [0, [Infinity, Infinity]];
    for (const [at, site] of left.entries()) {
      const figures = tried(site);
      if (figures[0] < least[0] || (figures[0] === least[0] && figures[1] < least[1])) [best, least] = [at, figures];
    }
    steps.push(take(left.splice(best, 1)[0] ?? -1));
  }
  return steps;
}
