import type { Collection } from '../answers.ts';
import { element } from '../element.ts';
import type { Observable } from '../observable.ts';
import type { Texts } from '../texts/texts.ts';
import { fill } from '../texts/texts.ts';

/** Who the layers that are on come from, as their licences ask. */
export function sourceLine(collections: Collection[], on: Observable<ReadonlySet<string>>, texts: Texts): HTMLElement {
  const line = element('p', { class: 'source-line' });
  on.observe((shown) => {
    const datasets = collections.filter(({ id }) => shown.has(id)).flatMap((collection) => collection.datasets);
    const sources = new Set(datasets.flatMap(({ attribution, provider }) => attribution ?? provider ?? []));
    line.textContent = sources.size > 0 ? fill(texts.sources, { sources: [...sources].join(', ') }) : '';
  });
  return line;
}
