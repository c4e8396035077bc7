import type { Command } from 'commander';
import { rollback } from '../../imports/publish.ts';
import { wholeNumber } from '../values.ts';
import { withDatabase } from '../with-database.ts';

/** `grunnriss rollback LAYER EDITION`: readers see that edition from now on. */
export function add(program: Command): void {
  program
    .command('rollback')
    .argument('<layer>', 'grunnriss layers lists them, with their editions')
    .argument('<edition>', 'number of the edition', wholeNumber)
    .description('take an earlier edition of a layer back; nothing is deleted')
    .action(async (layer: string, edition: number) => {
      await withDatabase(({ database, catalogue }) => {
        catalogue.get(layer);
        return rollback(database, catalogue, layer, edition);
      });
      process.stdout.write(`${layer}: utgave ${edition}\n`);
    });
}
