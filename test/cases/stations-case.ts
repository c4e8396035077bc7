import type { NetworkQuestion } from '../../services/stations/network/question.ts';
import type { Criterion, Site } from '../../services/stations/ranking/ranking.ts';
import type { TruthCase } from './truth-case.ts';

interface Tolerance {
  relative: number;
  absolute: number;
}

/** A case about the ranking of sites. */
export interface RankingCase extends TruthCase {
  model: 'ranking';
  criteria: Criterion[];
  sites: Site[];
  expected: {
    weighted_order?: string[][];
    weighted?: { id: string; score: number }[];
    topsis?: { id: string; closeness: number }[];
    dominated?: string[];
    apart?: { id: string; missing: string[] }[];
  };
  tolerance: Tolerance;
}

/** A case about the best network. */
export type StationsNetworkCase = TruthCase &
  NetworkQuestion & {
    expected: {
      feasible: boolean;
      objective: number | null;
      optimal_sets: string[][];
      covered?: string[];
      clash?: string[][];
    };
    tolerance: Tolerance;
  };

export type StationsCase = RankingCase | StationsNetworkCase;

export const isStationsCase = (given: TruthCase): given is StationsCase => given.topic === 'stations';
