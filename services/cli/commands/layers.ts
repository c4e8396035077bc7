import type { Command } from 'commander';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { currentEditions } from '../../imports/editions.ts';
import { languageOption, type Say } from '../language.ts';
import { withDatabase } from '../with-database.ts';

/** `grunnriss layers`: what is on the map, what it stands on, and which object types of a file go there. */
export function add(program: Command, say: Say): void {
  program
    .command('layers')
    .description(
      say({
        nb: 'vis kartlagene: utgave, objekter, datadato, leverandør og objekttypene de tar',
        en: 'list the layers: edition, features, data date, provider and the object types they take',
      }),
    )
    .option('--json', say({ nb: 'som JSON', en: 'as JSON' }))
    .addOption(languageOption(say))
    .action(async ({ json, lang }: { json?: boolean; lang: Language }) => {
      await withDatabase(async ({ database, catalogue }) => {
        const editions = await currentEditions(
          database,
          catalogue.layers.map(({ id }) => id),
        );
        const layers = catalogue.layers.map(({ id, title, objectTypes = [] }) => {
          const edition = editions.get(id);
          const datasets = edition?.datasets ?? [];
          return {
            id,
            title: title[lang],
            edition: edition?.number ?? null,
            features: datasets.reduce((sum, dataset) => sum + dataset.counts.loaded, 0),
            dates: unique(datasets.map(({ dataDate }) => dataDate)),
            providers: unique(datasets.map(({ provider }) => provider)),
            objectTypes,
            example: datasets.some(({ example }) => example),
          };
        });
        process.stdout.write(json ? `${JSON.stringify(layers, null, 2)}\n` : table(layers, lang));
      }, lang);
    });
}

interface Row {
  id: string;
  edition: number | null;
  features: number;
  dates: string[];
  providers: string[];
  objectTypes: readonly string[];
  example: boolean;
}

const unique = (values: (string | null | undefined)[]): string[] =>
  [...new Set(values.filter((value): value is string => Boolean(value)))].sort();

/** `2018-07-01 – 2024-07-01`, or the one day. */
const span = (dates: string[]): string => [...new Set([dates[0], dates.at(-1)])].filter(Boolean).join(' – ');

function table(layers: Row[], language: Language): string {
  const say = words[language];
  const rows = layers.map(({ id, edition, features, dates, providers, example }) =>
    edition === null
      ? [id, say.noData, '', '', '']
      : [
          id,
          `${say.edition} ${edition}`,
          `${features} ${say.features}`,
          span(dates),
          providers.join(', ') + (example ? ` (${say.example})` : ''),
        ],
  );
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row, index) => {
      const line = row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
      return `${line.trimEnd()}\n${objectTypesOf(layers[index]?.objectTypes ?? [], say.objectTypes)}`;
    })
    .join('');
}

/** Longest line of object types. */
const width = 110;

/** The object types below their layer, in lines that a terminal shows whole. */
function objectTypesOf(types: readonly string[], title: string): string {
  const indent = ' '.repeat(title.length + 2);
  const lines: string[] = [];
  for (const type of types) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + type.length + 2 <= width) lines[lines.length - 1] = `${last}, ${type}`;
    else lines.push(type);
  }
  return (
    lines.map((line, at) => `    ${at === 0 ? `${title}: ` : indent}${line}`).join(',\n') +
    (lines.length > 0 ? '\n' : '')
  );
}

const words = {
  nb: {
    noData: 'ingen data',
    edition: 'utgave',
    features: 'objekter',
    example: 'eksempel',
    objectTypes: 'objekttyper',
  },
  en: { noData: 'no data', edition: 'edition', features: 'features', example: 'example', objectTypes: 'object types' },
};
