import { z } from 'zod';
import { mapStates } from '../centrality/publish/put-on-map.ts';
import { OnMapSchema } from '../centrality/centrality/process.ts';
import type { Process } from '../runs/process.ts';
import { candidateKinds } from './candidates/candidate.ts';
import { filters } from './candidates/exclusion.ts';
import { describeCriteria } from './describe-criteria.ts';
import { findStations, stationsVersion } from './find-stations.ts';
import { StationInput, type StationInputs } from './inputs.ts';
import { answered } from './problems.ts';
import { stationDrawings } from './figure.ts';
import { stationTables } from './tables.ts';

const nullable = z.number().nullable();
const Bilingual = z.object({ nb: z.string(), en: z.string() });
const Directions = z.enum(['both', 'with', 'against']).nullable();

const Exclusion = z.object({
  filter: z.enum(filters),
  layer: z.string().optional(),
  names: z.array(z.string()).optional(),
  value: nullable.optional(),
  limit: z.number().optional(),
});

const CriterionAtSite = z.object({
  id: z.string(),
  value: nullable.describe('null: nobody knows; unknown is not zero'),
  unit: z.string(),
  normalised: nullable.describe('0 worst, 1 best'),
  weight: z.number().describe('part of all weights, 0–1'),
  adds: nullable.describe('normalised · weight; these sum to the score'),
  estimated: z.boolean(),
  source: z.array(z.object({ layer: z.string(), title: z.string().nullable(), date: z.string().nullable() })),
  facts: z.record(z.string(), z.unknown()).describe('what makes the value'),
});

const Charging = z.object({
  ...{ passing_day: z.number(), stops_day: z.number(), energy_kwh_day: z.number(), points: z.number().int() },
  ...{ power_kw: z.number(), free_kw: nullable, grid_covers: z.boolean().nullable() },
});

const SiteProperties = z.object({
  id: z.string(),
  name: z.string().nullable(),
  kind: z.enum(candidateKinds),
  municipality: z.string(),
  road: z.string().nullable().describe('key of the road served: E16, R7, F280'),
  to_road_m: nullable.describe('driving from the site to the road'),
  from_road_m: nullable.describe('and from the road to the site'),
  slope: nullable.describe('mean rise over run; null: heights are not known'),
  directions: Directions,
  rank: z.number().int().nullable().describe('null: ranked apart, or taken out'),
  score: nullable,
  topsis: z.object({ closeness: z.number(), rank: z.number().int() }).nullable(),
  dominated_by: z.array(z.string()).describe('sites at least as good in everything and better in something'),
  missing: z.array(z.string()).describe('criteria without a value: the site is ranked apart'),
  excluded_by: z.array(Exclusion).describe('hard filters that take it out'),
  criteria: z.array(CriterionAtSite),
  charging: Charging.nullable(),
});

const Network = z.object({
  ...{ model: z.string(), status: z.string() },
  sites: z.array(z.object({ id: z.string(), name: z.string().nullable(), standing: z.boolean(), fixed: z.boolean(), lon: nullable, lat: nullable })), // prettier-ignore
  ...{ objective: nullable, bound: nullable, gap: nullable, proven: z.boolean(), unit: z.string() },
  ...{ stopped_by: z.string().nullable(), covered_share: nullable },
  limit_km: nullable.describe('farthest from traffic to station, or between two fillings; null for the p-median'),
  order: z.array(
    z.object({
      ...{ id: z.string(), name: z.string().nullable(), adds: nullable, reached: nullable },
      idle: z.boolean().describe('there only because so many were asked for: it reaches no more than those before it'),
    }),
  ),
  clash: z.unknown().describe('demands that cannot be met together, and the rules that forbid it'),
  unreached: z.number().int().describe('demand points that no site can serve'),
  demand: z.object({ points: z.number().int(), vkm_day: z.number(), estimated_vkm_day: z.number(), known_km: z.number(), unknown_km: z.number() }), // prettier-ignore
  roads: z.array(z.object({ road: z.string(), length_km: z.number(), stations: z.array(z.object({ id: z.string(), at_km: z.number() })), longest_gap_km: z.number() })), // prettier-ignore
});

const Road = z.object({
  ...{ road: z.string(), basis: z.enum(['links', 'register']), length_km: z.number(), known_km: z.number() },
  known_share: z.number().describe('part of the length on which long vehicles are known'),
  long_vkm_day: nullable.describe('long-vehicle-kilometres a day where known'),
  with_estimates_vkm_day: nullable,
  mean_long_day: nullable.describe('past a place of the road, both directions'),
  thresholds_m: z.array(nullable).describe('lengths from which a vehicle is long; null: not stated'),
  ...{ years: z.array(z.number().int()), counted: z.number().int(), stretches: z.number().int() },
});

const Output = z.object({
  ranking: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        ...{ type: z.literal('Feature'), id: z.union([z.string(), z.number()]).optional(), properties: SiteProperties },
        geometry: z.object({ type: z.literal('Point'), coordinates: z.array(z.number()) }),
      }),
    ),
  }),
  criteria: z.array(
    z.object({
      ...{ id: z.string(), unit: z.string(), direction: z.enum(['max', 'min']), normalisation: z.literal('min-max') },
      ...{ weight: z.number(), share: z.number(), default_weight: z.number(), left_out: Bilingual.nullable() },
      constant: z.boolean().describe('the same for all sites: it adds 0'),
    }),
  ),
  network: Network,
  stability: z.looseObject({}).nullable().describe('ranks under weights drawn around these; null: none were drawn'),
  roads: z.array(Road).describe('by long-vehicle-kilometres'),
  stations: z.array(z.object({ id: z.string(), name: z.string().nullable(), road: z.string().nullable(), municipality: z.string() })), // prettier-ignore
  ignored_stations: z.array(z.object({ id: z.string(), name: z.string().nullable(), reason: z.string() })),
  lost_flows: z.array(z.object({ id: z.string(), volume: z.number(), reason: z.string() })),
  filters_without_data: z.array(z.string()).describe('layers of hard filters that nothing was ever loaded for'),
  estimated: z.boolean().describe('whether unknown traffic was estimated'),
  assumptions: z.record(z.string(), z.number()),
  example: z.boolean(),
  ...OnMapSchema,
  on_map: z.enum([...mapStates, 'not-stored']),
});

/** Sites for energy stations (regional plan §6.2.6, tiltak 6). The work is in find-stations.ts. */
export const energyStationsProcess: Process<StationInputs, Awaited<ReturnType<typeof findStations>>> = {
  id: 'energy-stations',
  title: { nb: 'Energistasjoner for tungtransport', en: 'Energy stations for heavy transport' },
  description: {
    nb: 'Rangerer steder der en energistasjon for tunge kjøretøy kan ligge, med hvert kriterium for seg, hvor sikker rangeringen er, det beste nettverket av stasjoner, byggerekkefølge og effektbehov. Med standardverdier lagt på kartet som «Steder for energistasjoner»; publish=false prøver ut uten å lagre.',
    en: 'Ranks places where an energy station for heavy vehicles could be, with each criterion apart, how sure the ranking is, the best network of stations, the order to build in and the power needed. By the defaults put on the map as "Sites for energy stations"; publish=false tries something out and stores nothing.',
  },
  version: stationsVersion,
  inputs: StationInput,
  outputs: Output as unknown as z.ZodType<Awaited<ReturnType<typeof findStations>>>,
  changesData: ({ publish }) => publish,
  catalogue: describeCriteria,
  tables: stationTables,
  drawings: stationDrawings,
  execute: (inputs, { database, catalogue, signal, onProgress }) =>
    answered(() => findStations(database, catalogue, inputs, { signal, onProgress })),
};
