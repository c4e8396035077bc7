import { z } from 'zod';
import { problemOfCheck } from '../../conflicts/problems.ts';
import { marksOf } from '../../conflicts/settled/marks.ts';
import { settle, withdraw } from '../../conflicts/settled/settle.ts';
import type { Database } from '../../database/database.ts';
import { storableText } from '../../database/storable.ts';
import { badInput } from '../input-issues.ts';
import { json, route } from '../route.ts';
import { planAt, planVariables, unshared } from './plans.ts';

const text = z.string().trim().min(1).max(2000).overwrite(storableText);

const Settling = z.union([
  z.strictObject({ rule: text, zone: text, reason: text, name: text }),
  z.strictObject({ rule: text, zone: text, withdrawn: z.literal(true) }),
]);

const Settled = z.object({
  settled: z.array(
    z.object({ rule: z.string(), zone: z.string(), reason: z.string(), name: z.string(), date: z.string() }),
  ),
});

/** Settle a finding of an uploaded plan, or take that back. It holds for later uploads of the plan, too. */
export const planSettle = route({
  method: 'post',
  path: '/plans/{planId}/settled',
  id: 'settleFinding',
  tag: 'Plans',
  summary: {
    nb: 'Merk et funn som avklart, med begrunnelse og navn (rule, zone, reason, name), eller ta det tilbake (rule, zone, withdrawn). Dommen blir stående; merket gjelder gjennom revisjoner til geometrien endres',
    en: 'Mark a finding as settled, with a reason and a name (rule, zone, reason, name), or take that back (rule, zone, withdrawn). The verdict stays; the mark holds through revisions until the geometry changes',
  },
  formats: { json: 'application/json' },
  variables: planVariables,
  body: { schema: Settling, types: ['application/json'], bytes: 64 * 1024 },
  changesData: true,
  returns: Settled,
  async handle({ body, database, path, signal }) {
    const plan = await planAt(database, path.planId ?? '');
    const asked = Settling.safeParse(body);
    if (!asked.success) throw badInput(asked.error, '');
    const work =
      'withdrawn' in asked.data
        ? withdraw(database, { plan, ...asked.data }, signal)
        : settle(database, { plan, ...asked.data }, signal);
    await work.catch((error: unknown) => {
      throw problemOfCheck(error);
    });
    return listed(database, plan.facts.plan_id);
  },
});

/** What has been settled of an uploaded plan. */
export const planSettled = route({
  method: 'get',
  path: '/plans/{planId}/settled',
  id: 'getSettled',
  tag: 'Plans',
  summary: { nb: 'Funn i en plan som er avklart', en: 'Findings of a plan that are settled' },
  formats: { json: 'application/json' },
  variables: planVariables,
  returns: Settled,
  wordless: true,
  async handle({ database, path }) {
    const { facts } = await planAt(database, path.planId ?? '');
    return listed(database, facts.plan_id);
  },
});

async function listed(database: Database, planId: string | null) {
  const marks = await marksOf(database, planId);
  const settled = marks.map(({ rule, zone, reason, name, date }) => ({ rule, zone, reason, name, date }));
  return json({ settled }, 'application/json', unshared);
}
