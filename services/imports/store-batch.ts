import type { Layer } from '../../layers/declaration/layer.ts';
import { builder } from '../database/connections.ts';
import type { Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import type { Crs } from './crs.ts';
import type { Identified } from './prepare.ts';
import { faultOf, type Fault } from './reasons.ts';
import { storableJson } from '../database/storable.ts';

/** A mended polygon is taken when its area changes by at most this share of it. */
export const areaTolerance = 0.001;

/** What the database found in a batch, by the feature's index. */
export interface Verdicts {
  invalid: Map<number, Invalid>;
  /** Features whose id an earlier one of the dataset has. */
  duplicates: Set<number>;
}

export interface Invalid {
  fault: Fault;
  /** In the analysis CRS. */
  place: [number, number];
  areaBefore: number;
  areaAfter: number | null;
  /** Mending would have changed the area, so it was not done. */
  rejected: boolean;
}

interface Target {
  layer: Layer;
  part: string;
  dataset: number;
  crs: Crs;
}

/** Load a batch into its layer's table, inside the transaction of `session`. */
export async function storeBatch(session: Session, batch: readonly Identified[], target: Target): Promise<Verdicts> {
  const { layer, part, dataset, crs } = target;
  await session.rows(statement('imports/make-incoming'));
  const ids = { layer: layer.id, part, source_ids: batch.map(({ id }) => id.id) };
  await session.rows(statement('imports/identify'), { ...ids, stable: batch.map(({ id }) => id.stable) });
  const { written, faults } = await session.row<Judged>(statement('imports/judge'), {
    ...ids,
    srid: crs.epsg,
    tolerance: areaTolerance,
    indexes: batch.map(({ feature }) => feature.index),
    ...placed(batch.map(({ examined }) => examined?.wkb ?? null)),
  });
  const rejected = faults.filter((fault) => fault.rejected).length;
  if (written !== batch.length - rejected)
    throw new Error(
      `Of ${batch.length} features ${rejected} were rejected, but ${written} were kept: nothing is loaded.`,
    );
  const duplicates = await session.build<{ index: number }>(insertInto(layer, dataset, batch));
  return {
    invalid: new Map(faults.map((fault) => [fault.index, invalidOf(fault)])),
    duplicates: new Set(duplicates.map(({ index }) => index)),
  };
}

/** Well-known binaries one after the other, and where each lies in them. */
function placed(wkbs: readonly (Buffer | null)[]) {
  let end = 1;
  const starts = wkbs.map((wkb) => (end += wkb?.length ?? 0) - (wkb?.length ?? 0));
  const lengths = wkbs.map((wkb) => wkb?.length ?? null);
  return { geoms: Buffer.concat(wkbs.filter((wkb) => wkb !== null)), starts, lengths };
}

interface Judged {
  /** Features whose geometry was good, or could be mended. */
  written: number;
  faults: Misshapen[];
}

interface Misshapen {
  index: number;
  fault: string;
  x: number;
  y: number;
  area_before: number;
  area_after: number | null;
  rejected: boolean;
}

const invalidOf = ({ fault, x, y, area_before, area_after, rejected }: Misshapen): Invalid => ({
  fault: faultOf(fault),
  place: [x, y],
  areaBefore: area_before,
  areaAfter: area_after,
  rejected,
});

/**
 * The columns come from the layer's declaration, so this one is built: what `incoming` holds, with the fields out of
 * one JSON text that has the shape of the table (the index travels in `fid`). Gives back what the table had already.
 */
function insertInto(layer: Layer, dataset: number, batch: readonly Identified[]) {
  const fields = ['accuracy_m', 'unmapped', ...Object.keys(layer.fields)];
  const rows = batch.map(({ feature, mapped }) => ({
    fid: feature.index,
    accuracy_m: mapped.accuracyM,
    unmapped: mapped.unmapped,
    ...mapped.values,
  }));
  const columns = (prefix: string) =>
    builder.raw(
      fields.map(() => '??').join(', '),
      fields.map((name) => prefix + name),
    );
  return builder.raw(
    `with given as materialized (
       select * from jsonb_populate_recordset(null::grunnriss.??, ?::jsonb)
     ),
     loaded as (
       insert into grunnriss.?? (dataset_id, fid, source_id, geom, ?)
       select ?::bigint, i.fid, i.source_id, i.geom, ?
       from incoming i join given g on g.fid = i.index
       where i.turn = 1 order by i.index
       on conflict (dataset_id, fid) do nothing
       returning fid
     )
     select i.index from incoming i where i.turn > 1 or not exists (select from loaded l where l.fid = i.fid)`,
    [layer.table, storableJson(rows), layer.table, columns(''), dataset, columns('g.')],
  );
}
