import type { Knex } from 'knex';
import type { Capabilities } from './capabilities.ts';
import type { Statement } from './statement.ts';

/** Values for the `:names` of a statement; arrays and buffers are bound as they are. */
export type Parameters = Record<string, unknown>;

/** Something that runs statements: the pool, or one transaction. */
export interface Session {
  /** All rows of a statement, column names as in the SQL. bigint arrives as number, date and timestamptz as ISO text. */
  rows<Row extends object>(statement: Statement, parameters?: Parameters): Promise<Row[]>;
  /** The single row of a statement. @throws Error when there is none or more than one */
  row<Row extends object>(statement: Statement, parameters?: Parameters): Promise<Row>;
  /** Several statements without parameters, one after the other: migrations. */
  script(sql: string): Promise<void>;
  /** Rows of a query that was built because its columns come from a layer's declaration. */
  build<Row extends object>(query: Knex.QueryBuilder | Knex.Raw): Promise<Row[]>;
}

/** The one door to PostGIS. */
export interface Database extends Session {
  readonly kind: 'embedded' | 'server';
  readonly capabilities: Capabilities;
  /**
   * Run work in one transaction. Inside it only the given session may be used: asking the database itself for a
   * connection there would wait for itself on the embedded database, and is refused on both.
   */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
