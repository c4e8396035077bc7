import type { Command } from 'commander';
import { smallScale } from '../../example/scale.ts';
import type { Say } from '../language.ts';
import { makeExample } from '../make-example.ts';
import { positive, wholeNumber } from '../values.ts';
import { withDatabase } from '../with-database.ts';

interface Options {
  scale: number;
  seed: number;
  to?: string;
}

/** `grunnriss example`: an invented county to try everything on. */
export function add(program: Command, say: Say): void {
  program
    .command('example')
    .description(
      say({
        nb: 'lag eksempelfylket og last det; ikke et virkelig sted, merket som eksempel overalt',
        en: 'make the example county and load it; no real place, marked as an example everywhere',
      }),
    )
    .option(
      '--scale <number>',
      say({ nb: '1 er omtrent så stort som Buskerud', en: '1 is about the size of Buskerud' }),
      positive,
      smallScale,
    )
    .option(
      '--seed <number>',
      say({ nb: 'et annet frø er et annet fylke', en: 'another seed is another county' }),
      wholeNumber,
      1,
    )
    .option(
      '--to <folder>',
      say({
        nb: 'skriv det som GeoJSON-filer i stedet for å laste det',
        en: 'write it as GeoJSON files instead of loading it',
      }),
    )
    .action(async ({ scale, seed, to }: Options) => {
      if (to === undefined) return withDatabase((context) => makeExample(context, { scale, seed }));
      const { writeExample } = await import('../../example/files.ts');
      for (const file of await writeExample({ scale, seed, folder: to })) process.stdout.write(`${file}\n`);
    });
}
