import { z } from 'zod';
import { problemOfCheck } from '../../conflicts/problems.ts';
import { remediesOfPlan, trimFor } from '../../conflicts/remedies/plan-remedies.ts';
import { remedyFile, type RemedyFormat } from '../../conflicts/remedies/remedy-file.ts';
import { parameter } from '../parameters/parameter.ts';
import { route } from '../route.ts';
import { planAt, planVariables, unshared } from './plans.ts';

/** What would solve the conflicts of an uploaded plan, drawn, to be taken into it. */
export const planRemedies = route({
  method: 'get',
  path: '/plans/{planId}/conflicts/remedies',
  id: 'getPlanRemedies',
  tag: 'Plans',
  summary: {
    nb: 'Det som løser funnene i en opplastet plan, tegnet for å tas inn i den: soner som er trukket inn, og hensynssoner som mangler',
    en: 'What would solve the findings in an uploaded plan, drawn to be taken into it: trimmed zones, and consideration zones that are missing',
  },
  formats: { geojson: 'application/geo+json', gml: 'application/gml+xml' },
  variables: planVariables,
  wordless: true,
  query: {
    trim: parameter({
      name: 'trim',
      kind: 'text',
      schema: z.enum(trimFor).default('conflict'),
      meaning: {
        nb: 'hvilke funn sonene trekkes inn for: bare konflikter (conflict), eller også det som er til vurdering (review). Hensynssoner som mangler, er med uansett.',
        en: 'the findings that zones are trimmed for: conflicts only, or what is for review, too. Consideration zones that are missing are always there.',
      },
    }),
  },
  async handle({ database, format, path, query, signal }) {
    const plan = await planAt(database, path.planId ?? '');
    const remedies = await remediesOfPlan(database, { plan }, { trim: query.trim, signal }).catch((error: unknown) => {
      throw problemOfCheck(error);
    });
    const body = await remedyFile(database, remedies, format as RemedyFormat);
    const type = format === 'gml' ? 'application/gml+xml; charset=utf-8' : 'application/geo+json';
    return { type, body, headers: unshared };
  },
});
