import { z } from 'zod';
import { groups, type Layer } from '../../../layers/declaration/layer.ts';
import type { Box } from '../../../tiles/grid/tile-matrix-set.ts';
import { legendOf } from '../../../tiles/legend.ts';
import type { DatasetInfo, Edition } from '../../imports/editions.ts';
import { coordinateSystems, crs84 } from '../coordinate-systems.ts';
import { Link } from '../links.ts';
import type { Call } from '../route.ts';

const Words = z.object({ nb: z.string(), en: z.string() });

/** A dataset as it is shown. */
export const Dataset = z.object({
  id: z.int(),
  part: z.string(),
  title: z.string().nullable(),
  provider: z.string().nullable(),
  licence: z.string().nullable(),
  attribution: z.string().nullable(),
  dataDate: z.string().nullable().meta({ description: '2024, 2024-05 or 2024-05-31' }),
  importedAt: z.string(),
  accuracyM: z.number().nullable(),
  example: z.boolean().meta({ description: 'Made up, not measured' }),
  hasCoverage: z.boolean().meta({ description: 'False: what lies outside the features is unknown, not empty' }),
  features: z.int(),
});

/** A collection of OGC API Features, with all that a map needs of a layer. */
export const Collection = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  titles: Words,
  group: z.object({ id: z.string(), title: z.string() }),
  geometry: z.enum(['point', 'line', 'polygon', 'any']),
  itemType: z.literal('feature'),
  crs: z.array(z.string()),
  storageCrs: z.string(),
  extent: z.object({ spatial: z.object({ bbox: z.array(z.array(z.number()).length(4)), crs: z.string() }) }).optional(),
  bbox: z.array(z.number()).length(4).nullable(),
  zooms: z.array(z.int()).length(2),
  fields: z.array(z.string()).meta({ description: 'Names of the fields; their types and titles are the queryables' }),
  years: z.array(z.int()).meta({
    description:
      'Years to choose from on the map, earliest first: /tiles/{id}?year= and /styles/{id}?year=; empty: all years show the same. The items are of all years.',
  }),
  legend: z.array(
    z.object({
      code: z.string().nullable(),
      text: z.string(),
      shape: z.enum(['fill', 'line', 'circle']),
      colour: z.string(),
      opacity: z.number(),
      outline: z.string().nullable(),
      dash: z.array(z.number()).nullable(),
    }),
  ),
  producedBy: z.string().nullable(),
  edition: z
    .object({ number: z.int(), publishedAt: z.string() })
    .nullable()
    .meta({ description: 'Null: no data has been loaded, which is not the same as nothing being there' }),
  datasets: z.array(Dataset),
  links: z.array(Link),
});
export type Collection = z.infer<typeof Collection>;

/** What is said about a dataset. */
export const datasetOf = (info: DatasetInfo): z.infer<typeof Dataset> => ({
  id: info.id,
  part: info.part,
  title: info.title,
  provider: info.provider,
  licence: info.licence,
  attribution: info.attribution,
  dataDate: info.dataDate,
  importedAt: info.importedAt,
  accuracyM: info.accuracyM,
  example: info.example,
  hasCoverage: info.hasCoverage,
  features: info.counts.loaded,
});

/**
 * Describe a layer as a collection.
 * @param box its bounds in degrees, when it has features
 * @param years between which there is something to choose on the map
 */
export function collectionOf(
  { language, links, settings }: Pick<Call, 'language' | 'links' | 'settings'>,
  layer: Layer,
  edition: Edition | undefined,
  box: Box | undefined,
  years: readonly number[] = [],
): Collection {
  const bbox = box ? box.map((degrees) => Number(degrees.toFixed(7))) : null;
  return {
    id: layer.id,
    title: layer.title[language],
    description: layer.description[language],
    titles: layer.title,
    group: { id: layer.group, title: groups[layer.group][language] },
    geometry: layer.geometry,
    itemType: 'feature',
    crs: coordinateSystems.map(({ uri }) => uri),
    storageCrs: `http://www.opengis.net/def/crs/EPSG/0/${settings.analysisSrid}`,
    ...(bbox && { extent: { spatial: { bbox: [bbox], crs: crs84.uri } } }),
    bbox,
    zooms: [...layer.tiles.zooms],
    fields: Object.keys(layer.fields),
    years: [...years],
    legend: legendOf(layer).map(({ code = null, label, outline = null, dash = null, shape, colour, opacity }) => ({
      ...{ code, text: label[language], shape, colour, opacity, outline, dash },
    })),
    producedBy: layer.producedBy ?? null,
    edition: edition ? { number: edition.number, publishedAt: edition.publishedAt } : null,
    datasets: (edition?.datasets ?? []).map(datasetOf),
    links: linksOf(links, layer),
  };
}

function linksOf(links: Call['links'], { id, title }: Layer): Link[] {
  const at = `/collections/${id}`;
  return [
    { href: links.to(at), rel: 'self', type: 'application/json' },
    { href: links.to(at, { f: 'html' }), rel: 'alternate', type: 'text/html' },
    { href: links.to(`${at}/items`), rel: 'items', type: 'application/geo+json', title: title.nb },
    { href: links.to(`${at}/items`, { f: 'csv' }), rel: 'items', type: 'text/csv', title: title.nb },
    { href: links.to(`${at}/items`, { f: 'html' }), rel: 'items', type: 'text/html', title: title.nb },
    {
      href: links.to(`${at}/queryables`),
      rel: 'http://www.opengis.net/def/rel/ogc/1.0/queryables',
      type: 'application/schema+json',
    },
    { href: links.to(`/tiles/${id}`), rel: 'tilejson', type: 'application/json' },
    { href: links.to(`/styles/${id}`), rel: 'style', type: 'application/json' },
  ];
}
