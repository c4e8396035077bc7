import { z } from 'zod';
import { AccountsSchema } from '../describe.ts';
import type { Material } from './material.ts';
import { unknowns } from './sections/unknown.ts';
import { Wording } from './wording.ts';

const Text = z.string();
const Point = z.object({ date: Text.nullable().describe('ISO year or day'), value: z.number() });

const Figure = z.object({
  id: Text,
  title: Text,
  definition: Text,
  source: Text,
  unit: z.enum(['count', 'm2', 'm2/resident', 'share']),
  direction: z.enum(['lower', 'higher', 'none']).describe('which way is better by the regional plan'),
  value: z.number().nullable().describe('null: no data, never 0; `missing` says what is missing'),
  date: Text.nullable(),
  missing: z.array(Text),
  series: z.array(Point).describe('oldest first'),
});

const Accounts = AccountsSchema.describe('as /municipalities/{number}/accounts has them');

/** The answer of /municipalities/{number} in JSON. */
export const MunicipalityPage = z.object({
  number: Text,
  name: Text,
  area_m2: z.number().describe('on the ellipsoid; the polygon as given'),
  indicators: z.array(Figure),
  accounts: Accounts,
  conflicts: z
    .array(z.object({ rule: Text, title: Text, verdict: Text, findings: z.number(), area_m2: z.number().nullable() }))
    .nullable()
    .describe('of the newest sweep over the plans in force; null: they were not checked'),
  swept: Text.nullable().describe('day of that sweep'),
  centrality: z.object({ index: z.number(), class: z.number().nullable(), scale: Text.nullable() }).nullable(),
  pressure: z
    .array(
      z.object({
        kind: z.enum(['housing', 'holiday-homes']),
        cells: z.number(),
        strong: z.number().describe('cells in the 80th percentile and above'),
        new_buildings: z.number().nullable(),
        from_year: z.number().nullable(),
        to_year: z.number().nullable(),
      }),
    )
    .nullable(),
  coordination: z
    .array(
      z.object({
        kind: z.enum(['housing', 'holiday-homes']),
        zone: Text.nullable(),
        need: z.number().nullable().describe('for coordination, 1–5'),
        cells: z.number(),
        residents: z.number(),
        new_buildings: z.number(),
        reserve_m2: z.number().nullable(),
      }),
    )
    .nullable()
    .describe('boxes of the figure of §6.1 that have cells here, the greatest need first'),
  compared: z.array(z.object({ name: Text, accounts: Accounts })),
  unknown: z.array(Text).describe('what is not known, in words'),
});

/** The same as the page tells, as data. */
export function municipalityJson(material: Material) {
  const { language, catalogue, number, name, accounts, compared, indicators, rules, sweeps, place } = material;
  const last = sweeps?.at(-1) ?? null;
  return {
    ...{ number, name, area_m2: accounts.area_m2 },
    indicators: accounts.indicators.flatMap(({ id, ...figure }) => {
      const about = indicators.find((one) => one.id === id);
      if (!about) return [];
      const { title, definition, source, unit, direction } = about;
      const words = { title: title[language], definition: definition[language], source: source[language] };
      return { id, ...words, ...figure, unit, direction };
    }),
    accounts,
    conflicts:
      last &&
      last.counts.map(({ rule, verdict, findings, area_m2 }) => ({
        ...{ rule, verdict, findings, area_m2 },
        title: rules.find(({ id }) => id === rule)?.title[language] ?? rule,
      })),
    swept: last?.date ?? null,
    ...place,
    compared,
    unknown: unknowns(material, new Wording(language, catalogue)),
  };
}
