import { z } from 'zod';
import { requireKey } from '../access.ts';
import { badInput } from '../input-issues.ts';
import { json, route } from '../route.ts';
import { findProcess } from './processes.ts';

/** Largest body of an execution: a plan of a whole municipality is a tenth of this. */
const mostBytes = 32 * 1024 * 1024;

const Execute = z.looseObject({ inputs: z.record(z.string(), z.unknown()).default({}) });

/** Run an analysis and wait for its answer. */
export const execution = route({
  method: 'post',
  path: '/processes/{processId}/execution',
  id: 'execute',
  tag: 'Processes',
  summary: { nb: 'Kjør en analyse', en: 'Run a process' },
  formats: { json: 'application/json' },
  variables: { processId: { nb: 'analysens id', en: 'id of the process' } },
  body: { schema: Execute, types: ['application/json'], bytes: mostBytes },
  returns: z.looseObject({}),
  async handle({ body, catalogue, database, header, language, path, processes, settings, signal }) {
    const process = findProcess(processes, path.processId ?? '');
    if (process.changesData) requireKey(settings.apiKeys, header);
    const request = Execute.safeParse(body);
    if (!request.success) throw badInput(request.error, '');
    const inputs = process.inputs.safeParse(request.data.inputs);
    if (!inputs.success) throw badInput(inputs.error, '/inputs');
    const result = await process.execute(inputs.data, { database, catalogue, language, signal });
    return json(result, 'application/json', { 'Cache-Control': 'no-store' });
  },
});
