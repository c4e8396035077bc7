import type { FeatureCollection, Point } from 'geojson';
import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import type { CandidateKind } from './candidates/candidate.ts';
import type { Exclusion } from './candidates/exclusion.ts';
import type { ChargingNeed } from './charging-need.ts';
import type { RoadDemand } from './demand/road-demand.ts';
import type { LostFlow } from './demand/flows.ts';
import type { IgnoredStation } from './existing/read-stations.ts';
import type { NetworkAnswer } from './network/answer.ts';
import type { Stability } from './ranking/stability.ts';

/** A dataset that a figure is from. */
export interface Source {
  layer: string;
  title: string | null;
  date: string | null;
}

/** One criterion at one site. */
export interface CriterionAtSite {
  id: string;
  value: number | null;
  unit: string;
  /** 0 for the worst site, 1 for the best; null where the site is not ranked or the criterion is left out. */
  normalised: number | null;
  weight: number;
  adds: number | null;
  estimated: boolean;
  source: Source[];
  facts: Record<string, unknown>;
}

/** A site with all that is known of it. */
export interface SiteProperties {
  id: string;
  name: string | null;
  kind: CandidateKind;
  municipality: string;
  /** Key of the road served, and driving between, metres. */
  road: string | null;
  to_road_m: number | null;
  from_road_m: number | null;
  slope: number | null;
  directions: 'both' | 'with' | 'against' | null;
  /** Null for a site that is ranked apart or filtered out. */
  rank: number | null;
  score: number | null;
  topsis: { closeness: number; rank: number } | null;
  dominated_by: string[];
  /** Criteria without a value: the site is ranked apart. */
  missing: string[];
  excluded_by: Exclusion[];
  criteria: CriterionAtSite[];
  charging: ChargingNeed | null;
}

/** A criterion as it was used. */
export interface UsedCriterion {
  id: string;
  unit: string;
  direction: 'max' | 'min';
  normalisation: 'min-max';
  /** As given or by default, and as a part of all that are used; 0 where it is left out. */
  weight: number;
  share: number;
  default_weight: number;
  /** Why it says nothing here. */
  left_out: Bilingual | null;
  constant: boolean;
}

/** The best network, in the words of the sites. */
export interface NetworkOfSites {
  model: string;
  /** `no-sites`: there was nothing to choose from. `no-demand`: no traffic is known, or no flow has a way. */
  status: NetworkAnswer['status'] | 'no-sites' | 'no-demand';
  sites: {
    id: string;
    name: string | null;
    standing: boolean;
    fixed: boolean;
    lon: number | null;
    lat: number | null;
  }[];
  objective: number | null;
  bound: number | null;
  gap: number | null;
  proven: boolean;
  unit: string;
  stopped_by: NetworkAnswer['stoppedBy'];
  covered_share: number | null;
  /** Farthest from traffic to station, or between two fillings: what the model goes by; null for the p-median. */
  limit_km: number | null;
  /**
   * Which to build first: standing ones are there before. An idle one is there only because so many were asked for: it
   * reaches no more than those before it, and another site would do as well.
   */
  order: { id: string; name: string | null; adds: number | null; reached: number | null; idle: boolean }[];
  clash: NetworkAnswer['clash'];
  unreached: number;
  /** What it was worked out on. */
  demand: { points: number; vkm_day: number; estimated_vkm_day: number; known_km: number; unknown_km: number };
  /** Stations along each road that the rules or the network touch, and the longest way without one. */
  roads: { road: string; length_km: number; stations: { id: string; at_km: number }[]; longest_gap_km: number }[];
}

/** All that the analysis answers. */
export interface StationsAnswer {
  ranking: FeatureCollection<Point, SiteProperties>;
  criteria: UsedCriterion[];
  network: NetworkOfSites;
  stability: Stability | null;
  roads: RoadDemand[];
  stations: { id: string; name: string | null; road: string | null; municipality: string }[];
  ignored_stations: IgnoredStation[];
  lost_flows: LostFlow[];
  /** Layers of hard filters that nothing was ever loaded for. */
  filters_without_data: string[];
  estimated: boolean;
  assumptions: Record<string, number>;
  /** The data are made up. */
  example: boolean;
}
