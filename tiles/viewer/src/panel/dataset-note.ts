import type { Facts } from '../answers.ts';
import { element } from '../element.ts';
import type { Figures } from '../figures.ts';
import type { Texts } from '../texts/texts.ts';
import { exampleTag } from './example-tag.ts';

/** Where a fact comes from: dataset, provider, date, accuracy, licence. A fact without this is hearsay. */
export function datasetNote({ dataset, properties }: Facts, texts: Texts, figures: Figures): HTMLElement {
  const lines: [string, string | null][] = [
    [texts.dataset, dataset.title],
    [texts.provider, dataset.provider],
    [texts.dateOfData, dataset.dataDate && figures.day(dataset.dataDate)],
    [texts.accuracy, typeof dataset.accuracyM === 'number' ? `± ${figures.metres(dataset.accuracyM)}` : null],
    [texts.licence, dataset.licence],
    [texts.extent, dataset.hasCoverage ? texts.extentKnown : texts.extentUnknown],
    [texts.sourceId, properties.source_id],
  ];
  return element('section', { class: 'source' }, [
    element('h3', {}, [texts.source, dataset.example ? exampleTag(texts) : null]),
    element(
      'dl',
      { class: 'properties' },
      lines.flatMap(([title, value]) => [
        element('dt', {}, title),
        value ? element('dd', {}, value) : element('dd', { class: 'not-given' }, texts.notGiven),
      ]),
    ),
  ]);
}
