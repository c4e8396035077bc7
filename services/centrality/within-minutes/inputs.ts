import { z } from 'zod';
import { modes, type Travel } from '../graph/mode.ts';
import { PressureInput } from '../pressure/inputs.ts';

/** Speeds on foot and by bicycle, the same for every analysis that asks for them. */
export const speedInputs = {
  foot_kmh: z
    .number()
    .min(1)
    .max(15)
    .default(5)
    .describe('speed on foot, km/h; 5 is ours: a grown-up on level ground, without waits at crossings'),
  bicycle_kmh: z
    .number()
    .min(3)
    .max(45)
    .default(15)
    .describe('speed by bicycle, km/h; 15 is ours: an everyday cyclist, hills up and down evened out'),
};

export const accessInput = z
  .number()
  .min(0)
  .max(20_000)
  .default(2000)
  .describe('farthest that a place may be from a road, metres');

const { built_m, reserve_step_m } = PressureInput.shape;

export const WithinMinutesInput = z.strictObject({
  minutes: z
    .array(z.number().positive().max(240))
    .min(1)
    .max(10)
    .default([5, 10, 15, 30])
    .describe('times that shares are told for; what is there exactly then is within'),
  map_min: z
    .number()
    .positive()
    .max(240)
    .default(10)
    .describe('the map says who is there within so many minutes: on foot, by bicycle, only by car'),
  year: z.number().int().optional().describe('year of the population; the newest of each dataset when left out'),
  ...speedInputs,
  access_m: accessInput,
  dwellings_per_daa: z
    .number()
    .positive()
    .max(100)
    .default(2)
    .describe('dwellings that a decare of unbuilt plan reserve is counted as (ours); shares do not depend on it'),
  ...{ built_m, reserve_step_m },
});

export type WithinMinutesInputs = z.infer<typeof WithinMinutesInput>;

/** Every way of travelling, at the speeds that were asked for. */
export const travelsOf = ({ foot_kmh, bicycle_kmh }: Pick<WithinMinutesInputs, 'foot_kmh' | 'bicycle_kmh'>): Travel[] =>
  modes.map((mode): Travel => (mode === 'car' ? { mode } : { mode, kmh: mode === 'foot' ? foot_kmh : bicycle_kmh }));
