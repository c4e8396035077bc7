import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';

/** Titles of all layers, by id. */
export const layerTitles = (catalogue: Catalogue, language: Language): Map<string, string> =>
  new Map(catalogue.layers.map(({ id, title }) => [id, title[language]]));
