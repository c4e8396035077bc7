import { parseArgs } from 'node:util';
import { openDatabase } from '../../services/database/open.ts';
import { loadCatalogue } from '../../layers/catalogue.ts';
import { freshCopy, removePrepared } from '../setup/prepared.ts';
import { engines, type Engine } from '../setup/engines.ts';
import { stopTestServer } from '../setup/test-server.ts';
import { caseRunner, type Outcome } from './answer-case.ts';
import { readCases, type TruthCase } from './truth-case.ts';

/**
 * `npm run cases -- DIR [--database embedded|server]`: put every case of a folder to the program, on a database that
 * holds nothing else. A line per case; exit 1 when an answer differs, 2 when it was called wrongly.
 */
const usage = 'npm run cases -- DIR [--database embedded|server]';

async function main(): Promise<number> {
  const { folder, engine } = readArguments();
  const cases = readCases(folder);
  if (cases.length === 0) throw new WrongUse(`There are no cases (*.json) in ${folder}.`);
  const copy = await freshCopy(engine, 'empty');
  const catalogue = await loadCatalogue();
  const database = await openDatabase(copy.settings, catalogue);
  try {
    const run = caseRunner(database, catalogue);
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const given of cases) {
      const outcome = await run(given);
      console.log(line(given, outcome));
      counts[outcome.state === 'ok' ? 'passed' : outcome.state === 'differs' ? 'failed' : 'skipped'] += 1;
    }
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    return counts.failed > 0 ? 1 : 0;
  } finally {
    await database.close();
    await copy.discard();
    await removePrepared();
    stopTestServer();
  }
}

class WrongUse extends Error {}

function readArguments(): { folder: string; engine: Engine } {
  try {
    const { values, positionals } = parseArgs({ options: { database: { type: 'string' } }, allowPositionals: true });
    const [folder, ...others] = positionals;
    if (!folder || others.length > 0) throw new WrongUse('Give one folder with cases.');
    const engine = values.database ?? 'embedded';
    if (engine !== 'embedded' && engine !== 'server') throw new WrongUse(`There is no database '${engine}'.`);
    if (!engines().includes(engine))
      throw new WrongUse('No server: set TEST_DATABASE_URL, or install PostgreSQL with PostGIS on this machine.');
    return { folder, engine };
  } catch (error) {
    throw error instanceof WrongUse ? error : new WrongUse((error as Error).message);
  }
}

function line({ id }: TruthCase, outcome: Outcome): string {
  switch (outcome.state) {
    case 'ok':
      return `ok ${id}${outcome.leftOut.length > 0 ? ` (left out, no such rule yet: ${outcome.leftOut.join(', ')})` : ''}`;
    case 'differs':
      return [`differs ${id}`, ...outcome.differences.map((difference) => `    ${difference}`)].join('\n');
    case 'no answer yet':
      return `no answer yet: ${id} (${outcome.missing.join(', ')})`;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof WrongUse ? `${error.message}\n${usage}` : error);
  process.exitCode = error instanceof WrongUse ? 2 : 1;
}
