import { z } from 'zod';
import type { ProblemDocument } from '../../problem.ts';
import { cancelJob, findJob } from '../../runs/jobs.ts';
import { findRun, type Run } from '../../runs/run.ts';
import { Link } from '../links.ts';
import { json, route, type Answer, type Call } from '../route.ts';
import { shortened, tell } from '../tell.ts';
import { resultFormats, resultForPeople } from './result-for-people.ts';

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
const jobKey = /^[\da-f]{64}$/;

/** A job by its key, or a run whose number is known. @throws Problem 404 (OGC 18-062r2 /req/core/job-exception-no-such-job) */
async function findAny({ database, path }: Pick<Call, 'database' | 'path'>): Promise<Run> {
  const id = path.jobId ?? '';
  const isNumber = wholeNumber.test(id) && Number.isSafeInteger(Number(id));
  const run = jobKey.test(id)
    ? await findJob(database, id)
    : isNumber
      ? await findRun(database, Number(id))
      : undefined;
  if (!run) throw tell(404, 'no-such-job', ({ unknownJob: say }) => ({ ...say, detail: say.detail(shortened(id)) }));
  return run;
}

/** OGC 18-062r2 statusInfo. */
export function statusOf(run: Run, links: Call['links']): z.infer<typeof Status> {
  const id = run.subject === 'job' ? run.key : String(run.id);
  const link = (rel: string, at = '') => ({ href: links.to(`/jobs/${id}${at}`), rel, type: 'application/json' });
  return {
    jobID: id,
    processID: run.kind,
    type: 'process',
    status: statuses[run.state],
    message: run.error?.message ?? run.message,
    progress: Math.round(run.progress * 100),
    created: run.created_at,
    ...(run.started_at && { started: run.started_at }),
    ...(run.finished_at && { finished: run.finished_at }),
    links: [
      link('self'),
      ...(run.state === 'done' ? [link('http://www.opengis.net/def/rel/ogc/1.0/results', '/results')] : []),
    ],
  };
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
  handle: async (call) => json(statusOf(await findAny(call), call.links), 'application/json', never),
});

/** End a job that waits or runs (OGC 18-062r2 /req/dismiss/job-dismiss-op). */
export const dismissJob = route({
  method: 'delete',
  path: '/jobs/{jobId}',
  id: 'dismissJob',
  tag: 'Processes',
  summary: { nb: 'Avbryt en kjøring', en: 'Cancel a job' },
  formats: { json: 'application/json' },
  variables,
  returns: Status,
  async handle(call) {
    const key = call.path.jobId ?? '';
    const job = jobKey.test(key) ? await cancelJob(call.database, key) : undefined;
    // One that has ended stays what it is, and says so.
    return json(statusOf(job ?? (await findAny(call)), call.links), 'application/json', never);
  },
});

/** The answer of a run that is done. */
export const jobResults = route({
  method: 'get',
  path: '/jobs/{jobId}/results',
  id: 'getJobResults',
  tag: 'Processes',
  summary: {
    nb: 'Resultatet av en kjøring, også som tabeller (CSV, XLSX) og side med figurer (HTML) der analysen gir det',
    en: 'Result of a job, also as tables (CSV, XLSX) and a page with figures (HTML) where the process gives them',
  },
  formats: resultFormats,
  variables,
  returns: z.looseObject({}),
  async handle(call) {
    const run = await findAny(call);
    if (run.error?.problem) return problemAnswer(run.error.problem);
    if (run.state === 'failed')
      throw tell(500, 'job-failed', ({ jobFailed: say }) => ({ ...say, detail: say.detail(run.error?.message ?? '') }));
    if (run.state !== 'done')
      // OGC 18-062r2 /req/core/job-results-exception/results-not-ready
      throw tell(404, 'result-not-ready', ({ notDone: say }) => ({ ...say, detail: say.detail(run.state) }));
    if (call.format === 'json') return json(run.result, 'application/json', never);
    return resultForPeople(call, run, call.format);
  },
});

/** What the asker of a job that failed would have been told at once. */
const problemAnswer = (problem: ProblemDocument): Answer => ({
  ...json(problem, 'application/problem+json', never),
  status: problem.status,
});
