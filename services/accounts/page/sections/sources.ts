import { table, text, type Section } from '../../../documents/document.ts';
import { areaMethod } from '../../extent/extent-account.ts';
import type { AccountDataset } from '../../account.ts';
import type { Material } from '../material.ts';
import type { Wording } from '../wording.ts';
import { definitionBlocks } from './barometer.ts';

/** So many datasets of a layer are listed one by one; more are counted. */
const mostOfLayer = 4;

/** What the page rests on. */
export function sourcesSection(material: Material, words: Wording): Section {
  const { accounts, language } = material;
  const say = words.say.sources;
  const layers = [...new Set(accounts.datasets.map(({ layer }) => layer))];
  return {
    id: 'sources',
    title: say.title,
    blocks: [
      table(
        say.title,
        say.headings,
        layers.flatMap((layer) => rowsOf(accounts.datasets.filter((own) => own.layer === layer), words)), // prettier-ignore
      ),
      text(say.method(areaMethod[language], accounts.crs)),
      text(say.borders(accounts.borders.held_on, accounts.borders.since)),
      ...definitionBlocks(material, words),
    ],
  };
}

function rowsOf(own: readonly AccountDataset[], words: Wording): string[][] {
  const row = ({ layer, title, part, provider, date, edition }: AccountDataset): string[] => [
    ...[words.layer(layer), title ?? part, provider ?? '–', date ?? words.say.notKnown, String(edition)],
  ];
  const [first] = own;
  if (!first || own.length <= mostOfLayer) return own.map(row);
  const dates = own.flatMap(({ date }) => date ?? []).sort();
  const providers = [...new Set(own.flatMap(({ provider }) => provider ?? []))];
  return [
    [
      words.layer(first.layer),
      words.say.sources.many(own.length),
      providers.slice(0, 3).join(', ') || '–',
      dates.length > 0 ? `${dates[0]} – ${dates.at(-1)}` : words.say.notKnown,
      String(first.edition),
    ],
  ];
}
