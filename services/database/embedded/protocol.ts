/** Messages of the PostgreSQL wire protocol, version 3, cut out of a stream of bytes and written. Pure: knows no sockets. */

/** Larger messages would not fit into the WebAssembly memory together with what is made of them. */
export const largestMessage = 512 * 1024 * 1024;

/** A client sent something that is not the protocol: its connection cannot go on. */
export class ProtocolError extends Error {}

/** A message with its header, as it was sent. */
export interface Message {
  /** The letter of its type; '' for the messages without one that open a connection. */
  type: string;
  bytes: Buffer;
}

const client = 'QFPBDECSHXdcfp';

/** Cuts the bytes of one client into messages, however the bytes were split or joined on their way. */
export class MessageReader {
  #chunks: Buffer[] = [];
  #length = 0;
  #needed = 4;
  #opening = true;

  /** From now on messages have a type. */
  opened(): void {
    this.#opening = false;
  }

  /**
   * The messages that are whole now. Take each before asking for the next: what `opened` says counts from there on.
   * @throws ProtocolError when these are not messages of a client
   */
  *read(chunk: Buffer): Generator<Message> {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#length >= this.#needed) {
      const all = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks, this.#length);
      const header = this.#opening ? 4 : 5;
      if (all.length < header) return this.#keep(all, header);
      const whole = this.#wholeLength(all, header);
      if (all.length < whole) return this.#keep(all, whole);
      this.#keep(all.subarray(whole), header);
      yield { type: header === 4 ? '' : String.fromCharCode(all[0]), bytes: all.subarray(0, whole) };
      this.#needed = this.#opening ? 4 : 5;
    }
  }

  #keep(rest: Buffer, needed: number): void {
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
    this.#needed = needed;
  }

  #wholeLength(bytes: Buffer, header: number): number {
    const type = String.fromCharCode(bytes[0]);
    if (header === 5 && !client.includes(type)) throw new ProtocolError(`invalid frontend message type ${bytes[0]}`);
    const length = bytes.readInt32BE(header - 4);
    if (length < 4 || (header === 4 && length > 10_000)) throw new ProtocolError(`invalid message length ${length}`);
    if (length > largestMessage)
      throw new ProtocolError(
        `a message of ${length} bytes is more than the embedded database takes (${largestMessage}); send it in parts`,
      );
    return length + header - 4;
  }
}

/** The text that ends with a zero byte, from `start` on, and where the bytes after it begin. */
export function textAt(bytes: Buffer, start: number): { text: string; end: number } {
  const zero = bytes.indexOf(0, start);
  if (zero < 0) throw new ProtocolError('invalid string in message');
  return { text: bytes.toString('utf8', start, zero), end: zero + 1 };
}

/** A message of a server or client: type, length, body. */
export function message(type: string, ...body: readonly (Buffer | string)[]): Buffer {
  const parts = body.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part));
  const header = Buffer.alloc(5);
  header.write(type, 'latin1');
  header.writeInt32BE(4 + parts.reduce((sum, part) => sum + part.length, 0), 1);
  return Buffer.concat([header, ...parts]);
}

export const sync = message('S');
export const query = (text: string): Buffer => message('Q', text);
export const closeStatement = (name: string): Buffer => message('C', Buffer.from('S'), name);

/** Whether a transaction is open: `I` no, `T` yes, `E` yes and it has failed. */
export type Status = 'I' | 'T' | 'E';

export const readyForQuery = (status: Status): Buffer => message('Z', Buffer.from(status));

/** An error as a server sends it; `FATAL` ends the connection. */
export function errorResponse(severity: 'ERROR' | 'FATAL', code: string, text: string): Buffer {
  const fields = Object.entries({ S: severity, V: severity, C: code, M: text });
  return message(
    'E',
    Buffer.concat([...fields.map(([key, value]) => Buffer.from(`${key}${value}\0`)), Buffer.from([0])]),
  );
}

/** What a server answers to the opening of a connection that needs no password. */
export function welcome(parameters: Readonly<Record<string, string>>, id: number): Buffer {
  const number = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
  };
  return Buffer.concat([
    message('R', number(0)),
    ...Object.entries(parameters).map(([name, value]) => message('S', name, value)),
    message('K', number(id), number(0)),
    readyForQuery('I'),
  ]);
}

/** A reply of the database without what is not for the client: ReadyForQuery, which the gate counts and sends. */
export interface Reply {
  parts: Buffer[];
  /** Of the last ReadyForQuery; undefined when there was none. */
  status: Status | undefined;
  failed: boolean;
}

/**
 * Go through the messages of a reply.
 * @param closes for each Close that was sent, whether its CloseComplete is left out
 */
export function readReply(bytes: Buffer, closes: readonly boolean[] = []): Reply {
  const reply: Reply = { parts: [], status: undefined, failed: false };
  let closed = 0;
  let start = 0;
  let at = 0;
  while (at < bytes.length) {
    const end = at + 1 + bytes.readInt32BE(at + 1);
    const type = String.fromCharCode(bytes[at]);
    if (type === 'E') reply.failed = true;
    if (type === 'Z' || (type === '3' && closes[closed++])) {
      if (at > start) reply.parts.push(bytes.subarray(start, at));
      if (type === 'Z') reply.status = String.fromCharCode(bytes[at + 5]) as Status;
      start = end;
    }
    at = end;
  }
  if (at > start) reply.parts.push(bytes.subarray(start, at));
  return reply;
}
