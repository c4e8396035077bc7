import { z } from 'zod';
import { requireKey } from '../access.ts';
import { badInput } from '../input-issues.ts';
import { json, route } from '../route.ts';
import { enqueue } from '../../runs/jobs.ts';
import { tell } from '../tell.ts';
import { statusOf } from './jobs.ts';
import { findProcess } from './processes.ts';

/** Largest body of an execution: a plan of a whole municipality is a tenth of this. */
const mostBytes = 32 * 1024 * 1024;

const never = { 'Cache-Control': 'no-store' };

const Execute = z.looseObject({ inputs: z.record(z.string(), z.unknown()).default({}) });

/** Run an analysis: wait for its answer, or with `Prefer: respond-async` get a job that says how far it is. */
export const execution = route({
  method: 'post',
  path: '/processes/{processId}/execution',
  id: 'execute',
  tag: 'Processes',
  summary: { nb: 'Kjør en analyse', en: 'Run a process' },
  formats: { json: 'application/json' },
  variables: { processId: { nb: 'analysens id', en: 'id of the process' } },
  body: { schema: Execute, types: ['application/json'], bytes: mostBytes },
  changesData: 'sometimes',
  returns: z.looseObject({}),
  statuses: {
    201: { nb: 'Analysen er satt i kø; Location sier hvor', en: 'The analysis is queued; Location says where' },
  },
  async handle(call) {
    const { body, catalogue, database, header, language, links, path, processes, settings, signal } = call;
    const process = findProcess(processes, path.processId ?? '');
    if (process.changesData === true) requireKey(settings.apiKeys, header);
    const request = Execute.safeParse(body);
    if (!request.success) throw badInput(request.error, '');
    const inputs = process.inputs.safeParse(request.data.inputs);
    if (!inputs.success) throw badInput(inputs.error, '/inputs');
    if (process.changesData !== true && process.changesData?.(inputs.data)) requireKey(settings.apiKeys, header);
    // RFC 7240; OGC 18-062r2 /req/core/process-execute-default-execution-mode: without the wish, at once.
    if (/(^|,)\s*respond-async\s*(,|;|$)/i.test(header('prefer') ?? '')) {
      const job = await enqueue(database, { process: process.id, inputs: request.data.inputs, language });
      if (!job) throw tell(503, 'queue-full', ({ queueFull }) => queueFull, { headers: { 'Retry-After': '60' } });
      call.nudge();
      const headers = { ...never, Location: links.to(`/jobs/${job.key}`), 'Preference-Applied': 'respond-async' };
      return { ...json(statusOf(job, links), 'application/json', headers), status: 201 };
    }
    const result = await process.execute(inputs.data, { database, catalogue, language, signal });
    return json(result, 'application/json', never);
  },
});
