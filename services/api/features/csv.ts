import type { Layer } from '../../../layers/declaration/layer.ts';
import { csvLine } from '../../csv-line.ts';
import { propertiesOf } from './geojson.ts';
import type { FeatureRow } from './feature-query.ts';

/** Features as CSV (RFC 4180) with a heading; the geometry as well-known text in the last column. */
export function csvText(layer: Layer, rows: readonly FeatureRow[]): string {
  const names = [...Object.keys(layer.fields), 'source_id', 'accuracy_m', 'dataset_id'];
  const lines = rows.map((row) => {
    const properties = propertiesOf(layer, row);
    return csvLine([row.fid, ...names.map((name) => properties[name]), row.geom]);
  });
  return csvLine(['fid', ...names, 'geometry']) + lines.join('');
}
