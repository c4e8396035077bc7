import { InsteadResult } from '../alternatives/instead-result.ts';
import type { Geometry as GeoJson } from 'geojson';
import { z } from 'zod';
import { zoneChanges, type ZoneChange } from '../../../layers/codes/change.ts';
import { remedyKinds } from '../remedies/remedy.ts';
import { Checklist } from '../checklist/checklist.ts';
import { Comparison } from '../comparison/comparison.ts';
import { verdicts } from '../judgement/verdict.ts';

const VerdictCode = z.enum(verdicts);
const ChangeCode = z
  .enum(Object.keys(zoneChanges) as ZoneChange[])
  .nullable()
  .describe('the zone against the plans in force; null where that is not known');
const Square = z.number().min(0).nullable();

/** Any GeoJSON geometry; the database writes it. */
const Geometry = z.custom<GeoJson>((value) => typeof value === 'object' && value !== null && 'type' in value);

/** A dataset that an answer rests on. */
const DatasetUsed = z.object({
  id: z.number().int(),
  layer: z.string(),
  part: z.string(),
  title: z.string().nullable(),
  provider: z.string().nullable(),
  data_date: z.string().nullable(),
  edition: z.number().int(),
  accuracy_m: z.number().nullable(),
  example: z.boolean(),
});

const FindingProperties = z.object({
  rule: z.string(),
  rule_title: z.string(),
  basis: z.enum(['guideline', 'strategy', 'text']),
  verdict: VerdictCode,
  zone: z.string().describe("the zone's id in the plan"),
  zone_name: z.string().nullable(),
  zone_index: z.number().int().describe('position of the zone in the plan, from 0; -1 for the plan as a whole'),
  purpose: z.string().nullable().describe('in words'),
  purpose_code: z.number().int().nullable(),
  object_type: z.string().nullable(),
  plan_id: z.string().nullable(),
  municipality: z.string().nullable(),
  change: ChangeCode,
  settled: z
    .object({ reason: z.string(), name: z.string(), date: z.string() })
    .nullable()
    .describe('who has settled it and why; the verdict stays'),
  reason: z.string(),
  reason_code: z.string().describe('of the reason, the same in every language'),
  notes: z.array(z.string()),
  constraints: z.array(z.object({ layer: z.string(), id: z.string(), fid: z.number().int() })),
  zone_area_m2: Square,
  new_area_m2: Square.describe('new or extended land of the zone'),
  area_m2: Square.describe('new land on the constraints, each piece of ground once'),
  area_daa: Square,
  red_area_m2: Square.describe('the part of it that is red'),
  red_area_daa: Square,
  share_of_zone: z.number().nullable(),
  share_covered: z.number().nullable().describe('part of the zone that was looked at; null when that is unknown'),
  share_secured: z
    .number()
    .nullable()
    .describe('of a resource within the plan without its built land: the part that the plan secures'),
  distance_m: z.number().nullable().describe('to the nearest constraint, where there is no overlap'),
  touching: z.boolean(),
  guideline: z.object({ text: z.string(), section: z.string(), standing: z.string() }),
  remedy: z.string().nullable(),
  remedy_kind: z
    .enum(remedyKinds)
    .nullable()
    .describe('what remedy_geometry is; zone-taken-out has none, because nothing of the zone could stay'),
  remedy_code: z.number().int().nullable().describe('of the consideration zone that is missing: 550, 570, 590, 730'),
  remedy_geometry: Geometry.nullable().describe(
    'the zone as it could be drawn instead, or the consideration zone that is missing; longitude and latitude',
  ),
  dataset: z.string().nullable().describe('in words'),
  datasets: z.array(DatasetUsed),
  steps: z.array(z.string()),
});

/** Answer of `conflict-check` (architecture §4). Areas are ellipsoidal. */
export const CheckResult = z.object({
  verdict: VerdictCode,
  summary: z.array(
    z.object({
      rule: z.string(),
      title: z.string(),
      verdict: VerdictCode,
      zones: z.number().int().describe('zones that the rule concerns'),
      area_m2: z.number().describe('land in conflict or for review, counted once'),
      area_daa: z.number(),
      verdicts: z.partialRecord(VerdictCode, z.number().int()),
    }),
  ),
  findings: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.string(),
        geometry: Geometry.nullable(),
        properties: FindingProperties,
      }),
    ),
  }),
  zones: z
    .array(
      z.object({
        zone: z.string(),
        zone_name: z.string().nullable(),
        zone_index: z.number().int(),
        purpose: z.string(),
        purpose_code: z.number(),
        object_type: z.string(),
        status: z.number().nullable(),
        area_m2: z.number(),
        new_area_m2: z.number(),
        change: ChangeCode,
      }),
    )
    .describe('zones that could be judged, whatever was asked about them'),
  taken_out: z
    .array(
      z.object({
        zone: z.string(),
        zone_name: z.string().nullable(),
        purpose: z.string(),
        purpose_code: z.number().nullable(),
        object_type: z.string().nullable(),
        area_m2: z.number().describe('land that the draft no longer gives the purpose'),
        zone_area_m2: z.number().describe("of the zone within the draft's plan area"),
        whole: z.boolean().describe('nothing of it is left there'),
        remark: z.string().nullable().describe('zones of the draft that could not be read and may have the purpose'),
      }),
    )
    .nullable()
    .describe('zones of the plan in force that the draft takes out; null where it replaces none'),
  coverage: z.array(
    z.object({
      rule: z.string(),
      layer: z.string(),
      dataset: z.string().nullable().describe('null when the layer is absent'),
      share: z.number().nullable().describe('of the land that the rule measured; null when unknown'),
    }),
  ),
  run: z.object({
    key: z.string(),
    kind: z.literal('conflict-check'),
    version: z.string(),
    stored: z.boolean(),
    plan: z.object({
      plan_id: z.string().nullable(),
      name: z.string().nullable(),
      plan_status: z.string(),
      in_force: z.string().nullable(),
    }),
    guidelines: z.object({
      plan: z.string(),
      version: z.string(),
      standing: z.string(),
      adopted: z.string().nullable(),
    }),
    rules: z.array(z.string()),
    parameters: z.array(
      z.object({
        rule: z.string().nullable().describe('null for parameters that hold for all rules'),
        name: z.string(),
        value: z.number(),
        unit: z.string(),
        default: z.number(),
        changed: z.boolean(),
        why: z.string(),
      }),
    ),
    editions: z.record(z.string(), z.number().int().nullable()),
  }),
  checklist: Checklist.optional().describe("what the plan's new building land means for each theme; in reports"),
  alternatives: InsteadResult.omit({ run: true })
    .optional()
    .describe('where zones with findings could lie instead, where that was asked for'),
  comparison: Comparison.optional().describe('with another version of the plan, where one was named'),
});

export type CheckResult = z.infer<typeof CheckResult>;
export type FindingFeature = CheckResult['findings']['features'][number];
export type FindingProperties = FindingFeature['properties'];
