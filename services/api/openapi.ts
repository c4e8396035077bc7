import { z } from 'zod';
import type { Language } from '../../layers/declaration/bilingual.ts';
import type { Addresses } from './links.ts';
import type { QueryParameter } from './parameters/parameter.ts';
import { fileField } from './receive-files.ts';
import { parametersOf } from './read-call.ts';
import type { Route } from './route.ts';
import { texts } from './texts/texts.ts';

type Schema = Record<string, unknown>;

/** The JSON Schema of a zod schema, as the asker writes it: OpenAPI 3.1 takes draft 2020-12 as it is. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'input'): Schema {
  // What has no form in JSON (a transformation, a check by code) is described by its surroundings.
  const written: Schema = { ...z.toJSONSchema(schema, { io, unrepresentable: 'any' }) };
  delete written['$schema'];
  return written;
}

/** The OpenAPI 3.1 document of the service, out of the declarations that its requests are read by. */
export function openApi(routes: readonly Route[], links: Addresses, language: Language): Record<string, unknown> {
  const { service } = texts[language];
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operation(route, language);
  return {
    openapi: '3.1.0',
    info: {
      title: service.title,
      description: service.description,
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: links.to('') }],
    paths,
    components: {
      schemas: { problem },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
      },
    },
  };
}

/** RFC 9457. */
const problem: Schema = {
  type: 'object',
  required: ['type', 'status', 'title', 'detail'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    remedy: { type: 'string' },
    instance: { type: 'string' },
  },
};

/** Files, as OpenAPI 3.1 writes them: several in a form, or one as the body. */
const uploaded: Schema = {
  'multipart/form-data': {
    schema: {
      type: 'object',
      required: [fileField],
      properties: {
        [fileField]: {
          type: 'array',
          minItems: 1,
          items: { type: 'string', contentMediaType: 'application/octet-stream' },
        },
      },
    },
  },
  '*/*': { schema: {} },
};

function operation(route: Route, language: Language): Schema {
  const { id, tag, summary, variables = {}, body, upload, statuses = {}, changesData } = route;
  const words = ({ nb, en }: { nb: string; en: string }) => ({ nb, en })[language];
  return {
    operationId: id,
    tags: [tag],
    summary: words(summary),
    parameters: [
      ...Object.entries(variables).map(([name, meaning]) => ({
        ...{ name, in: 'path', required: true, description: words(meaning), schema: { type: 'string' } },
      })),
      ...Object.values(parametersOf(route)).map((parameter) => queryParameter(parameter, language)),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: Object.fromEntries(body.types.map((type) => [type, { schema: schemaOf(body.schema) }])),
      },
    }),
    ...(upload && { requestBody: { required: true, content: uploaded } }),
    // A key is needed only where the service has been given keys.
    ...(changesData && { security: [{}, { bearer: [] }, { key: [] }] }),
    responses: {
      200: { description: words(summary), content: contentOf(route) },
      ...Object.fromEntries(
        Object.entries(statuses).map(([status, meaning]) => [status, { description: words(meaning) }]),
      ),
      default: {
        description: 'RFC 9457',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
      },
    },
  };
}

function contentOf({ formats, returns }: Route): Schema {
  const isJson = (type: string) => type.includes('json');
  return Object.fromEntries(
    Object.values(formats).map((type) => [
      type,
      returns && isJson(type) ? { schema: schemaOf(returns, 'output') } : { schema: { type: 'string' } },
    ]),
  );
}

function queryParameter({ name, schema, meaning, kind }: QueryParameter, language: Language): Schema {
  return {
    name,
    in: 'query',
    required: false,
    description: meaning[language],
    ...(kind === 'numbers' && { style: 'form', explode: false }),
    schema: schemaOf(schema),
  };
}
