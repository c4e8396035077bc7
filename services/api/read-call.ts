import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Language } from '../../layers/declaration/bilingual.ts';
import { acceptedLanguage, languageOf } from './language.ts';
import { addressesFor } from './links.ts';
import { parameter, type QueryParameter } from './parameters/parameter.ts';
import { readQuery } from './parameters/read-query.ts';
import type { Call, Context, Route } from './route.ts';
import { tell } from './tell.ts';

/** The language of the texts in the answer; every resource takes it. */
const lang = parameter({
  name: 'lang',
  kind: 'text',
  schema: z.enum(['nb', 'en']).optional(),
  meaning: { nb: 'språket til svaret: nb eller en.', en: 'the language of the answer: nb or en.' },
});

/** The format of the answer, when a resource has several. */
const formatParameter = ({ formats }: Route): QueryParameter =>
  parameter({
    name: 'f',
    kind: 'text',
    schema: z.enum(Object.keys(formats) as [string, ...string[]]).optional(),
    meaning: {
      nb: `formatet til svaret: ${Object.keys(formats).join(', ')}.`,
      en: `the format of the answer: ${Object.keys(formats).join(', ')}.`,
    },
  });

/** Every parameter that a resource takes. */
export const parametersOf = (route: Route): Record<string, QueryParameter> => ({
  ...route.query,
  ...(Object.keys(route.formats).length > 1 && { f: formatParameter(route) }),
  lang,
});

/** The query of a request, repeats and all; cut off by hand, because an address may be none (`//[`). */
export const queryOf = ({ originalUrl }: Request): URLSearchParams => {
  const start = originalUrl.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : originalUrl.slice(start + 1));
};

/** The language of a request: `lang`, else `Accept-Language`; for problems too, so it never throws. */
export function languageFor(request: Request): Language {
  const asked = queryOf(request).get('lang');
  return (asked === null ? undefined : languageOf(asked)) ?? acceptedLanguage(request.get('accept-language'));
}

/**
 * The format of an answer: `f`, else `Accept`; JSON in any of its names is the same wish.
 * @throws Problem 406 when nothing that is accepted is given
 */
function formatFor(request: Request, route: Route, asked: unknown): string {
  if (typeof asked === 'string') return asked;
  const offers = Object.entries(route.formats).flatMap(([format, type]) =>
    (type.includes('json') ? [type, 'application/json'] : [type]).map((name) => ({ format, name })),
  );
  const chosen = request.accepts(offers.map(({ name }) => name.split(';')[0] ?? name));
  const found = offers.find(({ name }) => name.split(';')[0] === chosen);
  if (!found)
    throw tell(406, 'not-acceptable', ({ notAcceptable, badFormat }) => ({
      ...notAcceptable,
      remedy: badFormat.remedy(Object.values(route.formats).join(', ')),
    }));
  return found.format;
}

/** Read a request by its route's declaration. @throws Problem for whatever is wrong with it */
export function readCall(request: Request, response: Response, route: Route, context: Context): Call {
  const query = queryOf(request);
  const values = readQuery(query, parametersOf(route));
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableEnded) gone.abort();
  });
  return {
    ...context,
    address: request.path,
    path: request.params as Record<string, string>,
    query: values,
    given: Object.fromEntries(query),
    body: request.body as unknown,
    files: [],
    format: formatFor(request, route, values.f),
    language: languageFor(request),
    links: addressesFor(request, context.settings.baseUrl),
    header: (name) => request.get(name),
    acceptsGzip: request.acceptsEncodings('gzip') === 'gzip',
    signal: gone.signal,
  };
}
