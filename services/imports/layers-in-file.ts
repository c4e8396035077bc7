import type { Geometry } from 'geojson';
import type { Catalogue } from '../../layers/catalogue.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import { ObjectTypes, type Place } from './object-type.ts';
import { planLayers, type PlanLayer } from './plans/plan-source.ts';
import { readFile } from './read-file.ts';
import type { ReadOptions } from './readers/reader.ts';
import { UnreadableFile } from './readers/unreadable.ts';

export interface LayersInFile {
  /** Ids of the layers that features of the file belong to. */
  layers: string[];
  /** Features of object types that no layer takes, or not in this shape; '' where they have none. */
  leftOut: { objectType: string; count: number }[];
  /** Of them those, by `placeKey`, that a layer would take in another shape. */
  misshapen: ReadonlySet<string>;
}

/**
 * Which layers a file's features belong to, by their object types.
 * @throws UnreadableFile when there is none, or when a type belongs to several layers
 */
export async function layersIn(
  catalogue: Catalogue,
  options: ReadOptions & { path: string; format?: string | undefined },
): Promise<LayersInFile> {
  const types = new ObjectTypes(catalogue);
  const source = await readFile(options.path, options);
  const met = new Map<string, { place: Place; count: number; fits: boolean }>();
  for await (const feature of source.features) {
    const place = types.place(feature, source.collection);
    const known = met.get(placeKey(place)) ?? { place, count: 0, fits: false };
    known.count += 1;
    known.fits ||= place.layers.some((id) => mayTake(catalogue.get(id), feature.geometry));
    met.set(placeKey(place), known);
  }
  const layers = new Set<string>();
  const left = new Map<string, number>();
  const misshapen = new Set<string>();
  for (const [key, { place, count, fits }] of met) {
    // The name of a file's only table says what nobody takes, too.
    const { objectType = source.collection ?? '', layers: possible } = place;
    const [layer, ...others] = possible;
    if (layer && fits) {
      if (others.length > 0)
        throw new UnreadableFile('layer-unclear', { type: objectType, layers: possible.join(', ') });
      layers.add(layer);
      continue;
    }
    left.set(objectType, (left.get(objectType) ?? 0) + count);
    if (layer) misshapen.add(key);
  }
  if (layers.size === 0) throw new UnreadableFile('layer-unknown', { types: [...left.keys()].join(', ') });
  const leftOut = [...left].map(([objectType, count]) => ({ objectType, count }));
  return { layers: [...layers].sort(), leftOut, misshapen };
}

/** Features of the same object type that the same layers take. */
export const placeKey = ({ objectType = '', layers }: Place): string => [objectType, ...layers].join('\n');

/**
 * Whether a layer wants this shape at all: the rivers of N1000 are lines, and water is areas. A type of which no feature
 * fits is left out; where some do, the others are rejected, each with its reason.
 */
function mayTake(layer: Layer, geometry: Geometry | null): boolean {
  const shape = geometry && shapes[geometry.type];
  return !shape || layer.geometry === 'any' || layer.geometry === shape;
}

const shapes: Partial<Record<Geometry['type'], Layer['geometry']>> = {
  ...{ Point: 'point', MultiPoint: 'point', LineString: 'line', MultiLineString: 'line' },
  ...{ Polygon: 'polygon', MultiPolygon: 'polygon' },
};

/** Those that a plan is made of: with one of them the file is a plan's. */
export const planLayersIn = ({ layers }: LayersInFile): PlanLayer[] =>
  planLayers.filter((layer) => layers.includes(layer));
