import { z } from 'zod';
import { describeInstead } from '../../conflicts/alternatives/describe-instead.ts';
import { InsteadResult } from '../../conflicts/alternatives/instead-result.ts';
import { layerTitles } from '../../conflicts/report/layer-titles.ts';
import { whereInstead } from '../../conflicts/alternatives/where-instead.ts';
import { problemOfCheck } from '../../conflicts/problems.ts';
import { parameter } from '../parameters/parameter.ts';
import { json, route } from '../route.ts';
import { planAt, planVariables, unshared } from './plans.ts';

/** Where the zones of an uploaded plan that are in conflict could lie instead. */
export const planAlternatives = route({
  method: 'get',
  path: '/plans/{planId}/conflicts/alternatives',
  id: 'getPlanAlternatives',
  tag: 'Plans',
  summary: {
    nb: 'Hvor soner med funn kan ligge i stedet, i samme kommune: ubebygd reserve, fortetting, annet areal. Tar lengre tid enn en sjekk',
    en: 'Where zones with findings could lie instead, in the same municipality: unbuilt reserve, room in existing areas, other land. Takes longer than a check',
  },
  formats: { json: 'application/json' },
  variables: planVariables,
  returns: InsteadResult,
  query: {
    finding: parameter({
      name: 'finding',
      kind: 'text',
      schema: z
        .string()
        .regex(/^[a-z-]{1,60}\/\d{1,6}$/)
        .optional(),
      meaning: {
        nb: 'id-en til et funn (regel/nummer): bare sonen det gjelder.',
        en: 'the id of a finding (rule/number): only the zone that it is about.',
      },
    }),
  },
  async handle({ catalogue, database, language, path, query, signal }) {
    const plan = await planAt(database, path.planId ?? '');
    const instead = await whereInstead(database, { plan }, { finding: query.finding, signal }).catch(
      (error: unknown) => {
        throw problemOfCheck(error);
      },
    );
    return json(
      await describeInstead(database, instead, { language, titles: layerTitles(catalogue, language) }),
      'application/json',
      unshared,
    );
  },
});
