/**
 * A process that imports a file and can be killed at any statement: `import-child.ts FILE LAYER [KILL_AT]`, the
 * database by the environment. At its KILL_AT-th statement it dies by SIGKILL, with the statement on its way.
 * Without KILL_AT it says how many statements the import took.
 */
import { loadCatalogue } from '../../layers/catalogue.ts';
import type { Database, Session } from '../../services/database/database.ts';
import { openDatabase } from '../../services/database/open.ts';
import { importFile } from '../../services/imports/import-file.ts';
import { readSettings } from '../../services/settings.ts';

const [path = '', layer = '', killAt] = process.argv.slice(2);
let statements = 0;

/** The same session, counting, and deadly at the right moment. */
function counted<Of extends Session>(session: Of): Of {
  const count = <Result>(sent: Promise<Result>): Promise<Result> => {
    statements += 1;
    if (statements === Number(killAt)) setImmediate(() => process.kill(process.pid, 'SIGKILL'));
    return sent;
  };
  return {
    ...session,
    rows: (...given: Parameters<Session['rows']>) => count(session.rows(...given)),
    row: (...given: Parameters<Session['row']>) => count(session.row(...given)),
    build: (...given: Parameters<Session['build']>) => count(session.build(...given)),
  };
}

const catalogue = await loadCatalogue();
const opened = await openDatabase(readSettings(), catalogue);
const database: Database = {
  ...counted(opened),
  transaction: (work) => opened.transaction((session) => work(counted(session))),
};
const { outcome } = await importFile(database, catalogue, { path, layer, part: 'killed' });
process.stdout.write(JSON.stringify({ outcome, statements }));
await opened.close();
