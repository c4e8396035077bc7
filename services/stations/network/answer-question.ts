import type { NetworkAnswer, SearchProgress } from './answer.ts';
import { clashOf } from './clash.ts';
import { describe, gapOf, objectiveOf, type Ended } from './describe.ts';
import { coverProgramme, type Stated } from './exact/cover-programme.ts';
import { medianProgramme } from './exact/median-programme.ts';
import { runHighs, type Solved } from './exact/run-highs.ts';
import { sharedProgramme, type SharedStated } from './exact/shared-programme.ts';
import type { CoverModel } from './models/goal.ts';
import { modelOf } from './models/model-of.ts';
import type { MedianModel } from './models/p-median.ts';
import { sitesOf, type Sites } from './places.ts';
import type { NetworkQuestion } from './question.ts';
import { easyBound } from './search/easy-bound.ts';
import { branchMedian } from './search/branch-median.ts';
import { keepsRules } from './search/keeps-rules.ts';
import { medianBound } from './search/lagrangian.ts';
import { startOf } from './search/start.ts';

/** Who hears of what is found on the way. */
export interface Listener {
  /** The best answer so far. */
  onAnswer: (answer: NetworkAnswer) => void;
  onProgress: (progress: SearchProgress) => void;
}

/** What a search may take. */
export interface Limits {
  seconds: number;
  /** Programmes with more entries than this are not given to the solver, whose memory ends at 2 GiB. */
  mostEntries?: number;
}

const usualEntries = 20_000_000;

/** Answer a question that `checkQuestion` found sound, in this thread. */
export async function answerQuestion(
  question: NetworkQuestion,
  limits: Limits,
  listener: Listener,
): Promise<NetworkAnswer> {
  const sites = sitesOf(question);
  return new Search(sites, modelOf(question, sites), limits, listener).answer();
}

class Search {
  readonly #sites: Sites;
  readonly #model: CoverModel | MedianModel;
  readonly #listener: Listener;
  readonly #end: number;
  readonly #mostEntries: number;
  #best: Ended;
  #objective: number | null = null;

  constructor(sites: Sites, model: CoverModel | MedianModel, limits: Limits, listener: Listener) {
    [this.#sites, this.#model, this.#listener] = [sites, model, listener];
    this.#end = performance.now() + limits.seconds * 1000;
    this.#mostEntries = limits.mostEntries ?? usualEntries;
    this.#best = { status: 'none-found', stoppedBy: 'time', clash: null, open: null, bound: easyBound(sites, model) };
  }

  async answer(): Promise<NetworkAnswer> {
    const open = this.#sites.capacity
      ? null
      : startOf(this.#sites, this.#model, {
          until: () => this.#left() <= 0,
          onPlan: (plan) => this.#found({ open: plan }),
        });
    if (open) this.#found({ open });
    if (this.#left() <= 0) return this.#describe();
    if (open && this.#isOneChoice()) return this.#optimal();
    if (this.#sites.capacity) return this.#solve(sharedProgramme(this.#sites, this.#model));
    if (this.#model.kind === 'cover') return this.#solve(coverProgramme(this.#sites, this.#model), open);
    return this.#solveMedian(this.#model, open);
  }

  /** Whether at most one site was to be chosen: the start then tried every one. */
  #isOneChoice(): boolean {
    const { count, standing } = this.#sites;
    return count !== null && count - standing.length <= 1;
  }

  async #solveMedian(model: MedianModel, start: number[] | null): Promise<NetworkAnswer> {
    const known = medianBound(this.#sites, model, start, () => this.#left() <= 0);
    this.#raise(known.bound);
    if (known.open) this.#found({ open: known.open });
    if (known.open && known.bound === known.cost) return this.#optimal();
    if (this.#left() <= 0) return this.#describe();
    if (!known.open) return this.#solve(medianProgramme(this.#sites, model, known));
    const { open, cost, done } = branchMedian(
      this.#sites,
      model,
      { ...known, open: known.open },
      { until: () => this.#left() <= 0, onBetter: (better) => this.#found({ open: better }) },
    );
    this.#found({ open });
    if (done) return this.#optimal();
    if (this.#left() <= 0) return this.#stop('time');
    return this.#solve(medianProgramme(this.#sites, model, { ...known, open, cost }));
  }

  /** @param start a plan to begin with, where the programme has no columns but the sites' that matter */
  async #solve(stated: Stated | SharedStated, start: number[] | null = null): Promise<NetworkAnswer> {
    if (stated.programme.indices.length > this.#mostEntries) return this.#stop('size');
    const read = (values: Float64Array): Partial<Ended> => ({
      open: [...this.#sites.ids.keys()].filter((site) => values[site] > 0.5),
      ...('read' in stated && { shared: stated.read(values) }),
    });
    const objective = (cost: number) => stated.sign * (stated.constant + stated.scale * cost);
    const solved = await runHighs(stated.programme, {
      seconds: this.#left(),
      ...(start && { start: [...this.#sites.ids.keys()].map((site) => (start.includes(site) ? 1 : 0)) }),
      onBetter: (values) => this.#found(read(values)),
      onBound: (bound) => this.#raise(objective(bound)),
    });
    return this.#conclude(solved, read, objective);
  }

  async #conclude(
    { status, values, bound }: Solved,
    read: (values: Float64Array) => Partial<Ended>,
    objective: (cost: number) => number,
  ): Promise<NetworkAnswer> {
    if (values && !this.#found(read(values))) return this.#stop('precision');
    if (status === 'optimal') return this.#optimal();
    if (status === 'infeasible') return this.#best.open ? this.#optimal() : this.#impossible();
    if (Number.isFinite(bound)) this.#raise(objective(bound));
    return this.#objective !== null && this.#best.bound === this.#objective ? this.#optimal() : this.#stop(status);
  }

  async #impossible(): Promise<NetworkAnswer> {
    this.#tell('clash');
    const clash = await clashOf(this.#sites, this.#model, () => this.#left());
    this.#best = { status: 'infeasible', stoppedBy: null, clash, open: null, bound: null };
    return this.#describe();
  }

  #optimal(): NetworkAnswer {
    this.#best = { ...this.#best, status: 'optimal', stoppedBy: null };
    return this.#describe();
  }

  #stop(stoppedBy: NetworkAnswer['stoppedBy']): NetworkAnswer {
    this.#best = { ...this.#best, stoppedBy };
    return this.#describe();
  }

  /** Keep a plan when it is better than the best so far. @returns false when it does not do what is asked */
  #found(more: Partial<Ended>): boolean {
    const next: Ended = { ...this.#best, ...more, status: 'stopped', stoppedBy: 'time' };
    if (!keepsRules(this.#sites, this.#model, next)) return false;
    const objective = objectiveOf(this.#sites, this.#model, next);
    if (this.#objective !== null && !this.#isBetter(objective ?? NaN, this.#objective)) return true;
    [this.#best, this.#objective] = [next, objective];
    this.#listener.onAnswer(this.#describe());
    this.#tell('solve');
    return true;
  }

  #raise(bound: number): void {
    const { bound: before } = this.#best;
    // A programme that holds only plans better than the known one may be bounded beyond it: then there is none.
    if (this.#objective !== null && this.#isBetter(this.#objective, bound)) bound = this.#objective;
    if (!Number.isFinite(bound) || (before !== null && !this.#isBetter(before, bound))) return;
    this.#best = { ...this.#best, bound };
    this.#tell('solve');
  }

  #isBetter(one: number, other: number): boolean {
    const most = this.#model.kind === 'cover' && this.#model.aim === 'weight';
    return most ? one > other : one < other;
  }

  #tell(phase: SearchProgress['phase']): void {
    const [objective, { bound }] = [this.#objective, this.#best];
    this.#listener.onProgress({ phase, objective, bound, gap: gapOf(objective, bound) });
  }

  #left = (): number => (this.#end - performance.now()) / 1000;
  #describe = (): NetworkAnswer => describe(this.#sites, this.#model, this.#best);
}
