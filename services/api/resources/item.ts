import { z } from 'zod';
import { Dataset, datasetOf } from '../features/collection.ts';
import { featureQuery, type FeatureRow } from '../features/feature-query.ts';
import { featureText } from '../features/geojson.ts';
import { worded } from '../features/wording.ts';
import { itemPage } from '../html/item-page.ts';
import { Link } from '../links.ts';
import { crs } from '../parameters/coordinate-system.ts';
import { run } from '../parameters/run.ts';
import { route } from '../route.ts';
import { shortened, tell } from '../tell.ts';

const wholeNumber = /^[1-9]\d{0,15}$/;

/** One feature with all that is known about it, in the reader's words too, and where it comes from. */
export const item = route({
  method: 'get',
  path: '/collections/{collectionId}/items/{featureId}',
  id: 'getItem',
  tag: 'Features',
  summary: { nb: 'Ett objekt, med kilde og dato', en: 'One feature, with its source and date' },
  formats: { json: 'application/geo+json', html: 'text/html' },
  variables: {
    collectionId: { nb: 'kartlagets id', en: 'id of the layer' },
    featureId: { nb: 'objektets nummer (fid)', en: 'number of the feature (fid)' },
  },
  query: { crs, run },
  returns: z.looseObject({
    type: z.literal('Feature'),
    id: z.int(),
    properties: z.record(z.string(), z.unknown()),
    layer: z.string(),
    name: z.string().nullable(),
    facts: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
        unit: z.string().nullable(),
        kind: z.string(),
      }),
    ),
    unmapped: z.record(z.string(), z.unknown()),
    dataset: Dataset,
    links: z.array(Link),
  }),
  async handle(call) {
    const { catalogue, database, format, language, links, path, query, tiles } = call;
    const layer = catalogue.get(path.collectionId ?? '');
    const given = path.featureId ?? '';
    const [edition] = await tiles.editions([layer], query.run);
    const datasets = (edition?.datasets ?? []).map(({ id }) => id);
    const wanted = { layer, datasets, crs: query.crs, geometry: 'geojson' } as const;
    const [row] =
      wholeNumber.test(given) && Number.isSafeInteger(Number(given))
        ? await database.build<FeatureRow>(featureQuery(wanted, Number(given)))
        : [];
    const info = edition?.datasets.find(({ id }) => id === row?.dataset_id);
    if (!row || !info)
      throw tell(404, 'unknown-feature', ({ unknownFeature: say }) => ({
        ...say,
        detail: say.detail(shortened(given), layer.id),
      }));
    if (format === 'html') return itemPage(call, layer, row, info);
    const at = `/collections/${layer.id}/items/${row.fid}`;
    const name = layer.label ? row[layer.label] : null;
    const members = {
      layer: layer.id,
      name: typeof name === 'string' ? name : null,
      facts: worded(layer, row, language),
      unmapped: row['unmapped'] ?? {},
      dataset: datasetOf(info),
      links: [
        { href: links.to(at, call.given), rel: 'self', type: 'application/geo+json' },
        { href: links.to(at, { ...call.given, f: 'html' }), rel: 'alternate', type: 'text/html' },
        { href: links.to(`/collections/${layer.id}`), rel: 'collection', type: 'application/json' },
      ],
    };
    return {
      type: 'application/geo+json',
      headers: { 'Content-Crs': `<${query.crs.uri}>`, 'Cache-Control': 'no-cache' },
      body: featureText(layer, row, members),
    };
  },
});
