import type { Layer } from '../../../layers/declaration/layer.ts';
import type { Collection } from '../features/collection.ts';
import { titleOf } from '../features/wording.ts';
import type { Answer, Call } from '../route.ts';
import { texts } from '../texts/texts.ts';
import { html } from '../../html.ts';
import { pageAnswer, table } from './page.ts';

/** A layer: what it is, which data it has now, which fields. */
export function collectionPage(
  { given, language, links }: Pick<Call, 'given' | 'language' | 'links'>,
  layer: Layer,
  { title, description, datasets, edition }: Collection,
): Answer {
  const say = texts[language].page;
  const at = `/collections/${layer.id}`;
  const codes = (name: string) =>
    Object.entries(layer.fields[name]?.codes ?? {}).map(([code, text]) => `${code}: ${text[language]}`);
  return pageAnswer({
    title,
    language,
    links,
    address: at,
    given,
    crumbs: [{ title: say.collections, href: links.to('/collections', { lang: language, f: 'html' }) }],
    formats: [
      ['JSON', links.to(at, { f: 'json' })],
      ['TileJSON', links.to(`/tiles/${layer.id}`)],
      ['MapLibre', links.to(`/styles/${layer.id}`)],
    ],
    body: html`<p>${description}</p>
      <p><a href="${links.to(`${at}/items`, { lang: language, f: 'html' })}">${say.items}</a></p>
      ${datasets.some(({ example }) => example) ? html`<p class="example">${say.example}</p>` : null}
      <h2>${say.datasets}${edition ? ` (${say.edition} ${edition.number})` : ''}</h2>
      ${
        datasets.length === 0
          ? html`<p>${say.noData}</p>`
          : table(
              [say.name, say.provider, say.dataDate, say.items],
              datasets.map((dataset) => [
                dataset.title ?? dataset.part,
                dataset.provider,
                dataset.dataDate,
                dataset.features,
              ]),
            )
      }
      <h2>${say.fields}</h2>
      ${table(
        [say.field, say.name, say.unit, say.values],
        Object.entries(layer.fields).map(([name, field]) => [
          html`<code>${name}</code>`,
          titleOf(layer, name, language),
          field.unit ?? '',
          codes(name).join('; '),
        ]),
      )}`,
  });
}
