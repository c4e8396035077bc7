import { type Command, InvalidArgumentError } from 'commander';
import { smallScale } from '../../example/scale.ts';
import { withDatabase } from '../with-database.ts';
import { makeExample } from '../make-example.ts';

/** `grunnriss example`: an invented county to try everything on. */
export function add(program: Command): void {
  program
    .command('example')
    .description('make the example county and load it; no real place, marked as an example everywhere')
    .option('--scale <number>', '1 is about the size of Buskerud', positive, smallScale)
    .option('--seed <number>', 'another seed is another county', whole, 1)
    .option('--to <folder>', 'write it as files instead of loading it')
    .action(async ({ scale, seed, to }: { scale: number; seed: number; to?: string }) => {
      if (to) {
        const { writeExample } = await import('../../example/files.ts');
        for (const file of await writeExample({ scale, seed, folder: to })) process.stdout.write(`${file}\n`);
      } else await withDatabase((context) => makeExample(context, { scale, seed }));
    });
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 10)) throw new InvalidArgumentError('It must be a number above 0, at most 10.');
  return value;
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError('It must be a whole number.');
  return value;
}
