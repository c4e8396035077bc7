import type { Layer } from '../../../layers/declaration/layer.ts';
import type { DatasetInfo } from '../../imports/editions.ts';
import type { FeatureRow } from '../features/feature-query.ts';
import { shown, worded } from '../features/wording.ts';
import type { Answer, Call } from '../route.ts';
import { texts } from '../texts/texts.ts';
import { html } from '../../html.ts';
import { pageAnswer, table } from './page.ts';

/** One feature with its source. */
export function itemPage(
  { given, language, links }: Pick<Call, 'given' | 'language' | 'links'>,
  layer: Layer,
  row: FeatureRow,
  dataset: DatasetInfo,
): Answer {
  const say = texts[language].page;
  const at = `/collections/${layer.id}`;
  return pageAnswer({
    title: `${layer.title[language]} ${row.fid}`,
    language,
    links,
    address: `${at}/items/${row.fid}`,
    given,
    crumbs: [
      { title: say.collections, href: links.to('/collections', { lang: language, f: 'html' }) },
      { title: layer.title[language], href: links.to(at, { lang: language, f: 'html' }) },
      { title: say.items, href: links.to(`${at}/items`, { lang: language, f: 'html', run: given.run }) },
    ],
    formats: [['GeoJSON', links.to(`${at}/items/${row.fid}`, { f: 'json', run: given.run })]],
    body: html`${dataset.example ? html`<p class="example">${say.example}</p>` : null}
    ${table(
      [say.field, say.value],
      worded(layer, row, language).map((property) => [property.title, shown(property, language)]),
    )}
    ${table(
      [say.datasets, say.provider, say.dataDate],
      [[dataset.title ?? dataset.part, dataset.provider, dataset.dataDate]],
    )}`,
  });
}
