import { z } from 'zod';
import { findRun, type Run } from '../../runs/run.ts';
import { Link } from '../links.ts';
import { json, route, type Call } from '../route.ts';
import { shortened, tell } from '../tell.ts';

const statuses: Record<Run['state'], 'accepted' | 'running' | 'successful' | 'failed' | 'dismissed'> = {
  queued: 'accepted',
  running: 'running',
  done: 'successful',
  failed: 'failed',
  cancelled: 'dismissed',
};

const Status = z.object({
  jobID: z.string(),
  processID: z.string(),
  type: z.literal('process'),
  status: z.enum(['accepted', 'running', 'successful', 'failed', 'dismissed']),
  message: z.string(),
  progress: z.number().min(0).max(100),
  created: z.string(),
  started: z.string().optional(),
  finished: z.string().optional(),
  links: z.array(Link),
});

const wholeNumber = /^[1-9]\d{0,15}$/;

/** @throws Problem 404 when there is no such job (OGC 18-062r2 /req/core/job-exception-no-such-job) */
async function findJob({ database, path }: Pick<Call, 'database' | 'path'>): Promise<Run> {
  const id = path.jobId ?? '';
  const run =
    wholeNumber.test(id) && Number.isSafeInteger(Number(id)) ? await findRun(database, Number(id)) : undefined;
  if (!run) throw tell(404, 'no-such-job', ({ unknownJob: say }) => ({ ...say, detail: say.detail(shortened(id)) }));
  return run;
}

const variables = { jobId: { nb: 'kjøringens nummer', en: 'number of the job' } };
const never = { 'Cache-Control': 'no-store' };

/** How far a run is. */
export const job = route({
  method: 'get',
  path: '/jobs/{jobId}',
  id: 'getJob',
  tag: 'Processes',
  summary: { nb: 'Status for en kjøring', en: 'Status of a job' },
  formats: { json: 'application/json' },
  variables,
  returns: Status,
  async handle(call) {
    const run = await findJob(call);
    const at = `/jobs/${run.id}`;
    const status = {
      jobID: String(run.id),
      processID: run.kind,
      type: 'process',
      status: statuses[run.state],
      message: run.error?.message ?? run.message,
      progress: Math.round(run.progress * 100),
      created: run.created_at,
      ...(run.started_at && { started: run.started_at }),
      ...(run.finished_at && { finished: run.finished_at }),
      links: [
        { href: call.links.to(at), rel: 'self', type: 'application/json' },
        ...(run.state === 'done'
          ? [
              {
                href: call.links.to(`${at}/results`),
                rel: 'http://www.opengis.net/def/rel/ogc/1.0/results',
                type: 'application/json',
              },
            ]
          : []),
      ],
    };
    return json(status, 'application/json', never);
  },
});

/** The answer of a run that is done. */
export const jobResults = route({
  method: 'get',
  path: '/jobs/{jobId}/results',
  id: 'getJobResults',
  tag: 'Processes',
  summary: { nb: 'Resultatet av en kjøring', en: 'Result of a job' },
  formats: { json: 'application/json' },
  variables,
  returns: z.looseObject({}),
  async handle(call) {
    const run = await findJob(call);
    if (run.state === 'failed')
      throw tell(500, 'job-failed', ({ jobFailed: say }) => ({ ...say, detail: say.detail(run.error?.message ?? '') }));
    if (run.state !== 'done')
      // OGC 18-062r2 /req/core/job-results-exception/results-not-ready
      throw tell(404, 'result-not-ready', ({ notDone: say }) => ({ ...say, detail: say.detail(run.state) }));
    return json(run.result, 'application/json', never);
  },
});
