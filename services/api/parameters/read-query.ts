import type { Problem } from '../../problem.ts';
import { shortened, tell } from '../tell.ts';
import { valueOf, type QueryParameter, type QueryParameters, type QueryValues } from './parameter.ts';

/**
 * Read the query of a request by the parameters that its resource declares.
 * @throws Problem 400 for a parameter that is unknown (/req/core/query-param-unknown), repeated, or not valid
 *   (/req/core/query-param-invalid)
 */
export function readQuery<Parameters extends QueryParameters>(
  query: URLSearchParams,
  parameters: Parameters,
): QueryValues<Parameters> {
  const known = Object.values(parameters).map(({ name }) => name);
  for (const name of new Set(query.keys())) {
    if (!known.includes(name)) throw unknown(name, known);
    if (query.getAll(name).length > 1) throw repeated(name);
  }
  return Object.fromEntries(
    Object.entries(parameters).map(([key, parameter]) => [key, read(parameter, query.get(parameter.name))]),
  ) as QueryValues<Parameters>;
}

function read(parameter: QueryParameter, text: string | null): unknown {
  const result = parameter.schema.safeParse(text === null ? undefined : valueOf(parameter.kind, text));
  if (result.success) return result.data;
  throw invalidParameter(parameter, text ?? '');
}

/** The value of a parameter is not what it should be. */
export const invalidParameter = ({ name, meaning }: Pick<QueryParameter, 'name' | 'meaning'>, given: string): Problem =>
  tell(
    400,
    'invalid-parameter',
    ({ badParameter: { title, detail, remedy } }, language) => ({
      title,
      detail: detail(name, shortened(given)),
      remedy: remedy(meaning[language]),
    }),
    { instance: name },
  );

const repeated = (name: string) =>
  tell(400, 'repeated-parameter', ({ repeatedParameter: say }) => ({ ...say, detail: say.detail(shortened(name)) }), {
    instance: shortened(name),
  });

const unknown = (name: string, known: string[]) =>
  tell(
    400,
    'unknown-parameter',
    ({ unknownParameter: { title, detail, remedy } }) => ({
      title,
      detail: detail(shortened(name)),
      remedy: remedy(known.join(', ')),
    }),
    { instance: shortened(name) },
  );
