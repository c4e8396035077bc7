import { z } from 'zod';
import { candidateKinds } from './candidates/candidate.ts';
import { energies } from './existing/read-stations.ts';

const id = z.string().trim().min(1).max(200);
const degrees = { lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) };
const place = z.tuple([degrees.lon, degrees.lat]);

const OwnPoint = z.strictObject({
  id,
  name: z.string().max(200).optional(),
  ...degrees,
  truck_bays: z.int().min(0).optional().describe('bays for trucks with trailers'),
  area_m2: z.number().min(0).optional().describe('land that is free for a station'),
});

const Flow = z.strictObject({
  id,
  from: place.describe('longitude and latitude'),
  to: place,
  volume: z.number().min(0).describe('trucks a day'),
});

const RoadRule = z.strictObject({
  road: z.string().min(2).describe('as E16, Rv7, Fv280'),
  max_gap_km: z.number().positive().optional().describe('farthest from one open station to the next'),
  min_spacing_km: z.number().positive().optional().describe('least between open stations along the road'),
  ends_km: z.number().min(0).optional().describe("farthest from the road's ends; half of max_gap_km when left out"),
});

/** What places, demand and distances are read by: other weights do not read them again. */
export const preparedInputs = {
  candidates: z.array(OwnPoint).max(1000).default([]).describe('own points, beside those of the data'),
  kinds: z
    .array(z.enum(candidateKinds))
    .default([...candidateKinds])
    .describe('which kinds of place are looked at; urban areas only where no rest areas are loaded'),
  energies: z
    .array(z.enum(energies))
    .min(1)
    .default(['charging'])
    .describe('what a standing station must give to count'),
  estimate: z
    .boolean()
    .default(false)
    .describe('estimate traffic that is not known: by the other direction, the same road, the links beside; marked'),
  flows: z.array(Flow).max(2000).default([]).describe('trucks from place to place, routed the quickest way'),
  served: z
    .array(z.enum(['european', 'national', 'county']))
    .min(1)
    .default(['european', 'national'])
    .describe('categories of road that a station is there for'),
  max_drive_m: z
    .number()
    .min(0)
    .max(15_000)
    .default(3000)
    .describe('farthest to drive between site and road, each way'),
  max_slope: z
    .number()
    .min(0)
    .max(1)
    .default(0.15)
    .describe('rise over run of the land, mean, where heights are known'),
  conflict_layers: z
    .array(z.enum(['protected-area', 'contiguous-nature', 'nature-type', 'heritage-site', 'hazard', 'water']))
    .default(['protected-area', 'water'])
    .describe('layers on which no station may be'),
  side_m: z.number().min(10).max(500).default(60).describe('side of the square of land that a station takes'),
  access_m: z.number().min(0).max(5000).default(1000).describe('farthest that a place may be from any road'),
  near_m: z.number().min(0).max(5000).default(500).describe('so near, a service is there for those who wait'),
  demand_step_km: z.number().min(0.1).max(50).default(2).describe('traffic is gathered in squares of this side'),
};

const assumptions = z
  .strictObject({
    stop_share: z
      .number()
      .min(0)
      .max(1)
      .default(0.1)
      .describe('of the trucks passing, those that would stop to charge'),
    electric_share: z.number().min(0).max(1).default(0.3).describe('of the trucks, those that are electric'),
    energy_kwh: z.number().min(0).max(2000).default(300).describe('taken at a stop'),
    busiest_hour: z.number().min(0).max(1).default(0.1).describe("of a day's stops, those in the busiest hour"),
    stop_min: z.number().min(1).max(1440).default(45).describe('minutes at a point: the legal break'),
    point_kw: z.number().min(1).max(5000).default(350).describe('power of a charging point'),
  })
  .prefault({});

const networkInputs = {
  model: z.enum(['covering', 'p-median', 'set-cover', 'flow-refuelling']).default('covering').describe('what is best'),
  p: z.int().min(0).max(1000).optional().describe('open stations, standing ones counted'),
  p_new: z.int().min(0).max(1000).optional().describe('stations to add; 5 where neither is given'),
  radius_km: z.number().positive().max(1000).default(30).describe('driving, from the traffic to a station'),
  range_km: z.number().positive().max(2000).default(300).describe('between two fillings, of flow-refuelling'),
  share: z.number().gt(0).max(1).default(1).describe('of the traffic that set-cover must cover'),
  existing: z.boolean().default(true).describe('whether standing stations count'),
  fixed: z.array(id).default([]).describe('ids of sites that are to be built'),
  forbidden: z.array(id).default([]).describe('ids of sites that must not be'),
  min_spacing_km: z.number().min(0).max(500).default(0).describe('least between any two open stations, by road'),
  spacing: z.array(RoadRule).max(100).default([]).describe('rules of single roads'),
  time_limit_s: z.number().min(0).max(600).default(30).describe('seconds for the best network; at 0 a good one'),
};

export const StationInput = z.strictObject({
  ...preparedInputs,
  weights: z
    .record(z.string(), z.number().min(0).max(1e6))
    .default({})
    .describe('by criterion; those not named have their default, and 0 leaves a criterion out'),
  draws: z.int().min(0).max(100_000).default(10_000).describe('of weights around these, for how sure the ranking is'),
  concentration: z.number().positive().max(1e6).default(30).describe('how near the draws lie: larger is nearer'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31)
    .default(1),
  ...networkInputs,
  assumptions,
  publish: z
    .boolean()
    .default(true)
    .describe('false: to try something out; nothing is stored, and what was read before is used again'),
});

export type StationInputs = z.infer<typeof StationInput>;
export type PreparedInputs = Pick<StationInputs, keyof typeof preparedInputs>;
export type Assumptions = StationInputs['assumptions'];

export const preparedOf = (inputs: StationInputs): PreparedInputs =>
  Object.fromEntries(Object.keys(preparedInputs).map((name) => [name, inputs[name as keyof PreparedInputs]])) as PreparedInputs; // prettier-ignore
