import type { Catalogue } from '../../layers/catalogue.ts';
import type { Stretch } from '../centrality/graph/stretch.ts';
import type { StoredGraph } from '../centrality/read-graph.ts';
import type { Constraints } from '../conflicts/measurement/constraints.ts';
import type { Database } from '../database/database.ts';
import type { Candidate } from './candidates/candidate.ts';
import type { Exclusion } from './candidates/exclusion.ts';
import type { Demand } from './demand/demand.ts';
import type { DemandPoint, LeftOut } from './demand/demand-points.ts';
import type { LostFlow, RoutedFlow } from './demand/flows.ts';
import type { IgnoredStation, Station } from './existing/read-stations.ts';
import type { PreparedInputs } from './inputs.ts';
import type { Distances } from './ways/distances.ts';
import type { ServedRoad } from './ways/served-road.ts';
import type { SiteWays } from './ways/site-ways.ts';

/** A place for a station on the roads, with what takes it out. */
export interface Site extends Candidate {
  access: Stretch | null;
  served: ServedRoad | null;
  excludedBy: Exclusion[];
  /** Mean rise over run of its land; null: heights are not known. */
  slope: number | null;
}

/** A standing station on the roads. */
export interface StandingStation extends Station {
  access: Stretch;
  served: ServedRoad | null;
}

/** Everything that sites are judged by: read once for the editions and inputs, whatever the weights. */
export interface Situation {
  database: Database;
  catalogue: Catalogue;
  constraints: Constraints;
  inputs: PreparedInputs;
  stored: StoredGraph;
  demand: Demand;
  points: DemandPoint[];
  leftOut: LeftOut;
  sites: Site[];
  stations: StandingStation[];
  ignored: IgnoredStation[];
  /** Places of the ways: sites first, then stations, then the ends of flows. */
  ways: SiteWays;
  distances: Distances;
  flows: RoutedFlow[];
  lostFlows: LostFlow[];
  /** Layers of hard filters that nothing was ever loaded for. */
  unlooked: string[];
}
