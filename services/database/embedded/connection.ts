import type { Socket } from 'node:net';
import { copyRefusal, hasCopy } from './copy.ts';
import { Names } from './names.ts';
import {
  closeStatement,
  errorResponse,
  message,
  MessageReader,
  ProtocolError,
  textAt,
  welcome,
  type Message,
  type Status,
} from './protocol.ts';

/**
 * What is given to the database in one go: `synced` ends with Sync, `query` is one simple query, `open` ends with
 * Flush, so that more must follow before the database is free for others. `farewell` clears up after a client.
 */
export interface Batch {
  kind: 'open' | 'synced' | 'query' | 'farewell';
  bytes: Buffer;
  /** For each Close in it, whether the gate has added it: its answer is not the client's. */
  closes: readonly boolean[];
}

/** The server parameters that a client is told, and where its batches go. */
export interface Queue {
  parameters: Readonly<Record<string, string>>;
  enqueue(connection: Connection, batch: Batch): void;
}

const mostWaiting = 32;
let accepted = 0;

/** One client: turns what it sends into batches, and keeps what belongs to it alone. */
export class Connection {
  readonly names = new Names();
  readonly batches: Batch[] = [];
  /** Of the transaction, after the last batch. */
  status: Status = 'I';
  /** Messages were given to the database without a Sync after them. */
  open = false;
  /** A batch failed: everything up to the next Sync is left out. */
  skipping = false;
  readonly #socket: Socket;
  readonly #queue: Queue;
  readonly #reader = new MessageReader();
  #pending: Buffer[] = [];
  #closes: boolean[] = [];
  #ended = false;

  constructor(socket: Socket, queue: Queue) {
    this.#socket = socket;
    this.#queue = queue;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', () => {}); // 'close' follows
    socket.on('close', () => this.#farewell());
  }

  write(parts: readonly Buffer[]): void {
    if (this.#socket.destroyed) return;
    this.#socket.cork();
    for (const part of parts) this.#socket.write(part);
    this.#socket.uncork();
  }

  /** Tell the client why, and end its connection. */
  end(code: string, why: string): void {
    if (!this.#socket.destroyed) this.#socket.end(errorResponse('FATAL', code, why), () => this.#socket.destroy());
    this.#farewell();
  }

  /** The next batch, if one is whole. */
  take(): Batch | undefined {
    if (this.batches.length <= mostWaiting) this.#socket.resume();
    return this.batches.shift();
  }

  #receive(chunk: Buffer): void {
    if (this.#ended) return;
    try {
      for (const received of this.#reader.read(chunk)) {
        if (received.type === '') this.#begin(received.bytes);
        else this.#add(received);
        if (this.#ended) return;
      }
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.end('08P01', error.message);
    }
    if (this.batches.length > mostWaiting) this.#socket.pause();
  }

  /** SSLRequest, GSSENCRequest, CancelRequest or StartupMessage. */
  #begin(bytes: Buffer): void {
    if (bytes.length < 8) throw new ProtocolError('invalid length of startup packet');
    const code = bytes.readInt32BE(4);
    if (code === 80877103 || code === 80877104) return this.write([Buffer.from('N')]);
    if (code === 80877102) return void this.#socket.destroy(); // one statement at a time: none can be reached to cancel it
    if (code >> 16 !== 3) throw new ProtocolError(`unsupported frontend protocol ${code >> 16}.${code & 0xffff}`);
    const words = bytes.toString('utf8', 8).split('\0');
    const database = words.find((_, index) => index % 2 === 1 && words[index - 1] === 'database') ?? 'postgres';
    if (database !== 'postgres')
      return this.end('3D000', `database "${database}" does not exist; the embedded one is named postgres`);
    this.#reader.opened();
    this.write([welcome(this.#queue.parameters, ++accepted)]);
  }

  #add({ type, bytes }: Message): void {
    switch (type) {
      case 'X':
        this.#socket.end();
        return this.#farewell();
      case 'd':
      case 'c':
      case 'f':
      case 'p':
        return; // of a COPY that was refused, or an answer to a question that is never asked
      case 'Q':
      case 'F':
        if (this.#pending.length > 0) this.#flush('open');
        if (type === 'Q' && this.names.hasUnnamed) this.#endUnnamed();
        this.#pending.push(type === 'Q' && hasCopy(textAt(bytes, 5).text) ? message('Q', copyRefusal) : bytes);
        return this.#flush('query');
      case 'S':
        this.#pending.push(bytes);
        return this.#flush('synced');
      case 'H':
        if (this.#pending.length === 0) return;
        this.#pending.push(bytes);
        return this.#flush('open');
      default:
        this.#extended({ type, bytes });
    }
  }

  /** Parse, Bind, Describe, Execute and Close. */
  #extended(received: Message): void {
    const { type, bytes } = received;
    let translated = this.names.translate(received);
    if (type === 'C') this.#closes.push(false);
    if (type === 'P') {
      const name = textAt(bytes, 5);
      if (!name.text) this.#endUnnamed();
      if (hasCopy(textAt(bytes, name.end).text))
        translated = message('P', this.names.statement(name.text), copyRefusal, Buffer.alloc(2));
    }
    this.#pending.push(translated);
  }

  /** The next Parse of the unnamed statement replaces it, and a simple query ends it; under a name it must be closed. */
  #endUnnamed(): void {
    this.#pending.push(closeStatement(this.names.statement('')));
    this.#closes.push(true);
  }

  #flush(kind: Batch['kind']): void {
    const bytes = this.#pending.length === 1 ? this.#pending[0] : Buffer.concat(this.#pending);
    this.#enqueue({ kind, bytes, closes: this.#closes });
    this.#pending = [];
    this.#closes = [];
  }

  /** Once, after all that the client had sent: nothing of it may stay behind. */
  #farewell(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#enqueue({
      kind: 'farewell',
      bytes: Buffer.concat(this.names.statements.map(closeStatement)),
      closes: [],
    });
  }

  #enqueue(batch: Batch): void {
    this.batches.push(batch);
    this.#queue.enqueue(this, batch);
  }
}
