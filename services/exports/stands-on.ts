import type { About } from './export-format.ts';

/** What an export stands on, as it is written into the file: layer, edition, datasets with version, date and licence. */
export const standsOn = ({ layer, edition, datasets, crs }: About) => ({
  layer: layer.id,
  title: layer.title,
  edition: edition.number,
  publishedAt: edition.publishedAt,
  crs: `EPSG:${crs.epsg}`,
  datasets: datasets.map(
    ({ id, part, title, provider, licence, attribution, dataDate, importedAt, sourceFile, accuracyM, example }) => ({
      ...{ id, part, title, provider, licence, attribution, dataDate, importedAt, sourceFile, accuracyM, example },
    }),
  ),
});

/** The same in a line, for formats with room for no more: who provides it, from when, under which licence. */
export const standsOnInShort = ({ edition, datasets }: About): string =>
  [
    `edition ${edition.number}`,
    ...new Set(
      datasets.map(({ attribution, provider, dataDate, licence }) =>
        [attribution ?? provider, dataDate, licence].filter(Boolean).join(', '),
      ),
    ),
  ]
    .filter(Boolean)
    .join('; ');
