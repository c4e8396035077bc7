import { TileJson, tileJsonOf } from '../../../tiles/tilejson.ts';
import { layersOf } from '../layer-ids.ts';
import { run } from '../parameters/run.ts';
import { year } from '../parameters/year.ts';
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
  query: { year, run },
  returns: TileJson,
  async handle({ catalogue, database, language, links, path, query, tiles }) {
    const layers = layersOf(catalogue, path.layerIds ?? '');
    const shown = await tiles.shown(layers, query);
    const boxes = await tiles.bounds.of(database, catalogue, shown.editions);
    const ids = layers.map(({ id }) => id).join(',');
    // The braces are for the client to fill, so they are not encoded.
    const template = `${links.to(`/tiles/${ids}`)}/{z}/{x}/{y}?${query.year ? `year=${query.year}&` : ''}${query.run ? `run=${query.run}&` : ''}edition=${shown.key}`;
    const drawn = new Set(shown.layers.flatMap(({ datasets }) => datasets));
    const editions = shown.editions.map((edition) => ({
      ...edition,
      datasets: edition.datasets.filter(({ id }) => drawn.has(id)),
    }));
    const years = [...new Set(shown.layers.flatMap((layer) => layer.years))].sort((a, b) => a - b);
    const document = tileJsonOf(layers, { template, editions, years, boxes: [...boxes.values()], language });
    return json(document, 'application/json', { 'Cache-Control': 'no-cache' });
  },
});
