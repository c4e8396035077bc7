import type { NetworkAnswer } from './answer.ts';
import { buildOrder } from './build-order.ts';
import type { CoverModel } from './models/goal.ts';
import type { MedianModel } from './models/p-median.ts';
import type { Sites } from './places.ts';
import { MedianPlan } from './search/median-plan.ts';
import { Served } from './search/served.ts';

/** What is known of a plan when the search ends. */
export interface Ended extends Pick<NetworkAnswer, 'status' | 'stoppedBy' | 'clash'> {
  /** Numbers of the open sites. */
  open: readonly number[] | null;
  bound: number | null;
  /** What capacities let it serve, where there are any. */
  shared?: Shared;
}

/** How stations with capacities share demand. */
export interface Shared {
  objective: number;
  /** The part of each goal or demand that is served, 0–1. */
  parts: Float64Array;
}

/** An answer in the words of the question; every figure is added up again from the plan. */
export function describe(sites: Sites, model: CoverModel | MedianModel, ended: Ended): NetworkAnswer {
  const { status, stoppedBy, clash, open } = ended;
  const proven = status === 'optimal' || status === 'infeasible';
  const figures = figuresOf(sites, model, ended);
  const objective = figures?.objective ?? null;
  // An optimum is its own bound; what the solver says of it is rounded.
  const bound = status === 'optimal' ? objective : ended.bound;
  const names = (some: readonly number[]) => some.map((site) => sites.ids[site] ?? '');
  return {
    status,
    proven,
    stoppedBy,
    objective,
    bound,
    gap: gapOf(objective, bound),
    open: names(open ?? []),
    added: names((open ?? []).filter((site) => !sites.standing.includes(site))),
    covered: figures?.covered ?? [],
    coveredShare: figures?.share ?? null,
    nearest: figures?.nearest ?? [],
    unreached: unreachedIn(sites, model),
    order: open ? buildOrder(sites, model, open) : [],
    clash,
  };
}

/** What a plan is worth; null where there is none. */
export const objectiveOf = (sites: Sites, model: CoverModel | MedianModel, plan: Pick<Ended, 'open' | 'shared'>) =>
  figuresOf(sites, model, plan)?.objective ?? null;

/** What lies between a plan and its bound as a share of the larger. */
export function gapOf(objective: number | null, bound: number | null): number | null {
  if (objective === null || bound === null) return null;
  return objective === bound ? 0 : Math.abs(objective - bound) / Math.max(Math.abs(objective), Math.abs(bound));
}

function figuresOf(sites: Sites, model: CoverModel | MedianModel, { open, shared }: Pick<Ended, 'open' | 'shared'>) {
  if (!open) return null;
  return model.kind === 'cover' ? coverFigures(sites, model, open, shared) : medianFigures(sites, model, open, shared);
}

type Figures = Pick<NetworkAnswer, 'covered' | 'nearest'> & { objective: number; share: number | null };

function coverFigures(sites: Sites, model: CoverModel, open: readonly number[], shared?: Shared): Figures {
  const served = new Served(model.goals, sites.ids.length);
  for (const site of open) served.add(site);
  const parts = shared?.parts ?? Float64Array.from(model.goals, (_, at) => (served.isServed(at) ? 1 : 0));
  const weight = model.goals.reduce((sum, goal, at) => sum + goal.weight * parts[at], 0);
  const all = model.goals.reduce((sum, goal) => sum + goal.weight, 0);
  return {
    objective: model.aim === 'count' ? open.length : weight,
    covered: model.goals.flatMap(({ id }, at) => (parts[at] > 0 ? [id] : [])),
    share: all > 0 ? weight / all : null,
    nearest: [],
  };
}

function medianFigures(sites: Sites, model: MedianModel, open: readonly number[], shared?: Shared): Figures {
  const plan = new MedianPlan(sites, model);
  plan.add(...open.filter((site) => !sites.standing.includes(site)));
  const { sites: near, distances } = plan.nearest;
  return {
    objective: shared?.objective ?? plan.cost,
    covered: model.ids.filter((_, at) => near[at] >= 0),
    share: null,
    nearest: model.ids.flatMap((demand, at) =>
      near[at] < 0 ? [] : [{ demand, site: sites.ids[near[at]] ?? '', distance: distances[at] }],
    ),
  };
}

function unreachedIn({ allowed }: Sites, model: CoverModel | MedianModel): string[] {
  if (model.kind === 'median') return model.unreached;
  return model.goals.flatMap(({ id, sets }) => (sets.every((set) => set.some((site) => allowed[site])) ? [] : [id]));
}
