import type { Command } from 'commander';
import { smallScale } from '../../example/scale.ts';
import { makeExample } from '../make-example.ts';
import { positive, wholeNumber } from '../values.ts';
import { withDatabase } from '../with-database.ts';

interface Options {
  scale: number;
  seed: number;
  to?: string;
}

/** `grunnriss example`: an invented county to try everything on. */
export function add(program: Command): void {
  program
    .command('example')
    .description('make the example county and load it; no real place, marked as an example everywhere')
    .option('--scale <number>', '1 is about the size of Buskerud', positive, smallScale)
    .option('--seed <number>', 'another seed is another county', wholeNumber, 1)
    .option('--to <folder>', 'write it as GeoJSON files instead of loading it')
    .action(async ({ scale, seed, to }: Options) => {
      if (to === undefined) return withDatabase((context) => makeExample(context, { scale, seed }));
      const { writeExample } = await import('../../example/files.ts');
      for (const file of await writeExample({ scale, seed, folder: to })) process.stdout.write(`${file}\n`);
    });
}
