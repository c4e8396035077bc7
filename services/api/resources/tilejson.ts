import { TileJson, tileJsonOf } from '../../../tiles/tilejson.ts';
import { layersOf } from '../layer-ids.ts';
import { json, route } from '../route.ts';

/** Description of the tiles of one or several layers. */
export const tileJson = route({
  method: 'get',
  path: '/tiles/{layerIds}',
  id: 'getTileJson',
  tag: 'Tiles',
  summary: { nb: 'TileJSON for ett eller flere kartlag', en: 'TileJSON of one or several layers' },
  formats: { json: 'application/json' },
  variables: { layerIds: { nb: 'kartlag, med komma mellom', en: 'layer ids, separated by commas' } },
  returns: TileJson,
  async handle({ catalogue, database, language, links, path, tiles }) {
    const layers = layersOf(catalogue, path.layerIds ?? '');
    const { editions, key } = await tiles.shown(layers);
    const boxes = await tiles.bounds.of(database, catalogue, editions);
    const ids = layers.map(({ id }) => id).join(',');
    // The braces are for the client to fill, so they are not encoded.
    const template = `${links.to(`/tiles/${ids}`)}/{z}/{x}/{y}?edition=${key}`;
    const document = tileJsonOf(layers, { template, editions, boxes: [...boxes.values()], language });
    return json(document, 'application/json', { 'Cache-Control': 'no-cache' });
  },
});
