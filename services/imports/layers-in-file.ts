import type { Catalogue } from '../../layers/catalogue.ts';
import { ObjectTypes } from './object-type.ts';
import { planLayers, type PlanLayer } from './plans/plan-source.ts';
import { readFile } from './read-file.ts';
import type { ReadOptions } from './readers/reader.ts';
import { UnreadableFile } from './readers/unreadable.ts';

export interface LayersInFile {
  /** Ids of the layers that features of the file belong to. */
  layers: string[];
  /** Features of object types that no layer takes; '' where they have none. */
  leftOut: { objectType: string; count: number }[];
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
  const layers = new Set<string>();
  const left = new Map<string, number>();
  for await (const feature of source.features) {
    const objectType = types.of(feature, source.collection);
    const [layer, ...others] = types.layersOf(objectType);
    if (others.length > 0)
      throw new UnreadableFile('layer-unclear', { type: objectType ?? '', layers: [layer, ...others].join(', ') });
    if (layer) layers.add(layer);
    else left.set(objectType ?? '', (left.get(objectType ?? '') ?? 0) + 1);
  }
  const leftOut = [...left].map(([objectType, count]) => ({ objectType, count }));
  if (layers.size === 0)
    throw new UnreadableFile('layer-unknown', { types: leftOut.map(({ objectType }) => objectType).join(', ') });
  return { layers: [...layers].sort(), leftOut };
}

/** Those that a plan is made of: with one of them the file is a plan's. */
export const planLayersIn = ({ layers }: LayersInFile): PlanLayer[] =>
  planLayers.filter((layer) => layers.includes(layer));
