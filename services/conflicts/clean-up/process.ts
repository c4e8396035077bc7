import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { analysisVersion } from '../answer/describe-run.ts';
import { fill } from '../judgement/message.ts';
import { chooseParameters } from '../judgement/parameter.ts';
import { problemOfCheck } from '../problems.ts';
import { cleanUp } from './clean-up.ts';
import { rankingParameters, reasonTexts, type RankingParameters } from './points.ts';

const Input = z.strictObject({
  municipality: z.coerce
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .describe('number of a municipality; all when left out'),
  date: z.iso.date().optional().describe('the day that ages of plans are counted to; today when left out'),
  parameters: z.record(z.string(), z.number()).optional().describe('values for parameters of the ranking, by name'),
});

type Input = z.infer<typeof Input>;

const Zone = z.object({
  rank: z.number().int(),
  points: z.number(),
  reasons: z.array(z.object({ points: z.number(), text: z.string() })),
  plan_id: z.string(),
  plan_name: z.string().nullable(),
  in_force: z.string().nullable(),
  law: z.number().nullable(),
  zone: z.string(),
  zone_name: z.string().nullable(),
  purpose: z.string(),
  purpose_code: z.number(),
  status: z.number().nullable(),
  municipality: z.string().nullable(),
  area_m2: z.number(),
  unbuilt_m2: z
    .number()
    .nullable()
    .describe('null where nobody looked for buildings: there the status of the zone counts'),
  conflicts: z.array(z.string()).describe('rules that the zone would break, were the plan not older than they are'),
  reviews: z.array(z.string()),
  not_assessed: z.array(z.string()).describe('rules that could not be answered: they count nothing'),
});

const Output = z.object({
  ranking: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), geometry: z.unknown(), properties: Zone })),
  }),
  plans: z.number().int().describe('plans in force that were looked at'),
  without_zones: z.array(z.string()).describe('plans in force of which the layers hold no zones'),
  failed: z.array(z.string()).describe('plans in force whose land could not be overlaid: they are not ranked'),
  unbuilt_by: z
    .enum(['buildings', 'status'])
    .describe('status: no building layer; zones with status future are listed'),
  date: z.string(),
  parameters: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string(), why: z.string() })),
  editions: z.record(z.string(), z.number().int()),
});

type Output = z.infer<typeof Output>;

/** Plan clean-up (planvask): which unbuilt zones of plans in force there is most reason to look at again. */
export const planCleanUp: Process<Input, Output> = {
  id: 'plan-clean-up',
  title: { nb: 'Planvask', en: 'Plan clean-up' },
  description: {
    nb: 'Ubebygde soner i planer i kraft, rangert etter konflikter, planens alder og lov og avstand til sentrum og knutepunkt, med begrunnelse for hver (§6.2.4 tiltak 5).',
    en: 'Unbuilt zones of plans in force, ranked by conflicts, age and law of the plan and distance to centre and hub, each with its reasons (§6.2.4 measure 5).',
  },
  version: analysisVersion,
  inputs: Input,
  outputs: Output,
  async execute({ municipality = null, date = today(), parameters = {} }, { database, language, signal, onProgress }) {
    try {
      const [weights] = chooseParameters([rankingParameters], parameters) as [RankingParameters];
      const found = await cleanUp(database, { municipality, date, weights, signal, onProgress });
      return {
        ranking: {
          type: 'FeatureCollection',
          features: found.zones.map(({ plan, zone, reasons, geometry, points, unbuilt_m2, ...rules }, at) => ({
            type: 'Feature',
            geometry,
            properties: {
              ...{ rank: at + 1, points, unbuilt_m2, ...rules },
              reasons: reasons.map(({ points: each, message: { code, values } }) => ({
                points: each,
                text: fill(reasonTexts[code as keyof typeof reasonTexts][language], values, language),
              })),
              ...{ plan_id: plan.plan_id, plan_name: plan.name, in_force: plan.in_force, law: plan.law },
              ...{ zone: zone.id, zone_name: zone.name, status: zone.status, municipality: zone.municipality },
              ...{ purpose: zone.purpose.name[language], purpose_code: zone.purpose.code, area_m2: zone.area_m2 },
            },
          })),
        },
        plans: found.plans,
        without_zones: found.without_zones,
        failed: found.failed,
        unbuilt_by: found.buildings ? 'buildings' : 'status',
        date,
        parameters: Object.entries(rankingParameters).map(([name, { unit, why }]) => ({
          ...{ name, value: weights[name as keyof RankingParameters], unit, why: why[language] },
        })),
        editions: Object.fromEntries([...found.editions].map(([layer, { number }]) => [layer, number])),
      };
    } catch (error) {
      throw problemOfCheck(error);
    }
  },
};

const today = (): string => new Date().toISOString().slice(0, 10);
