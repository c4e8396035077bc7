import type { Knex } from 'knex';
import knexPostgis from 'knex-postgis';
import type { Layer } from '../../../layers/declaration/layer.ts';
import type { Box } from '../../../tiles/grid/tile-matrix-set.ts';
import { builder } from '../../database/connections.ts';
import type { CoordinateSystem } from '../coordinate-systems.ts';
import type { Period } from '../parameters/datetime.ts';
import { datesOf } from './dates.ts';

const st = knexPostgis(builder);

/** A feature as the database gives it: its fields by name, its geometry as text in the CRS asked for. */
export type FeatureRow = Record<string, unknown> & {
  fid: number;
  dataset_id: number;
  source_id: string | null;
  accuracy_m: number | null;
  geom: string | null;
};

/** How geometry is written. */
type GeometryText = 'geojson' | 'wkt';

const writers: Record<GeometryText, string> = { geojson: 'ST_AsGeoJSON(?, ?::int, 0)', wkt: 'ST_AsText(?, ?::int)' };

/** Geometry as text in a CRS, in the axis order of its definition. */
function geometryText(crs: CoordinateSystem, text: GeometryText): Knex.Raw {
  const there = builder.raw('ST_Transform(f.geom, ?::int)', [crs.srid]);
  const ordered = crs.northFirst ? builder.raw('ST_FlipCoordinates(?)', [there]) : there;
  return builder.raw(`${writers[text]} as geom`, [ordered, crs.decimals]);
}

/** The columns of a feature; their names come from the layer's declaration. */
const columns = (layer: Layer): string[] =>
  ['fid', 'dataset_id', 'source_id', 'accuracy_m', ...Object.keys(layer.fields)].map((name) => `f.${name}`);

interface Wanted {
  layer: Layer;
  datasets: readonly number[];
  crs: CoordinateSystem;
  geometry: GeometryText;
}

interface Page extends Wanted {
  after: number;
  limit: number;
  analysisSrid: number;
  /** Boxes to touch, and their CRS; absent: everywhere. */
  within?: { boxes: readonly Box[]; crs: CoordinateSystem };
  period?: Period;
}

/**
 * The next features of a layer by number. Each dataset gives its own next ones by its key, so that a page costs the
 * same at the end of a layer as at its beginning.
 */
export function pageQuery({ layer, datasets, crs, geometry, after, limit, ...filters }: Page): Knex.QueryBuilder {
  const next = builder
    .withSchema('grunnriss')
    .from(layer.table)
    .whereRaw('dataset_id = wanted.id')
    .where('fid', '>', after)
    .orderBy('fid')
    .limit(limit);
  if (filters.within) next.where(touches(filters.within, filters.analysisSrid));
  if (filters.period) next.where(during(layer, filters.period));
  return builder
    .select(columns(layer))
    .select(geometryText(crs, geometry))
    .from(builder.raw('unnest(?::bigint[]) as wanted (id) cross join lateral ? as f', [[...datasets], next]))
    .orderBy(['f.fid', 'f.dataset_id'])
    .limit(limit);
}

/** One feature, with what its source said that has no field. */
export function featureQuery({ layer, datasets, crs, geometry }: Wanted, fid: number): Knex.QueryBuilder {
  return builder
    .select([...columns(layer), 'f.unmapped'])
    .select(geometryText(crs, geometry))
    .from(builder.raw('grunnriss.?? as f', [layer.table]))
    .where('f.fid', fid)
    .whereRaw('f.dataset_id = any(?::bigint[])', [[...datasets]])
    .orderBy('f.dataset_id', 'desc')
    .limit(1);
}

/** Features that touch one of the boxes (/req/core/fc-bbox-response). */
function touches({ boxes, crs }: NonNullable<Page['within']>, analysisSrid: number): Knex.QueryCallback {
  return (where) => {
    if (boxes.length === 0) where.whereRaw('false');
    for (const box of boxes) where.orWhere(st.intersects('geom', areaOf(box, crs, analysisSrid)));
  };
}

/** A box in the analysis CRS. Its sides are bent there, so they get vertices; a box may also be a line or a point. */
function areaOf([west, south, east, north]: Box, { srid }: CoordinateSystem, analysisSrid: number): Knex.Raw {
  const box = builder.raw(
    'ST_SetSRID(ST_Envelope(ST_MakeLine(ST_MakePoint(?::float8, ?::float8), ST_MakePoint(?::float8, ?::float8))), ?::int)',
    [west, south, east, north, srid],
  );
  if (srid === analysisSrid) return box;
  const step = Math.max(east - west, north - south) / 64;
  const bendable = step > 0 ? builder.raw('ST_Segmentize(?, ?::float8)', [box, step]) : box;
  return builder.raw('ST_Transform(?, ?::int)', [bendable, analysisSrid]);
}

/** Features that hold in a period; those without a date hold always (/req/core/fc-time-response). */
function during(layer: Layer, { from, to }: Period): Knex.QueryCallback {
  return (where) => {
    const dates = datesOf(layer);
    if (!dates) return;
    if (to) where.whereRaw('(?? is null or ?? <= ?::date)', [dates.from, dates.from, to]);
    if (from) where.whereRaw('(?? is null or ?? >= ?::date)', [dates.to, dates.to, from]);
  };
}
