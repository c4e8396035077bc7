import type { Layer } from '../../layers/declaration/layer.ts';
import type { Crs } from './crs.ts';
import { examine, type Examined } from './examine.ts';
import type { Mapped, Mapping } from './mapping.ts';
import { Rejection } from './reasons.ts';
import type { SourceFeature } from './source-feature.ts';
import type { SourceId } from './source-id.ts';

/** A feature that is ready for the database. */
export interface Prepared {
  feature: SourceFeature;
  mapped: Mapped;
  /** Null for a feature of a layer where geometry is optional. */
  examined: Examined | null;
}

/** A prepared feature under the id that it keeps. */
export type Identified = Prepared & { id: SourceId };

/**
 * What can be found out about a feature without the database.
 * @throws Rejection
 */
export function prepare(feature: SourceFeature, layer: Layer, mapping: Mapping, crs: Crs): Prepared {
  if (feature.unreadable !== undefined) throw new Rejection('unreadable', { what: feature.unreadable });
  const examined = feature.geometry ? examine(feature.geometry, layer.geometry, crs) : null;
  if (!examined && !layer.geometryOptional) throw new Rejection('no-geometry', {});
  return { feature, mapped: mapping(feature), examined };
}
