import { once } from 'node:events';
import type { Command } from 'commander';
import { serve } from '../../api/server.ts';
import { smallScale } from '../../example/scale.ts';
import { currentEditions } from '../../imports/editions.ts';
import { processes } from '../../processes.ts';
import type { Say } from '../language.ts';
import { makeExample } from '../make-example.ts';
import { withDatabase, type CommandContext } from '../with-database.ts';

/** `grunnriss serve`: the web map and the API, until Ctrl-C. */
export function add(program: Command, say: Say): void {
  program
    .command('serve')
    .description(say({ nb: 'server kartet og API-et', en: 'serve the web map and the API' }))
    .option(
      '--example-if-empty',
      say({
        nb: 'last først et lite eksempelfylke når databasen er uten data',
        en: 'load a small example county first when the database holds no data',
      }),
    )
    .action(({ exampleIfEmpty }: { exampleIfEmpty?: boolean }) =>
      withDatabase(async (context) => {
        if (exampleIfEmpty && (await isEmpty(context))) await makeExample(context, { scale: smallScale, seed: 1 });
        if (!context.signal.aborted) await serveUntilStopped(context);
      }),
    );
}

async function isEmpty({ database, catalogue }: CommandContext): Promise<boolean> {
  const ids = catalogue.layers.map(({ id }) => id);
  return (await currentEditions(database, ids)).size === 0;
}

async function serveUntilStopped({ progress, signal, ...given }: CommandContext): Promise<void> {
  const { url, close } = await serve({ ...given, processes });
  progress.line(`\n  Kartet / the map:  ${url}/map\n  API:               ${url}/api\n  Stopp / stop:      Ctrl-C\n`);
  if (!signal.aborted) await once(signal, 'abort');
  progress.line('Avslutter … / Stopping …');
  await close();
}
