import type { Layer } from '../../../layers/declaration/layer.ts';
import { propertiesOf } from './geojson.ts';
import type { FeatureRow } from './feature-query.ts';

/** A cell of RFC 4180: quoted where it must be. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (cells: readonly unknown[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Features as CSV (RFC 4180) with a heading; the geometry as well-known text in the last column. */
export function csvText(layer: Layer, rows: readonly FeatureRow[]): string {
  const names = [...Object.keys(layer.fields), 'source_id', 'accuracy_m', 'dataset_id'];
  const lines = rows.map((row) => {
    const properties = propertiesOf(layer, row);
    return line([row.fid, ...names.map((name) => properties[name]), row.geom]);
  });
  return line(['fid', ...names, 'geometry']) + lines.join('');
}
