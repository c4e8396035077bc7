import { AsyncLocalStorage } from 'node:async_hooks';
import knex, { type Knex } from 'knex';
import pg from 'pg';
import { findCapabilities, type Capabilities } from './capabilities.ts';
import type { Database, Parameters, Session } from './database.ts';
import { bind, type Statement } from './statement.ts';
import { explainLoss } from './unavailable.ts';

/** Only compiles queries: every query runs on the one pool below. */
export const builder: Knex = knex({ client: 'pg' });

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, safeInteger);
// A day has no time zone, and an instant is told by its text: neither is made a Date, which would bend both.
types.setTypeParser(pg.types.builtins.DATE, (value) => value);
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) => new Date(value).toISOString());

function safeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`The number ${value} is too large to be exact.`);
  return number;
}

/**
 * The door over a pool of connections, embedded or server alike.
 * @param options.onClose what else must end with it: the child process of an embedded database that we own
 * @param options.available resolves when connections can be made: an embedded database may be starting anew
 */
export async function connect(
  config: pg.PoolConfig,
  options: { kind: Database['kind']; onClose?: () => Promise<void>; available?: () => Promise<void> },
): Promise<Database> {
  const pool = new pg.Pool({ ...config, types });
  pool.on('error', () => {}); // an idle connection broke: the pool has dropped it, the next query makes a new one
  const inTransaction = new AsyncLocalStorage<true>();
  const session = sessionOf(async (query) => {
    if (inTransaction.getStore())
      throw new Error('Inside a transaction only its own session may be used: another connection could wait for ever.');
    await options.available?.();
    return pool.query(query);
  });
  const transaction = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    if (inTransaction.getStore()) throw new Error('A transaction may not start another one.');
    await options.available?.();
    const client = await pool.connect().catch(rethrowExplained);
    let broken: Error | undefined;
    const onError = (error: Error) => (broken = error);
    client.on('error', onError);
    try {
      await client.query('begin');
      const result = await inTransaction.run(true, () => work(sessionOf((query) => client.query(query))));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failed: Error) => (broken = failed));
      throw explainLoss(error);
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  };
  const close = async () => {
    await pool.end();
    await options.onClose?.();
  };
  let capabilities: Capabilities;
  try {
    capabilities = await findCapabilities(session, options.kind);
  } catch (error) {
    await close();
    throw error;
  }
  return { kind: options.kind, capabilities, ...session, transaction, close };
}

type Run = (query: { name?: string; text: string; values?: unknown[] }) => Promise<pg.QueryResult>;

const rethrowExplained = (error: unknown): never => {
  throw explainLoss(error);
};

function sessionOf(send: Run): Session {
  const run: Run = (query) => send(query).catch(rethrowExplained);
  const rows = async <Row extends object>(statement: Statement, parameters: Parameters = {}): Promise<Row[]> => {
    const { name, text, planned } = statement;
    const { rows } = await run({ ...(planned === 'once' && { name }), text, values: bind(statement, parameters) });
    return rows as Row[];
  };
  return {
    rows,
    async row<Row extends object>(statement: Statement, parameters: Parameters = {}): Promise<Row> {
      const found = await rows<Row>(statement, parameters);
      const [first] = found;
      if (!first || found.length > 1)
        throw new Error(`${statement.name}.sql gave ${found.length} rows instead of one.`);
      return first;
    },
    async script(sql) {
      await run({ text: sql });
    },
    async build<Row extends object>(query: Knex.QueryBuilder | Knex.Raw): Promise<Row[]> {
      const { sql, bindings } = query.toSQL().toNative();
      const { rows } = await run({ text: sql, values: [...(bindings as unknown[])] });
      return rows as Row[];
    },
  };
}
