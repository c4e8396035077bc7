import { expect } from 'chai';
import { runKey, type RunRequest } from '../../services/runs/request.ts';
import { findRun, LeaseLost, runOnce } from '../../services/runs/run.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { eachDatabase } from '../setup/databases.ts';

const request = (parameters: Record<string, unknown>): RunRequest => ({
  kind: 'test',
  version: '1',
  parameters,
  editions: { treeline: 3, plan: null },
});

describe('the key of a run', () => {
  it('does not hang on the order of names, and hangs on everything else', () => {
    const key = runKey(request({ a: 1, b: 2 }));
    expect(runKey(request({ b: 2, a: 1 }))).to.equal(key);
    expect(runKey(request({ a: 1, b: 3 }))).to.not.equal(key);
    expect(runKey({ ...request({ a: 1, b: 2 }), version: '2' })).to.not.equal(key);
    expect(runKey({ ...request({ a: 1, b: 2 }), editions: { treeline: 4, plan: null } })).to.not.equal(key);
    expect(runKey({ ...request({ a: 1, b: 2 }), seed: 1 })).to.not.equal(key);
  });
});

eachDatabase('a run', ({ database }) => {
  const expire = parseStatement('expire', 'update grunnriss.run set lease_until = now() where id = :id');

  it('is done once and answered from store afterwards', async () => {
    let times = 0;
    const work = () => Promise.resolve({ result: { answer: ++times } });
    const first = await runOnce(database(), request({ a: 1 }), 'plan', work);
    const second = await runOnce(database(), request({ a: 1 }), 'plan', work);
    expect(first.reused).to.equal(false);
    expect(second.reused).to.equal(true);
    expect(second.run.result).to.deep.equal({ answer: 1 });
    expect(second.run.id).to.equal(first.run.id);
  });

  it('is done once when many ask at the same time', async () => {
    let times = 0;
    const asked = await Promise.all(
      Array.from({ length: 5 }, () =>
        runOnce(database(), request({ a: 2 }), '', async ({ report }) => {
          times += 1;
          await report(0.5, 'half');
          return { result: times };
        }),
      ),
    );
    expect(times).to.equal(1);
    expect(new Set(asked.map(({ run }) => run.id)).size).to.equal(1);
  });

  it('that failed says why, and can be asked for again', async () => {
    const fail = () => Promise.reject(new Error('no roads'));
    await expectRejection(runOnce(database(), request({ a: 3 }), '', fail), 'no roads');
    const { run } = await runOnce(database(), request({ a: 3 }), '', () =>
      Promise.resolve({ result: 'now there are' }),
    );
    expect(run.result).to.equal('now there are');
    const failed = await findRun(database(), run.id - 1);
    expect(failed?.state).to.equal('failed');
    expect(failed?.error).to.deep.equal({ message: 'no roads' });
  });

  it('whose worker fell silent is taken over, and the late worker publishes nothing', async () => {
    let published = '';
    const slow = runOnce(database(), request({ a: 4 }), '', async ({ runId, report }) => {
      await database().rows(expire, { id: runId });
      const taken = await runOnce(database(), request({ a: 4 }), '', () => Promise.resolve({ result: 'second' }));
      expect(taken.run.id).to.equal(runId);
      await report(0.9, 'too late');
      return {
        result: 'first',
        publish: () => Promise.resolve((published = 'first')),
      };
    });
    await expectRejection(slow, 'taken over', LeaseLost);
    expect(published).to.equal('');
  });

  it('publishes in the transaction that sets it done: a publication that fails leaves no done run', async () => {
    const broken = runOnce(database(), request({ a: 5 }), '', () =>
      Promise.resolve({ result: 1, publish: () => Promise.reject(new Error('disk full')) }),
    );
    await expectRejection(broken, 'disk full');
    const { reused } = await runOnce(database(), request({ a: 5 }), '', () => Promise.resolve({ result: 2 }));
    expect(reused).to.equal(false);
  });
});

async function expectRejection(
  promise: Promise<unknown>,
  message: string,
  kind: new (...given: never[]) => Error = Error,
) {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(kind);
  expect((error as Error).message).to.contain(message);
}
