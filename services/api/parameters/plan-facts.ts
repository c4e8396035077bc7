import { z } from 'zod';
import type { PlanFacts } from '../../imports/plans/plan-facts.ts';
import { parameter, type QueryValues } from './parameter.ts';

const code = z.int().min(0).max(999).optional();
const text = z.string().min(1).max(300).optional();

/** What is said about a plan beside its files: it counts before what they say. */
export const planFactParameters = {
  plan_id: parameter({
    name: 'plan_id',
    kind: 'text',
    schema: z
      .string()
      .regex(/^[\p{L}\d_-]{1,60}$/u)
      .optional(),
    meaning: {
      nb: 'arealplan-ID, som 3330_2021005; velger én plan hvis filene har flere.',
      en: 'plan id, such as 3330_2021005; chooses one plan where the files hold several.',
    },
  }),
  name: parameter({ name: 'name', kind: 'text', schema: text, meaning: { nb: 'plannavn.', en: 'name of the plan.' } }),
  plan_type: parameter({
    name: 'plan_type',
    kind: 'number',
    schema: code,
    meaning: {
      nb: 'plantype: 20 kommuneplanens arealdel, 34 områderegulering, 35 detaljregulering …',
      en: 'plan type: 20 municipal master plan, 34 area regulation, 35 detailed regulation …',
    },
  }),
  plan_status: parameter({
    name: 'plan_status',
    kind: 'number',
    schema: code,
    meaning: { nb: 'planstatus: 2 planforslag, 3 endelig vedtatt …', en: 'plan status: 2 proposal, 3 adopted …' },
  }),
  law: parameter({
    name: 'law',
    kind: 'number',
    schema: z.union([z.literal(1985), z.literal(2008)]).optional(),
    meaning: {
      nb: 'loven som planen følger: 1985 eller 2008.',
      en: 'the law that the plan follows: 1985 or 2008.',
    },
  }),
  in_force: parameter({
    name: 'in_force',
    kind: 'text',
    schema: z.iso.date().optional(),
    meaning: { nb: 'dagen planen trådte i kraft: 2021-05-31.', en: 'the day it came into force: 2021-05-31.' },
  }),
  replaces: parameter({
    name: 'replaces',
    kind: 'text',
    schema: text,
    meaning: { nb: 'arealplan-ID til planen den erstatter.', en: 'id of the plan that it replaces.' },
  }),
};

/** The facts that were given; those that were not are left out. */
export function factsIn({ replaces, ...said }: QueryValues<typeof planFactParameters>): Partial<PlanFacts> {
  const { plan_id, name, plan_type, plan_status, law, in_force } = said;
  const facts = { plan_id, name, plan_type, plan_status, law, in_force, predecessor: replaces };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
