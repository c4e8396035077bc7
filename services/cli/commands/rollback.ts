import type { Command } from 'commander';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { currentEditions, editionOf, type DatasetInfo } from '../../imports/editions.ts';
import { rollback } from '../../imports/publish.ts';
import { languageOption, type Say } from '../language.ts';
import { wholeNumber } from '../values.ts';
import { withDatabase } from '../with-database.ts';

/** `grunnriss rollback LAYER EDITION`: readers see that edition from now on. */
export function add(program: Command, say: Say): void {
  program
    .command('rollback')
    .argument(
      '<layer>',
      say({ nb: 'grunnriss layers viser dem, med utgavene', en: 'grunnriss layers lists them, with their editions' }),
    )
    .argument('<edition>', say({ nb: 'nummeret på utgaven', en: 'number of the edition' }), wholeNumber)
    .description(
      say({
        nb: 'ta tilbake en tidligere utgave av et kartlag, og si hva som endres; ingenting slettes',
        en: 'take an earlier edition of a layer back, and say what changes; nothing is deleted',
      }),
    )
    .addOption(languageOption(say))
    .action(async (layer: string, edition: number, { lang }: { lang: Language }) => {
      const [before, after] = await withDatabase(async ({ database, catalogue }) => {
        catalogue.get(layer);
        const current = (await currentEditions(database, [layer])).get(layer);
        await rollback(database, catalogue, layer, edition);
        return [current, await editionOf(database, layer, edition)];
      }, lang);
      const text = words[lang];
      const [old, now] = [before?.datasets ?? [], after?.datasets ?? []];
      process.stdout.write(
        [
          text.edition(layer, edition, before?.number ?? null),
          ...without(old, now).map((dataset) => `  − ${text.dataset(dataset)}`),
          ...without(now, old).map((dataset) => `  + ${text.dataset(dataset)}`),
          ...(before?.number === edition ? [text.same] : []),
          '',
        ].join('\n'),
      );
    });
}

/** Those that the other list has not. */
const without = (list: readonly DatasetInfo[], others: readonly DatasetInfo[]): DatasetInfo[] =>
  list.filter(({ id }) => !others.some((other) => other.id === id));

const words = {
  nb: {
    edition: (layer: string, now: number, before: number | null) =>
      `${layer}: utgave ${now}${before === null || before === now ? '' : `, før ${before}`}`,
    dataset: ({ part, counts, importedAt }: DatasetInfo) =>
      `${part}: ${counts.loaded} objekter, importert ${importedAt.slice(0, 16).replace('T', ' ')} UTC`,
    same: '  Den var gjeldende alt; ingenting er endret.',
  },
  en: {
    edition: (layer: string, now: number, before: number | null) =>
      `${layer}: edition ${now}${before === null || before === now ? '' : `, before ${before}`}`,
    dataset: ({ part, counts, importedAt }: DatasetInfo) =>
      `${part}: ${counts.loaded} features, imported ${importedAt.slice(0, 16).replace('T', ' ')} UTC`,
    same: '  It was current already; nothing has changed.',
  },
};
