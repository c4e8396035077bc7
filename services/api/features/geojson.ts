import type { Layer } from '../../../layers/declaration/layer.ts';
import type { FeatureRow } from './feature-query.ts';

/** The properties of a feature: every field, and what every layer has. */
export const propertiesOf = (layer: Layer, row: FeatureRow): Record<string, unknown> => ({
  ...Object.fromEntries(Object.keys(layer.fields).map((name) => [name, row[name] ?? null])),
  source_id: row.source_id,
  accuracy_m: row.accuracy_m,
  dataset_id: row.dataset_id,
});

/**
 * A feature as GeoJSON text. The geometry is text already and is put in as it is: reading and writing it again would
 * take most of the time of an answer.
 * @param more foreign members, after the standard ones
 */
export function featureText(layer: Layer, row: FeatureRow, more: Record<string, unknown> = {}): string {
  const head = `{"type":"Feature","id":${row.fid},"geometry":${row.geom ?? 'null'},`;
  return head + JSON.stringify({ properties: propertiesOf(layer, row), ...more }).slice(1);
}

/** A collection of features as GeoJSON text. @param members foreign members, before the features */
export const collectionText = (layer: Layer, rows: readonly FeatureRow[], members: Record<string, unknown>): string =>
  `${JSON.stringify({ type: 'FeatureCollection', ...members }).slice(0, -1)},"features":[${rows
    .map((row) => featureText(layer, row))
    .join(',\n')}]}`;
