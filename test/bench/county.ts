import type { Catalogue } from '../../layers/catalogue.ts';
import type { Database } from '../../services/database/database.ts';
import { openDatabase } from '../../services/database/open.ts';
import { exampleCounty, type ExampleCounty } from '../../services/example/county.ts';
import { loadExample } from '../../services/example/load.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { readSettings } from '../../services/settings.ts';
import { onServerItself, urlOf } from '../setup/test-server.ts';

const seed = 1;

const notes = parseStatement(
  'notes',
  `select note from grunnriss.edition where layer = 'plan' order by number desc limit 1`,
);

/**
 * A database of its own with the example county in it. `GRUNNRISS_BENCH_TEMPLATE` names one that has the county already, to
 * be copied: at full scale that saves most of the time of a run.
 * @throws Error when the database to be copied holds another county
 */
export async function countyDatabase(
  name: string,
  catalogue: Catalogue,
  scale: number,
): Promise<{ database: Database; county: ExampleCounty }> {
  const template = process.env['GRUNNRISS_BENCH_TEMPLATE'];
  await onServerItself(`create database ${name}${template === undefined ? '' : ` template ${template}`}`);
  const database = await openDatabase(readSettings({ DATABASE_URL: urlOf(name) }), catalogue);
  if (template === undefined) {
    const county = await loadExample(database, catalogue, { scale, seed });
    await database.script('vacuum analyze');
    return { database, county };
  }
  const [{ note } = { note: '' }] = await database.rows<{ note: string }>(notes);
  if (note !== `example county, seed ${seed}, scale ${scale}`) {
    await database.close();
    await onServerItself(`drop database ${name}`);
    throw new Error(`The database '${template}' does not hold the example county at scale ${scale}: '${note}'.`);
  }
  return { database, county: exampleCounty({ seed, scale }) };
}
