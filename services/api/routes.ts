import { apiDescription } from './resources/api-description.ts';
import { collection, collections } from './resources/collections.ts';
import { conformance } from './resources/conformance.ts';
import { execution } from './resources/execution.ts';
import { health, ready } from './resources/health.ts';
import { item } from './resources/item.ts';
import { items } from './resources/items.ts';
import { dismissJob, job, jobResults } from './resources/jobs.ts';
import { landing } from './resources/landing.ts';
import { metrics } from './resources/metrics.ts';
import { municipality } from './resources/municipality.ts';
import { municipalities } from './resources/municipalities.ts';
import { municipalityAccounts } from './resources/municipality-accounts.ts';
import { process, processes } from './resources/processes.ts';
import { planConflicts } from './resources/plan-conflicts.ts';
import { planAlternatives } from './resources/plan-alternatives.ts';
import { planRemedies } from './resources/plan-remedies.ts';
import { planSettle, planSettled } from './resources/plan-settled.ts';
import { planPage, planUpload } from './resources/plans.ts';
import { queryables } from './resources/queryables.ts';
import { site, stations } from './resources/stations.ts';
import { style } from './resources/styles.ts';
import { tileJson } from './resources/tilejson.ts';
import { tile } from './resources/tiles.ts';
import type { Route } from './route.ts';

/** Every operation of the service. */
export const routes: readonly Route[] = [
  landing,
  conformance,
  apiDescription(() => routes),
  collections,
  collection,
  queryables,
  items,
  item,
  tileJson,
  tile,
  style,
  processes,
  process,
  execution,
  job,
  dismissJob,
  jobResults,
  planUpload,
  planPage,
  planConflicts,
  planRemedies,
  planAlternatives,
  planSettle,
  planSettled,
  municipalities,
  municipality,
  municipalityAccounts,
  stations,
  site,
  health,
  ready,
  metrics,
];
