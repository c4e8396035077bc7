import { Explained } from '../../../layers/declaration/explained.ts';

/** One thing that sites are judged by. */
export interface Criterion {
  id: string;
  /** Whether more or less of it is better. */
  direction: 'max' | 'min';
  /** 0 or more; weights need not sum to 1, they are divided by their sum. */
  weight: number;
}

/** A site with what is known of it; null, or left out: nobody knows. */
export interface Site {
  id: string;
  values: Readonly<Record<string, number | null>>;
}

/** What one criterion does to the score of one site. */
export interface Part {
  /** As given, in the criterion's own unit. */
  value: number;
  /** 0 for the worst site, 1 for the best (min-max); 0 everywhere where all sites are alike. */
  normalised: number;
  /** Its share of all weights, 0–1. */
  weight: number;
  /** normalised · weight: these sum to the score. */
  adds: number;
}

/** A site in its place. */
export interface RankedSite {
  id: string;
  /** 1 is best; sites that tie share a rank, and the next one is as many places further down. */
  rank: number;
  /** Weighted sum of min-max normalised values, 0–1. */
  score: number;
  /** By id of the criterion. */
  parts: Record<string, Part>;
  /** Beside the score; null where all sites are alike in everything, as one site alone is. */
  topsis: { closeness: number; rank: number } | null;
  /** Ids of sites that are at least as good in every criterion and better in one, whatever the weights. */
  dominatedBy: string[];
}

/** Sites with a value for every criterion, best first (ties by id), and the others apart. */
export interface Ranking {
  sites: RankedSite[];
  /** Sites that lack values, by id, with the criteria that lack one; they take no part in the normalisation. */
  apart: { id: string; missing: string[] }[];
  /** Criteria that are the same for all ranked sites: they add 0, and their weight is not spread over the others. */
  constant: string[];
}

/** Sites that cannot be ranked: what is wrong with the sites, the criteria or the weights. */
export class CannotRank extends Explained {}
