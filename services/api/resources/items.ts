import { z } from 'zod';
import type { Layer } from '../../../layers/declaration/layer.ts';
import type { Edition } from '../../imports/editions.ts';
import { boxesOf } from '../features/box.ts';
import { csvText } from '../features/csv.ts';
import { datesOf } from '../features/dates.ts';
import { pageQuery, type FeatureRow } from '../features/feature-query.ts';
import { collectionText } from '../features/geojson.ts';
import { itemsPage } from '../html/items-page.ts';
import { Link } from '../links.ts';
import { bbox } from '../parameters/bbox.ts';
import { bboxCrs, crs } from '../parameters/coordinate-system.ts';
import { datetime } from '../parameters/datetime.ts';
import { after, limit, mostFeatures } from '../parameters/paging.ts';
import { run } from '../parameters/run.ts';
import type { QueryValues } from '../parameters/parameter.ts';
import { route, type Call } from '../route.ts';

const query = { bbox, bboxCrs, crs, datetime, limit, after, run };
type ItemsCall = Call<QueryValues<typeof query>>;

/** A page of features; one more is asked for than shown, which tells whether there is a next page. */
async function findPage(call: ItemsCall, layer: Layer, edition: Edition | undefined) {
  const { catalogue, database, format, query, settings, tiles } = call;
  const limit = Math.min(query.limit, mostFeatures);
  if (!edition) return { rows: [], more: false };
  const bounds = (await tiles.bounds.of(database, catalogue, [edition])).get(layer.id);
  const within = query.bbox && {
    boxes: bounds ? boxesOf(query.bbox, query.bboxCrs, bounds) : [],
    crs: query.bboxCrs,
  };
  const rows = await database.build<FeatureRow>(
    pageQuery({
      layer,
      datasets: edition.datasets.map(({ id }) => id),
      crs: query.crs,
      geometry: format === 'csv' ? 'wkt' : 'geojson',
      after: query.after,
      limit: limit + 1,
      analysisSrid: settings.analysisSrid,
      ...(within && { within }),
      ...(query.datetime && { period: query.datetime }),
    }),
  );
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

/** How many features there are in all, where that is known without counting: when nothing is left out. */
const numberMatched = (call: ItemsCall, layer: Layer, edition: Edition | undefined): number | undefined =>
  call.query.bbox || (call.query.datetime && datesOf(layer))
    ? undefined
    : (edition?.datasets ?? []).reduce((sum, { counts }) => sum + counts.loaded, 0);

/** Features of a layer, page by page. */
export const items = route({
  method: 'get',
  path: '/collections/{collectionId}/items',
  id: 'getItems',
  tag: 'Features',
  summary: { nb: 'Objekter i et kartlag', en: 'Features of a layer' },
  formats: { json: 'application/geo+json', html: 'text/html', csv: 'text/csv' },
  variables: { collectionId: { nb: 'kartlagets id', en: 'id of the layer' } },
  query,
  returns: z.object({
    type: z.literal('FeatureCollection'),
    links: z.array(Link),
    numberMatched: z.int().optional(),
    numberReturned: z.int(),
    features: z.array(z.looseObject({ type: z.literal('Feature'), id: z.int() })),
  }),
  async handle(call) {
    const { catalogue, format, given, links, path, tiles } = call;
    const layer = catalogue.get(path.collectionId ?? '');
    const [edition] = await tiles.editions([layer], call.query.run);
    const { rows, more } = await findPage(call, layer, edition);
    const at = `/collections/${layer.id}/items`;
    const next = more ? links.to(at, { ...given, after: rows.at(-1)?.fid }) : undefined;
    const headers = {
      'Content-Crs': `<${call.query.crs.uri}>`,
      'Cache-Control': 'no-cache',
      // Formats without room for links carry them here (/req/core/fc-links, recommendation).
      ...(next && { Link: `<${next}>; rel="next"` }),
    };
    if (format === 'html') return itemsPage(call, layer, rows, next);
    if (format === 'csv')
      return { type: 'text/csv; charset=utf-8; header=present', headers, body: csvText(layer, rows) };
    const matched = numberMatched(call, layer, edition);
    const members = {
      links: [
        { href: links.to(at, given), rel: 'self', type: 'application/geo+json' },
        { href: links.to(at, { ...given, f: 'html' }), rel: 'alternate', type: 'text/html' },
        { href: links.to(at, { ...given, f: 'csv' }), rel: 'alternate', type: 'text/csv' },
        { href: links.to(`/collections/${layer.id}`), rel: 'collection', type: 'application/json' },
        ...(next ? [{ href: next, rel: 'next', type: 'application/geo+json' }] : []),
      ],
      ...(matched !== undefined && { numberMatched: matched }),
      numberReturned: rows.length,
    };
    return { type: 'application/geo+json', headers, body: collectionText(layer, rows, members) };
  },
});
