import type { Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import type { Fault, Reason } from './reasons.ts';
import type { SourceFeature } from './source-feature.ts';
import { storableJson, storableText } from '../database/storable.ts';

/** A feature that was not loaded. */
export interface Rejected {
  feature: SourceFeature;
  sourceId: string | null;
  reason: Reason;
  values: Record<string, unknown>;
  /** `srid` null: in the analysis CRS. */
  place: { x: number; y: number; srid: number | null } | null;
}

/** A feature whose geometry was mended to be loaded; areas in m², null where the fault has none. */
export interface Repaired {
  index: number;
  sourceId: string | null;
  fault: Fault;
  areaBefore: number | null;
  areaAfter: number | null;
}

/** Originals up to this many characters of JSON are kept whole; of larger ones the geometry is left out. */
const originalLimit = 1_000_000;

/** Keep what was not loaded, with its original, so that it can be mended and imported again. */
export async function noteRejected(session: Session, dataset: number, rejected: readonly Rejected[]): Promise<void> {
  if (rejected.length === 0) return;
  await session.rows(statement('imports/note-rejected'), {
    dataset,
    indexes: rejected.map(({ feature }) => feature.index),
    source_ids: rejected.map(({ sourceId }) => sourceId && storableText(sourceId)),
    reasons: rejected.map(({ reason }) => reason),
    details: rejected.map(({ values }) => storableJson(values)),
    srids: rejected.map(({ place }) => place?.srid ?? null),
    xs: rejected.map(({ place }) => place?.x ?? null),
    ys: rejected.map(({ place }) => place?.y ?? null),
    originals: rejected.map(({ feature }) => originalOf(feature)),
  });
}

/** Keep what was mended, inside the transaction of the batch. */
export async function noteRepaired(session: Session, dataset: number, repaired: readonly Repaired[]): Promise<void> {
  if (repaired.length === 0) return;
  await session.rows(statement('imports/note-repaired'), {
    dataset,
    indexes: repaired.map(({ index }) => index),
    reasons: repaired.map(({ fault }) => fault),
    before: repaired.map(({ areaBefore }) => areaBefore),
    after: repaired.map(({ areaAfter }) => areaAfter),
  });
}

function originalOf({ id, objectType, properties, geometry }: SourceFeature): string {
  const feature = { type: 'Feature', ...(id !== undefined && { id }), ...(objectType && { objectType }), properties };
  const whole = storableJson({ ...feature, geometry });
  return whole.length <= originalLimit ? whole : storableJson({ ...feature, geometry: null, geometryLeftOut: true });
}
