import type { Database } from '../../services/database/database.ts';
import type { RoadGraph } from '../../services/centrality/graph/road-graph.ts';
import { ask } from '../imports/rows.ts';

/** Whether the server offers pgRouting. */
export async function hasPgRouting(database: Database): Promise<boolean> {
  const rows = await ask(database, `select 1 from pg_available_extensions where name = 'pgrouting'`);
  return rows.length > 0;
}

/** The edges of a graph as pgRouting reads them: a table `rival_edge`, minutes as cost, -1 where a way is closed. */
export async function giveToPgRouting(database: Database, { edges }: RoadGraph): Promise<void> {
  await database.script('create extension if not exists pgrouting; drop table if exists public.rival_edge;');
  const list = (values: Int32Array | Float64Array) => Array.from(values.subarray(0, edges.count));
  const cost = (values: Float64Array) => list(values).map((minutes) => (minutes === Infinity ? -1 : minutes));
  await ask(
    database,
    `create table public.rival_edge as
     select row_number() over ()::bigint as id, e.* from unnest(
       array[${list(edges.from).join()}]::bigint[], array[${list(edges.to).join()}]::bigint[],
       array[${cost(edges.forward).join()}]::float8[], array[${cost(edges.backward).join()}]::float8[]
     ) as e(source, target, cost, reverse_cost)`,
  );
}
