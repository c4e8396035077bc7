import { z } from 'zod';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Field } from '../../../layers/declaration/field.ts';
import type { Layer } from '../../../layers/declaration/layer.ts';
import { titleOf } from '../features/wording.ts';
import { json, route } from '../route.ts';

const types: Record<Field['kind'], { type: string; format?: string }> = {
  text: { type: 'string' },
  code: { type: 'string' },
  date: { type: 'string', format: 'date' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  'code-number': { type: 'integer' },
  boolean: { type: 'boolean' },
};

const geometries: Record<Layer['geometry'], string> = {
  point: 'geometry-point-or-multipoint',
  line: 'geometry-linestring-or-multilinestring',
  polygon: 'geometry-polygon-or-multipolygon',
  any: 'geometry-any',
};

/** One field as JSON Schema; codes with their texts. */
function property(layer: Layer, name: string, field: Field, language: Language) {
  const value = (code: string) => (field.kind === 'code-number' ? Number(code) : code);
  return {
    title: titleOf(layer, name, language),
    ...types[field.kind],
    ...(field.unit && { 'x-ogc-unit': field.unit }),
    ...(field.codes && {
      anyOf: Object.entries(field.codes).map(([code, text]) => ({ const: value(code), title: text[language] })),
    }),
  };
}

/** The fields of a layer that can be asked for: JSON Schema, as OGC API Features Part 3 says. */
export const queryables = route({
  method: 'get',
  path: '/collections/{collectionId}/queryables',
  id: 'getQueryables',
  tag: 'Features',
  summary: { nb: 'Feltene i et kartlag', en: 'The fields of a layer' },
  formats: { json: 'application/schema+json' },
  variables: { collectionId: { nb: 'kartlagets id', en: 'id of the layer' } },
  returns: z.looseObject({ type: z.literal('object'), properties: z.record(z.string(), z.unknown()) }),
  handle({ catalogue, language, links, path }) {
    const layer = catalogue.get(path.collectionId ?? '');
    const schema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: links.to(`/collections/${layer.id}/queryables`),
      type: 'object',
      title: layer.title[language],
      properties: {
        ...Object.fromEntries(
          Object.entries(layer.fields).map(([name, field]) => [name, property(layer, name, field, language)]),
        ),
        source_id: { title: 'source_id', type: 'string' },
        accuracy_m: { title: 'accuracy_m', type: 'number', 'x-ogc-unit': 'm' },
        geom: { 'x-ogc-role': 'primary-geometry', format: geometries[layer.geometry] },
      },
      additionalProperties: false,
    };
    return json(schema, 'application/schema+json');
  },
});
