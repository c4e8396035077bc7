import type { Layer } from '../../layers/declaration/layer.ts';
import { builder } from '../../services/database/connections.ts';
import type { Database } from '../../services/database/database.ts';

/** A dataset of bare geometry, WKT in the analysis CRS, with fids from 1: without the import, which is tested elsewhere. */
export async function addDataset(
  database: Database,
  layer: Layer,
  geometries: readonly string[],
  fields: readonly Record<string, unknown>[] = [],
): Promise<number> {
  const [dataset] = await database.build<{ id: number }>(
    builder.withSchema('grunnriss').insert({ layer: layer.id, part: 'test', complete: true }, ['id']).into('dataset'),
  );
  if (!dataset) throw new Error('No dataset was made.');
  const rows = geometries.map((wkt, index) => ({
    dataset_id: dataset.id,
    fid: index + 1,
    geom: builder.raw('ST_GeomFromText(?, 25832)', [wkt]),
    ...fields[index],
  }));
  for (let start = 0; start < rows.length; start += 500)
    await database.build(
      builder
        .withSchema('grunnriss')
        .insert(rows.slice(start, start + 500))
        .into(layer.table),
    );
  return dataset.id;
}
