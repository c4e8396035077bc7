import { z } from 'zod';
import { styleOf } from '../../../tiles/style.ts';
import { layersOf } from '../layer-ids.ts';
import { year } from '../parameters/year.ts';
import { json, route } from '../route.ts';

/** How one or several layers are drawn. */
export const style = route({
  method: 'get',
  path: '/styles/{layerIds}',
  id: 'getStyle',
  tag: 'Tiles',
  summary: { nb: 'MapLibre-stil for ett eller flere kartlag', en: 'MapLibre style of one or several layers' },
  formats: { json: 'application/json' },
  variables: { layerIds: { nb: 'kartlag, med komma mellom', en: 'layer ids, separated by commas' } },
  query: { year },
  returns: z.looseObject({
    version: z.literal(8),
    sources: z.record(z.string(), z.looseObject({ type: z.literal('vector'), url: z.string() })),
    layers: z.array(z.looseObject({ id: z.string(), type: z.string() })),
  }),
  handle({ catalogue, language, links, path, query }) {
    const layers = layersOf(catalogue, path.layerIds ?? '');
    const tileJson = links.to(`/tiles/${layers.map(({ id }) => id).join(',')}`, { year: query.year });
    return json(styleOf(layers, { tileJson, language }), 'application/json', { 'Cache-Control': 'no-cache' });
  },
});
