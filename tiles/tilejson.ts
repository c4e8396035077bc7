import { z } from 'zod';
import type { Language } from '../layers/declaration/bilingual.ts';
import type { Field } from '../layers/declaration/field.ts';
import type { Layer } from '../layers/declaration/layer.ts';
import type { Edition } from '../services/imports/editions.ts';
import type { Box } from './grid/tile-matrix-set.ts';

/** TileJSON 3.0.0 of vector tiles. */
export const TileJson = z.object({
  tilejson: z.literal('3.0.0'),
  name: z.string(),
  description: z.string(),
  attribution: z.string(),
  scheme: z.literal('xyz'),
  tiles: z.array(z.string()),
  years: z
    .array(z.int())
    .meta({ description: 'Years to choose from by ?year=, earliest first; empty: all show the same' }),
  minzoom: z.int(),
  maxzoom: z.int(),
  bounds: z.array(z.number()).length(4),
  vector_layers: z.array(
    z.object({
      id: z.string(),
      description: z.string(),
      minzoom: z.int(),
      maxzoom: z.int(),
      fields: z.record(z.string(), z.enum(['String', 'Number', 'Boolean'])),
    }),
  ),
});
export type TileJson = z.infer<typeof TileJson>;

const typeNames: Record<Field['kind'], 'String' | 'Number' | 'Boolean'> = {
  text: 'String',
  code: 'String',
  date: 'String',
  integer: 'Number',
  number: 'Number',
  'code-number': 'Number',
  boolean: 'Boolean',
};

/** All of the world that the grid covers: where the bounds of nothing are. */
const world: Box = [-180, -85.0511, 180, 85.0511];

/**
 * Describe the tiles of layers.
 * @param given.template address of a tile with {z}, {x} and {y}
 * @param given.editions with the datasets that the tiles show
 * @param given.years between which there is something to choose
 * @param given.boxes bounds in degrees of each layer that has features
 */
export function tileJsonOf(
  layers: readonly Layer[],
  given: {
    template: string;
    editions: readonly Edition[];
    years: readonly number[];
    boxes: readonly Box[];
    language: Language;
  },
): TileJson {
  const { template, editions, years, boxes, language } = given;
  const titles = layers.map(({ title }) => title[language]);
  return {
    tilejson: '3.0.0',
    name: titles.join(', '),
    description: layers.map(({ description }) => description[language]).join(' '),
    attribution: attributionOf(editions),
    scheme: 'xyz',
    tiles: [template],
    years: [...years],
    minzoom: Math.min(...layers.map(({ tiles }) => tiles.zooms[0])),
    maxzoom: Math.max(...layers.map(({ tiles }) => tiles.zooms[1])),
    bounds: [...together(boxes)],
    vector_layers: layers.map(({ id, description, tiles, fields }) => ({
      id,
      description: description[language],
      minzoom: tiles.zooms[0],
      maxzoom: tiles.zooms[1],
      fields: Object.fromEntries(Object.entries(fields).map(([name, { kind }]) => [name, typeNames[kind]])),
    })),
  };
}

/** What must be said beside the map, each once. */
function attributionOf(editions: readonly Edition[]): string {
  const said = editions.flatMap(({ datasets }) =>
    datasets.map(({ attribution, provider }) => attribution ?? provider ?? ''),
  );
  return [...new Set(said.filter(Boolean))].join(' | ');
}

function together(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return world;
  const side = (index: 0 | 1 | 2 | 3) => boxes.map((box) => box[index]);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
}
