// `npm test`: installs what is missing, runs the tests, and says what ran and what did not.
// Parameters are mocha's: `npm test -- test/tiles/**/*.test.ts`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { install } from '../services/cli/install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

install();
const parameters = process.argv.slice(2);
const named = parameters.some((parameter) => parameter.endsWith('.ts'));
const mocha = spawn(
  process.execPath,
  [
    'node_modules/mocha/bin/mocha.js',
    '--reporter=test/setup/closing-lines.ts',
    '--forbid-only',
    '--fail-zero',
    ...parameters,
    ...(named ? [] : ['test/**/*.test.ts']),
  ],
  { cwd: root, stdio: ['inherit', 'pipe', 'inherit'] },
);
process.on('SIGINT', () => {}); // mocha has got it too: it ends its tests and clears up
process.on('SIGTERM', () => mocha.kill('SIGTERM'));

let end = '';
mocha.stdout.setEncoding('utf8').on('data', (text) => {
  process.stdout.write(text);
  end = (end + text).slice(-200);
});
mocha.on('close', (code) => {
  if (!/^\d+ passed, \d+ failed.*\n$/m.test(end)) {
    console.log('The tests ended before all had run: see above.\n0 passed, 1 failed');
    process.exit(1);
  }
  process.exit(code ? 1 : 0);
});
