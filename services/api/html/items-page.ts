import type { Layer } from '../../../layers/declaration/layer.ts';
import type { FeatureRow } from '../features/feature-query.ts';
import { shown, titleOf, worded } from '../features/wording.ts';
import type { Answer, Call } from '../route.ts';
import { texts } from '../texts/texts.ts';
import { html } from '../../html.ts';
import { pageAnswer, table } from './page.ts';

/** A page of features as a table. */
export function itemsPage(
  { given, language, links }: Pick<Call, 'given' | 'language' | 'links'>,
  layer: Layer,
  rows: readonly FeatureRow[],
  next: string | undefined,
): Answer {
  const say = texts[language].page;
  const at = `/collections/${layer.id}`;
  return pageAnswer({
    title: `${layer.title[language]}: ${say.items.toLowerCase()}`,
    language,
    links,
    address: `${at}/items`,
    given,
    crumbs: [
      { title: say.collections, href: links.to('/collections', { lang: language, f: 'html' }) },
      { title: layer.title[language], href: links.to(at, { lang: language, f: 'html' }) },
    ],
    formats: [
      ['GeoJSON', links.to(`${at}/items`, { ...given, f: 'json' })],
      ['CSV', links.to(`${at}/items`, { ...given, f: 'csv' })],
    ],
    body: html`<p>${rows.length > 0 ? say.showing(rows.length) : say.none}</p>
      ${table(
        [say.number, ...Object.keys(layer.fields).map((name) => titleOf(layer, name, language))],
        rows.map((row) => [
          html`<a href="${links.to(`${at}/items/${row.fid}`, { lang: language, f: 'html', run: given.run })}"
            >${row.fid}</a
          >`,
          ...worded(layer, row, language).map((property) => shown(property, language)),
        ]),
      )}
      ${next ? html`<p><a rel="next" href="${next}">${say.next}</a></p>` : null}`,
  });
}
