// `npm test`: installs what is missing, runs the tests, and says what ran and what did not.
// Parameters are mocha's: `npm test -- test/tiles/**/*.test.ts`. Without them, the tests of the embedded database and of
// the browser run beside all others in a process of their own: on two cores both are through in half the time.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { install } from '../services/cli/install.mjs';
import { closingLines } from './setup/closing-lines.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const everything = 'test/**/*.test.ts';
/** Half of the work by the time it takes: see the seconds of the suites at the end of a run. */
const second = '--grep=\\[(embedded|browser)\\]';

install();
const parameters = process.argv.slice(2);
const named = parameters.some((parameter) => parameter.endsWith('.ts'));
const whole = parameters.length === 0 && !process.env.GRUNNRISS_TEST_ENGINES;
const folder = mkdtempSync(join(tmpdir(), 'grunnriss-tally-'));
const runs = whole
  ? [
      start('on a server, and without a database', [second, '--invert', everything]),
      start('on the embedded database, and in the browser', [second, everything]),
    ]
  : [start('', [...parameters, ...(named ? [] : [everything])])];

process.on('SIGINT', () => {}); // mocha has got it too: it ends its tests and clears up
process.on('SIGTERM', () => runs.forEach(({ mocha }) => mocha.kill('SIGTERM')));

// One after the other, or nobody could read it: the first as it comes, the next when that one has ended.
for (const run of runs) {
  if (run.title) console.log(`\n  Tests ${run.title}`);
  run.show();
  await run.ended;
}
const tallies = runs.map(({ tally }) => tally()).filter(Boolean);
if (tallies.length < runs.length) {
  console.log('The tests ended before all had run: see above.');
  tallies.push({ passed: 0, failed: 1, skipped: 0, marked: {}, suites: [] });
}
for (const line of closingLines(tallies)) console.log(line);
rmSync(folder, { recursive: true });
process.exit(tallies.some(({ failed }) => failed > 0) || runs.some(({ mocha }) => mocha.exitCode !== 0) ? 1 : 0);

/** Start mocha. What it says is held back until it is to be shown. */
function start(title, selection) {
  const file = join(mkdtempSync(join(folder, 'run-')), 'tally.json');
  const reporter = ['--reporter=test/setup/tally.ts', `--reporter-option=tally=${file}`];
  const mocha = spawn(
    process.execPath,
    ['node_modules/mocha/bin/mocha.js', ...reporter, '--forbid-only', '--fail-zero', ...selection],
    { cwd: root, stdio: ['inherit', 'pipe', 'pipe'] },
  );
  let held = [];
  for (const name of ['stdout', 'stderr'])
    mocha[name].setEncoding('utf8').on('data', (text) => {
      if (held) held.push([name, text]);
      else process[name].write(text);
    });
  return {
    title,
    mocha,
    ended: ending(mocha, file),
    show() {
      for (const [name, text] of held) process[name].write(text);
      held = undefined;
    },
    tally: () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined),
  };
}

/** Resolves when mocha has ended; what it has left open after its last test must not hold up the whole run. */
async function ending(mocha, tally) {
  const patience = 60_000;
  const ended = new Promise((done) => mocha.once('exit', done));
  const closed = new Promise((done) => mocha.once('close', done));
  while (!existsSync(tally) && mocha.exitCode === null && mocha.signalCode === null)
    await Promise.race([ended, delay(1000)]);
  const late = Symbol('late');
  if ((await Promise.race([ended, delay(patience, late)])) === late) {
    console.log('The tests have run, but their process does not end: something of theirs is still open.');
    mocha.kill('SIGKILL');
  }
  // A process that a test left behind may hold mocha's output open.
  if ((await Promise.race([closed, delay(5000, late)])) === late)
    console.log('A process that a test has started still runs after the last of them.');
}
