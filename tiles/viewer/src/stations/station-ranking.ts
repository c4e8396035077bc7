import type { Bilingual } from '../../../../layers/declaration/bilingual.ts';
import { CannotRank, type Ranking } from '../../../../services/stations/ranking/ranking.ts';
import { rerank } from '../../../../services/stations/ranking/rerank.ts';
import type { CriterionWords, StationRun } from '../answers.ts';
import type { Service } from '../api.ts';
import { observable, type Observable } from '../observable.ts';

/** A criterion with data, and its weight as it is now and as it is by default, 0–100. */
export interface WeighedCriterion {
  words: CriterionWords;
  weight: number;
  usual: number;
}

/** Sites ranked by the weights of now. */
export interface RankedNow {
  run: StationRun;
  criteria: WeighedCriterion[];
  /** Criteria that have no data here. */
  leftOut: CriterionWords[];
  /** Null where the weights rank nothing: `problem` says why. */
  ranking: Ranking | null;
  problem: Bilingual | null;
  /** Ranks by the weights of the run, by site. */
  before: ReadonlyMap<string, number>;
}

/** Ranks of sites for energy stations that follow the reader's weights, worked out in the browser. */
export interface StationRanking {
  /** Weights that were moved, 0–100 by criterion. */
  weights: Observable<ReadonlyMap<string, number>>;
  /** Null until the sites have come. */
  now: Observable<RankedNow | null>;
  failure: Observable<unknown>;
  isOpen: Observable<boolean>;
  /** Fetch the sites, once. */
  load(): Promise<void>;
}

export function stationRanking(
  service: Pick<Service, 'stations' | 'criteria'>,
  moved: ReadonlyMap<string, number> = new Map(),
): StationRanking {
  const weights = observable(moved);
  const now = observable<RankedNow | null>(null);
  const failure = observable<unknown>(null);
  let fetched: Promise<void> | undefined;
  const fetchSites = async () => {
    const [run, words] = await Promise.all([service.stations(), service.criteria()]);
    const usual = new Map(run.criteria.map(({ id, weight }) => [id, 100 * weight]));
    const { ranking } = rankedBy(run, usual);
    const before = new Map(ranking?.sites.map(({ id, rank }) => [id, rank]));
    const told = new Set(run.criteria.flatMap(({ id, left_out }) => (left_out === null ? [id] : [])));
    const leftOut = words.filter(({ id }) => !told.has(id));
    weights.observe((these) => {
      const criteria = words.flatMap((one): WeighedCriterion[] => {
        const whole = Math.round(usual.get(one.id) ?? 0);
        return told.has(one.id) ? [{ words: one, usual: whole, weight: these.get(one.id) ?? whole }] : [];
      });
      const asked = new Map(criteria.map(({ words: { id }, weight }) => [id, weight]));
      now.set({ run, criteria, leftOut, before, ...rankedBy(run, asked) });
    });
  };
  return {
    ...{ weights, now, failure, isOpen: observable(false) },
    load: () =>
      (fetched ??= fetchSites().catch((error: unknown) => {
        fetched = undefined;
        failure.set(error);
      })),
  };
}

function rankedBy({ ranking, criteria }: StationRun, weights: ReadonlyMap<string, number>) {
  const sites = ranking.features.map(({ properties }) => properties);
  try {
    return { ranking: rerank(sites, criteria, weights), problem: null };
  } catch (error) {
    if (!(error instanceof CannotRank)) throw error;
    return { ranking: null, problem: error.explanation };
  }
}
