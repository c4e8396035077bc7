import { readFileSync } from 'node:fs';

/** A statement of an `.sql` file, its `:names` turned into `$1 …`. */
export interface Statement {
  name: string;
  text: string;
  parameters: readonly string[];
  /** Prepared once per connection; or planned for the values of each call, where its file says `-- Planned each time`. */
  planned: 'once' | 'each time';
}

const statements = new Map<string, Statement>();

/**
 * The statement in `sql/<path>.sql`.
 * @throws Error when there is no such file
 */
export function statement(path: string): Statement {
  let found = statements.get(path);
  if (!found) {
    found = parseStatement(path, readFileSync(new URL(`../../sql/${path}.sql`, import.meta.url), 'utf8'));
    statements.set(path, found);
  }
  return found;
}

/** Comments and quoted text are left alone; `::type` is a cast; `:name` is a parameter. */
const token = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$\$[\s\S]*?\$\$|::|:([a-z_][a-z0-9_]*)/gi;

const eachTime = /^-- Planned each time\b/m;

/** Turn `:name` into `$n`, the same number for the same name. */
export function parseStatement(name: string, sql: string): Statement {
  const parameters: string[] = [];
  const text = sql
    .replace(token, (whole, parameter: string | undefined) => {
      if (parameter === undefined) return whole.startsWith('--') || whole.startsWith('/*') ? '' : whole;
      if (!parameters.includes(parameter)) parameters.push(parameter);
      return `$${parameters.indexOf(parameter) + 1}`;
    })
    .trim();
  return { name, text, parameters, planned: eachTime.test(sql) ? 'each time' : 'once' };
}

/**
 * The values of a statement in the order of its numbers.
 * @throws Error naming a parameter that was not given, or given and not asked for
 */
export function bind(statement: Statement, given: Record<string, unknown>): unknown[] {
  for (const name of Object.keys(given))
    if (!statement.parameters.includes(name)) throw new Error(`${statement.name}.sql has no parameter :${name}`);
  return statement.parameters.map((name) => {
    if (!(name in given)) throw new Error(`${statement.name}.sql needs :${name}`);
    return given[name] ?? null;
  });
}
