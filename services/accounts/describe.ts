import { z } from 'zod';
import { OnMapSchema } from '../centrality/centrality/process.ts';

const Area = z.number().describe('ellipsoidal m²');
const Version = z.object({ year: z.number().int().nullable(), datasets: z.array(z.number().int()) });

const Proof = z.object({
  sum_m2: Area,
  union_m2: Area,
  overlap_m2: Area,
  unclassified_m2: Area,
  relative_misfit: z.number(),
  closes: z.boolean(),
});

const Extent = z.looseObject({
  layer: z.string(),
  from: Version,
  to: Version,
  area_m2: Area,
  data: z.enum(['both', 'none', 'from-missing', 'to-missing', 'one-version']),
  classes: z.array(
    z.looseObject({
      class: z.string(),
      opening_m2: Area,
      additions_m2: Area,
      reductions_m2: Area,
      net_m2: Area,
      closing_m2: Area,
      mapped_closing_m2: Area,
    }),
  ),
  matrix: z.record(z.string(), z.record(z.string(), Area)).describe('opening class, closing class'),
  noise_m2: Area,
  noise_share: z.number().nullable().describe('noise by gross change'),
  sliver_width_m: z.number(),
  proof: Proof,
  proof_by_year: z.object({ from: Proof, to: Proof }),
  undated: z
    .array(z.object({ dataset: z.number().int(), polygons: z.number().int() }))
    .describe('polygons without a year in datasets whose others have one: counted in both versions'),
});

const PlanAccount = z.looseObject({
  groups: z.array(
    z.looseObject({
      group: z.string(),
      planned_m2: Area,
      built_m2: Area,
      reserve_m2: Area,
      unbuildable_m2: Area,
      protected_m2: Area.nullable().describe('of the unbuildable land'),
      densification_m2: Area,
      takes: z.record(z.string(), Area.nullable()),
    }),
  ),
  other: z.array(z.object({ group: z.string(), planned_m2: Area })),
});

const Rows = z.array(z.object({ class: z.string(), area_m2: Area, share: z.number() }));

/** The accounts of a municipality as they are answered (account.ts has the types, and what each figure is). */
export const AccountsSchema = z.looseObject({
  municipality: z.string().nullable(),
  name: z.string().nullable(),
  area_m2: Area,
  crs: z.string(),
  area_method: z.string(),
  borders: z
    .object({ edition: z.number().int(), held_on: z.string(), since: z.string().nullable() })
    .describe('all years are within these borders, also those before `since`'),
  extent: z.array(Extent),
  plans: z.looseObject({ current: PlanAccount, draft: PlanAccount.nullable() }).nullable(),
  nature: z.looseObject({
    ecosystems: z.looseObject({ year: z.number().int().nullable(), types: Rows }).nullable(),
    protected: z.looseObject({ area_m2: Area, share: z.number(), forms: Rows }).nullable(),
    nature_types: z.looseObject({ area_m2: Area, share: z.number(), values: Rows }).nullable(),
    contiguous: z
      .object({ patches: z.number().int(), area_m2: Area, largest_m2: Area, effective_mesh_m2: Area })
      .nullable(),
    planned_loss: z.array(z.object({ class: z.string(), area_m2: Area })).nullable(),
  }),
  indicators: z.array(
    z.object({
      id: z.string(),
      value: z.number().nullable().describe('null: no data, never 0'),
      unit: z.string(),
      date: z.string().nullable(),
      missing: z.array(z.string()).describe('layers and reasons that there is no value for'),
      series: z.array(z.object({ date: z.string().nullable(), value: z.number() })).describe('oldest first'),
    }),
  ),
  datasets: z.array(z.looseObject({ id: z.number().int(), layer: z.string(), edition: z.number().int() })),
});

/** What the process answers. */
export const AnswerSchema = z.object({
  accounts: z.array(AccountsSchema),
  left_out: z
    .array(z.object({ nb: z.string(), en: z.string() }))
    .describe('coverages that do not have the versions asked for, and why they are not in the answer'),
  regions: z.array(AccountsSchema.extend({ region: z.string() })),
  county: AccountsSchema.nullable().describe(
    'null where the municipalities are of several counties: those stand with the regions',
  ),
  map: z
    .object({ ...OnMapSchema })
    .nullable()
    .describe('where the land that changed is; null where not all municipalities were asked for'),
});
