import { loadCatalogue, type Catalogue } from '../../layers/catalogue.ts';
import type { Database } from '../../services/database/database.ts';
import { openDatabase } from '../../services/database/open.ts';
import type { Settings } from '../../services/settings.ts';
import { engines, type Engine } from './engines.ts';
import { freshCopy, removePrepared, type Content } from './prepared.ts';
import { stopTestServer } from './test-server.ts';

/** What a suite gets; the functions answer once its `before` hooks run. */
export interface Given {
  kind: Engine;
  database: () => Database;
  catalogue: () => Catalogue;
  settings: () => Settings;
}

/** Run a suite on every engine at hand, each on a fresh database that holds nothing but the migrations. */
export const eachDatabase = (title: string, suite: (given: Given) => void): void =>
  onEngines(engines(), title, 'empty', suite);

/** Run a suite on every engine at hand, each on its own copy of the example county. */
export const exampleDatabase = (title: string, suite: (given: Given) => void): void =>
  onEngines(engines(), title, 'example', suite);

/**
 * Run a suite on one engine only, the server where there is one: for what is not a matter of the database, or is proved
 * on each of them by another suite.
 */
export const anyDatabase = (title: string, suite: (given: Given) => void): void =>
  onEngines(engines().slice(0, 1), title, 'empty', suite);

/** The same on a copy of the example county. */
export const anyExampleDatabase = (title: string, suite: (given: Given) => void): void =>
  onEngines(engines().slice(0, 1), title, 'example', suite);

/** A suite for what only a server can do: parallel statements, timeout, cancel; or for what is long on the embedded one. */
export const onServer = (title: string, suite: (given: Given) => void, content: Content = 'empty'): void =>
  onEngines(
    engines().filter((engine) => engine === 'server'),
    `server: ${title}`,
    content,
    suite,
  );

function onEngines(kinds: Engine[], title: string, content: Content, suite: (given: Given) => void): void {
  for (const kind of kinds)
    describe(`${title} [${kind}]`, () => {
      let opened: { database: Database; catalogue: Catalogue; settings: Settings } | undefined;
      let discard: (() => Promise<void>) | undefined;
      const ready = () => {
        if (!opened) throw new Error('The database is there from the first `before` hook on.');
        return opened;
      };
      before(async function () {
        this.timeout(600_000);
        const copy = await freshCopy(kind, content);
        discard = copy.discard;
        const catalogue = await loadCatalogue();
        opened = { settings: copy.settings, catalogue, database: await openDatabase(copy.settings, catalogue) };
      });
      suite({
        kind,
        database: () => ready().database,
        catalogue: () => ready().catalogue,
        settings: () => ready().settings,
      });
      // After the suite's own hooks, which may still need the database.
      after(async () => {
        await opened?.database.close();
        await discard?.();
      });
    });
}

// Mocha's root: after the last suite of the run, whichever file it stood in.
after(async () => {
  await removePrepared();
  stopTestServer();
});
