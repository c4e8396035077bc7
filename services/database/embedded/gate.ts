import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Connection, type Batch } from './connection.ts';
import { errorResponse, query, readReply, readyForQuery, sync, type Reply } from './protocol.ts';

/** A database with one session. */
export interface Backend {
  /** Give it messages of a client, whole ones, and get all that it answers. */
  exchange(messages: Uint8Array): Promise<Buffer>;
}

interface Options {
  /** Server parameters that each client is told. */
  parameters: Readonly<Record<string, string>>;
  /** The database is in an unknown state: it must be started anew. */
  onBroken: (cause: Error) => void;
}

/**
 * Lets many clients share a database that has one session. A client owns the database from its batch on until the
 * database is ready and in no transaction; the others wait in line. Batches are given to it whole; of its
 * ReadyForQuery messages, of which it sends two after an error in a batch, exactly one is passed on per Sync or query.
 */
export class Gate {
  readonly parameters: Readonly<Record<string, string>>;
  readonly #backend: Backend;
  readonly #onBroken: Options['onBroken'];
  readonly #connections = new Set<Connection>();
  readonly #waiting = new Set<Connection>();
  #owner: Connection | undefined;
  #serving: Promise<void> | undefined;
  #state: 'open' | 'closing' | 'broken' = 'open';

  constructor(backend: Backend, options: Options) {
    this.#backend = backend;
    this.parameters = options.parameters;
    this.#onBroken = options.onBroken;
  }

  accept(socket: Socket): void {
    const connection = new Connection(socket, this);
    this.#connections.add(connection);
    if (this.#state !== 'open') connection.end('57P03', 'the embedded database is ending');
  }

  enqueue(connection: Connection): void {
    if (this.#state === 'broken') return;
    this.#waiting.add(connection);
    this.#serving ??= this.#serve();
  }

  /** End all connections, roll back what is open, and wait for what runs. */
  async close(why = 'the embedded database is ending'): Promise<void> {
    this.#state = 'closing';
    for (const connection of this.#connections) connection.end('57P01', why);
    await this.#serving;
  }

  async #serve(): Promise<void> {
    for (;;) {
      // A batch holds up this process while it runs: between two of them others may be heard.
      await nextTurn();
      const connection = this.#owner ?? this.#first();
      const batch = connection?.take();
      if (!connection || !batch) break;
      try {
        await this.#run(connection, batch);
      } catch (error) {
        this.#break(connection, error as Error);
        break;
      }
      if (connection !== this.#owner && connection.batches.length > 0) this.#waiting.add(connection);
    }
    this.#serving = undefined;
  }

  #first(): Connection | undefined {
    for (const connection of this.#waiting) {
      this.#waiting.delete(connection);
      if (connection.batches.length > 0) return connection;
    }
    return undefined;
  }

  async #run(connection: Connection, batch: Batch): Promise<void> {
    if (batch.kind === 'farewell') return this.#clearUp(connection, batch);
    if (connection.skipping && batch.kind !== 'synced') return;
    const reply = readReply(await this.#backend.exchange(batch.bytes), batch.closes);
    connection.open = batch.kind === 'open';
    if (connection.open) {
      connection.skipping = reply.failed;
      connection.write(reply.parts);
    } else {
      connection.skipping = false;
      connection.status = statusOf(reply);
      if (connection.status === 'I') connection.names.forgetPortals();
      connection.write([...reply.parts, readyForQuery(connection.status)]);
    }
    this.#owner = connection.open || connection.status !== 'I' ? connection : undefined;
  }

  async #clearUp(connection: Connection, batch: Batch): Promise<void> {
    this.#connections.delete(connection);
    this.#waiting.delete(connection);
    if (connection.open || connection.status !== 'I')
      await this.#backend.exchange(Buffer.concat([sync, query('rollback')]));
    if (batch.bytes.length > 0) await this.#backend.exchange(Buffer.concat([batch.bytes, sync]));
    if (this.#owner === connection) this.#owner = undefined;
  }

  #break(connection: Connection, cause: Error): void {
    this.#state = 'broken';
    connection.write([errorResponse('ERROR', 'XX000', `this statement broke the embedded database: ${cause.message}`)]);
    for (const each of this.#connections)
      each.end('57P02', 'the embedded database was broken by a statement and starts anew');
    this.#onBroken(cause);
  }
}

/** @throws Error when the database neither finished nor said why */
function statusOf(reply: Reply): NonNullable<Reply['status']> {
  if (reply.status === undefined) throw new Error('it did not finish its answer');
  return reply.status;
}
