import { expect } from 'chai';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { Problem } from '../../services/problem.ts';
import { enqueue, findJob, jobsKept } from '../../services/runs/jobs.ts';
import type { Process, ProcessContext } from '../../services/runs/process.ts';
import { Worker } from '../../services/runs/worker.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { serving } from '../api/serving.ts';
import { eachDatabase } from '../setup/databases.ts';
import { ask } from '../imports/rows.ts';

/** Waits until it is let go, or told to stop. */
class Slow {
  begun = 0;
  #go: () => void = () => {};
  readonly #let = new Promise<void>((go) => (this.#go = go));

  letGo(): void {
    this.#go();
  }

  async execute(_: unknown, { onProgress, signal }: ProcessContext): Promise<{ begun: number }> {
    this.begun += 1;
    onProgress?.(0.5, 'halfway');
    const stopped = new Promise<void>((stop) => signal?.addEventListener('abort', () => stop()));
    await Promise.race([this.#let, stopped]);
    signal?.throwIfAborted();
    return { begun: this.begun };
  }
}

const described = (id: string) => ({
  id,
  title: { nb: id, en: id },
  description: { nb: id, en: id },
  version: '1',
  outputs: z.looseObject({}),
});

eachDatabase('jobs', (given) => {
  let slow = new Slow();
  const processes: Process[] = [
    {
      ...described('echo'),
      inputs: z.object({ word: z.string() }),
      execute: (input, { language }) => Promise.resolve({ ...(input as object), language }),
    },
    {
      ...described('refusing'),
      inputs: z.object({}),
      execute: () => Promise.reject(new Problem(422, 'no', { title: 'No', detail: { nb: 'Nei.', en: 'No.' } })),
    },
    { ...described('slow'), inputs: z.object({}), execute: (input, context) => slow.execute(input, context) },
  ];
  const { get, send, url } = serving(given, { processes });
  beforeEach(() => {
    slow = new Slow();
  });

  const start = async (id: string, inputs: object = {}, headers: Record<string, string> = {}) => {
    const got = await send('POST', `/processes/${id}/execution`, JSON.stringify({ inputs }), {
      ...{ 'content-type': 'application/json', prefer: 'respond-async', 'accept-language': 'en' },
      ...headers,
    });
    return { got, at: got.header('location')?.slice(url().length) ?? '' };
  };
  const status = async (at: string) => (await get(at)).json<{ status: string; progress: number; message: string }>();
  const until = async (at: string, wanted: string) => {
    for (;;) {
      const now = await status(at);
      if (now.status === wanted) return now;
      await wait(50);
    }
  };

  it('are taken with 201 and a place to ask, and answer in the language they were asked in', async () => {
    const { got, at } = await start('echo', { word: 'hei' });
    expect(got.status).to.equal(201);
    expect(got.header('preference-applied')).to.equal('respond-async');
    expect(got.json()).to.include({ processID: 'echo', type: 'process', progress: 0 });
    expect(at).to.match(/^\/jobs\/[\da-f]{64}$/);
    await until(at, 'successful');
    expect((await get(`${at}/results`)).json()).to.deep.equal({ word: 'hei', language: 'en' });
  });

  it('are not made of input that is wrong, nor without the wish', async () => {
    expect((await start('echo', { word: 7 })).got.status).to.equal(400);
    expect((await start('echo', { word: 'hei' }, { prefer: 'wait=10' })).got.json()).to.include({ word: 'hei' });
  });

  it('that fail tell what the asker would have been told at once', async () => {
    const { at } = await start('refusing');
    expect(await until(at, 'failed')).to.include({ message: 'No.' });
    const results = await get(`${at}/results`);
    expect(results.status).to.equal(422);
    expect(results.header('content-type')).to.match(/problem\+json/);
    expect(results.json()).to.include({ type: 'urn:grunnriss:problem:no', detail: 'No.' });
  });

  it('say how far they are, and are stopped by whoever knows them', async () => {
    const { at } = await start('slow');
    await until(at, 'running');
    while ((await status(at)).progress < 50) await wait(50);
    expect((await get(`${at}/results`)).status).to.equal(404);
    expect((await send('DELETE', at, '')).json()).to.include({ status: 'dismissed' });
    expect(await status(at)).to.include({ status: 'dismissed' });
    // Its worker is free again.
    await until((await start('echo', { word: 'next' })).at, 'successful');
    expect((await send('DELETE', at, '')).json()).to.include({ status: 'dismissed' });
  });

  it('cannot be found by their numbers', async () => {
    const rows = await ask<{ id: number }>(given.database(), `select id from grunnriss.run where subject = 'job'`);
    expect(rows).to.not.have.length(0);
    for (const { id } of rows) expect((await get(`/jobs/${id}`)).status).to.equal(404);
  });
});

eachDatabase('the queue of jobs', (given) => {
  const workerOf = (slow: Slow) =>
    new Worker({
      ...{ database: given.database(), catalogue: given.catalogue() },
      processes: [
        { ...described('slow'), inputs: z.object({}), execute: (input, context) => slow.execute(input, context) },
      ],
      explain: (error, language) => (error as Problem).document(language),
    });
  const request = { process: 'slow', inputs: {}, language: 'nb' } as const;
  const until = async (holds: () => Promise<boolean> | boolean) => {
    while (!(await holds())) await wait(50);
  };
  const stateOf = async (key: string) => (await findJob(given.database(), key))?.state;

  it('gets back what a worker had begun when it is told to stop; the next one does it', async () => {
    const job = await enqueue(given.database(), request);
    const [stopped, patient] = [new Slow(), new Slow()];
    const first = workerOf(stopped);
    first.start();
    await until(() => stopped.begun === 1);
    await first.stop();
    expect(await stateOf(job?.key ?? '')).to.equal('queued');
    const second = workerOf(patient);
    patient.letGo();
    second.start();
    await until(async () => (await stateOf(job?.key ?? '')) === 'done');
    await second.stop();
    expect([stopped.begun, patient.begun]).to.deep.equal([1, 1]);
  });

  it('gives a job up that took three workers down with it, and says so', async () => {
    const job = await enqueue(given.database(), request);
    const died = parseStatement(
      'died',
      `update grunnriss.run set state = 'running', fence = 3, deaths = 2, lease_until = now() - interval '1 s' where key = :key`,
    );
    await given.database().rows(died, { key: job?.key });
    const slow = new Slow();
    const worker = workerOf(slow);
    worker.start();
    await until(async () => (await stateOf(job?.key ?? '')) === 'failed');
    await worker.stop();
    expect(slow.begun).to.equal(0);
    expect((await findJob(given.database(), job?.key ?? ''))?.error?.problem).to.include({
      type: 'urn:grunnriss:problem:job-given-up',
    });
  });

  it('takes so many and no more, and forgets those that ended long ago', async () => {
    const [old] = await ask<{ key: string }>(
      given.database(),
      `update grunnriss.run set finished_at = now() - interval '8 days' where state = 'failed' returning key`,
    );
    for (let waiting = 0; waiting < jobsKept.waiting; waiting += 1)
      expect(await enqueue(given.database(), request)).to.not.equal(null);
    expect(await enqueue(given.database(), request)).to.equal(null);
    expect(await findJob(given.database(), old?.key ?? '')).to.equal(undefined);
  });
});
