import { isMissing } from './properties.ts';
import { isObject } from './readers/geojson-feature.ts';
import type { SourceFeature } from './source-feature.ts';

/** A feature that this program wrote itself, beside its fields. */
export interface OwnExport {
  /** With its fields only. */
  feature: SourceFeature;
  /** The id that it had. */
  sourceId: string | null;
  /** What its first source said that has no field. */
  unmapped: Record<string, unknown> | null;
}

/**
 * Take apart a feature of an export of ours (services/exports/columns.ts), so that it comes back as it was: known by
 * `source_id` and `dataset_id` together. Numbers of features and datasets are given anew. The names of tables say nothing.
 * @returns null for a feature of any other source
 */
export function ownExport({ index, properties, geometry, unreadable }: SourceFeature): OwnExport | null {
  if (!('source_id' in properties && 'dataset_id' in properties)) return null;
  const { fid, dataset_id, source_id, unmapped, ...fields } = properties;
  void [fid, dataset_id];
  const hasId = (typeof source_id === 'string' && source_id !== '') || typeof source_id === 'number';
  return {
    feature: { index, properties: fields, geometry, ...(unreadable !== undefined && { unreadable }) },
    sourceId: hasId ? String(source_id) : null,
    unmapped: objectIn(unmapped),
  };
}

/** What the export of rejected features says beside what they were (services/exports/export-rejected.ts). */
const rejectionNames = ['rejection_nb', 'rejection_en', 'rejection_place', 'rejection_index'];

/** A feature that was rejected before, without what was said about it then. */
export function withoutRejection(feature: SourceFeature): SourceFeature {
  if (!('rejection_nb' in feature.properties && 'rejection_index' in feature.properties)) return feature;
  const left = Object.entries(feature.properties).filter(([name]) => !rejectionNames.includes(name));
  return { ...feature, properties: Object.fromEntries(left) };
}

/** Formats without objects hold them as JSON. What somebody wrote there instead is kept, too. */
function objectIn(value: unknown): Record<string, unknown> | null {
  if (isMissing(value)) return null;
  const parsed = typeof value === 'string' ? parsedOr(value) : value;
  return isObject(parsed) ? parsed : { unmapped: value };
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
