import { z } from 'zod';
import { coordinateSystems } from '../coordinate-systems.ts';
import { Collection, collectionOf } from '../features/collection.ts';
import { collectionPage } from '../html/collection-page.ts';
import { html } from '../../html.ts';
import { pageAnswer, table } from '../html/page.ts';
import { Link } from '../links.ts';
import { json, route } from '../route.ts';
import { texts } from '../texts/texts.ts';

/** Data that changes only with an edition: asked for again each time, and answered with 304 when it has not changed. */
const fresh = { 'Cache-Control': 'no-cache' };

/** Every layer of the catalogue, those without data too: that there is no data is part of the answer. */
export const collections = route({
  method: 'get',
  path: '/collections',
  id: 'getCollections',
  tag: 'Features',
  summary: { nb: 'Alle kartlag', en: 'All layers' },
  formats: { json: 'application/json', html: 'text/html' },
  returns: z.object({ links: z.array(Link), crs: z.array(z.string()), collections: z.array(Collection) }),
  async handle(call) {
    const { catalogue, database, format, given, language, links, tiles } = call;
    const { editions, layers } = await tiles.shown(catalogue.layers);
    const boxes = await tiles.bounds.of(database, catalogue, editions);
    const all = catalogue.layers.map((layer) =>
      collectionOf(
        call,
        layer,
        editions.find((edition) => edition.layer === layer.id),
        boxes.get(layer.id),
        layers.find((shown) => shown.layer === layer)?.years,
      ),
    );
    if (format === 'html') {
      const say = texts[language].page;
      return pageAnswer({
        title: say.collections,
        language,
        links,
        address: '/collections',
        given,
        formats: [['JSON', links.to('/collections', { f: 'json' })]],
        body: table(
          [say.collections, say.datasets, say.dataDate],
          all.map(({ id, title, description, datasets }) => [
            html`<a href="${links.to(`/collections/${id}`, { lang: language })}">${title}</a><br />${description}`,
            datasets.length > 0 ? datasets.length : say.noData,
            [...new Set(datasets.flatMap(({ dataDate }) => dataDate ?? []))].sort().join(', '),
          ]),
        ),
      });
    }
    const document = {
      links: [
        { href: links.to('/collections'), rel: 'self', type: 'application/json' },
        { href: links.to('/collections', { f: 'html' }), rel: 'alternate', type: 'text/html' },
      ],
      crs: coordinateSystems.map(({ uri }) => uri),
      collections: all,
    };
    return json(document, 'application/json', fresh);
  },
});

/** One layer. */
export const collection = route({
  method: 'get',
  path: '/collections/{collectionId}',
  id: 'getCollection',
  tag: 'Features',
  summary: { nb: 'Ett kartlag', en: 'One layer' },
  formats: { json: 'application/json', html: 'text/html' },
  variables: { collectionId: { nb: 'kartlagets id', en: 'id of the layer' } },
  returns: Collection,
  async handle(call) {
    const { catalogue, database, format, path, tiles } = call;
    const layer = catalogue.get(path.collectionId ?? '');
    const { editions, layers } = await tiles.shown([layer]);
    const boxes = await tiles.bounds.of(database, catalogue, editions);
    const document = collectionOf(call, layer, editions[0], boxes.get(layer.id), layers[0]?.years);
    return format === 'html' ? collectionPage(call, layer, document) : json(document, 'application/json', fresh);
  },
});
