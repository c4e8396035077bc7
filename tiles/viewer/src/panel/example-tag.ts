import { element } from '../element.ts';
import type { Texts } from '../texts/texts.ts';

/** The mark of data that are made up. */
export const exampleTag = (texts: Texts): HTMLElement =>
  element(
    'span',
    { class: 'ds-tag', 'data-size': 'sm', 'data-color': 'warning', title: texts.exampleHint },
    texts.example,
  );
