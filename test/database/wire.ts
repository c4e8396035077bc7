import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import pg from 'pg';
import { message } from '../../services/database/embedded/protocol.ts';

const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);

/** Messages of a client, as they go over the wire. */
export const wire = {
  startup(user: string, database: string): Buffer {
    const body = Buffer.concat([Buffer.from([0, 3, 0, 0]), Buffer.from(`user\0${user}\0database\0${database}\0\0`)]);
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([length, body]);
  },
  query: (text: string): Buffer => message('Q', text),
  parse: (text: string, name = ''): Buffer => message('P', name, text, int16(0)),
  bind: (values: string[] = [], statement = '', portal = ''): Buffer =>
    message(
      'B',
      portal,
      statement,
      int16(0),
      int16(values.length),
      ...values.flatMap((value) => [Buffer.from([0, 0, 0, Buffer.byteLength(value)]), Buffer.from(value)]),
      int16(0),
    ),
  describe: (kind: 'S' | 'P', name = ''): Buffer => message('D', Buffer.from(kind), name),
  execute: (rows = 0, portal = ''): Buffer => message('E', portal, Buffer.concat([int16(0), int16(rows)])),
  flush: message('H'),
  sync: message('S'),
  terminate: message('X'),
};

/** A client that speaks the protocol message by message. Answers are told in short: letters, values, error codes. */
export class WireClient {
  readonly socket: Socket;
  #received = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => (this.#received = Buffer.concat([this.#received, chunk])));
    socket.on('error', () => {});
  }

  static async open(config: pg.ClientConfig): Promise<WireClient> {
    const { host, port, user, database } = new pg.Client(config);
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    await once(socket, 'connect');
    const client = new WireClient(socket);
    await client.ask([wire.startup(user!, database!)], 'Z');
    return client;
  }

  /** Send messages and collect what comes until the letter was seen `count` times, or the connection has ended. */
  async ask(messages: Buffer[], until: string, count = 1): Promise<string[]> {
    this.socket.write(Buffer.concat(messages));
    for (;;) {
      const told = this.#told();
      if (told.filter((each) => each.startsWith(until)).length >= count || this.socket.destroyed) {
        this.#received = Buffer.alloc(0);
        return told;
      }
      await this.#more();
    }
  }

  #more(): Promise<void> {
    return new Promise((done) => {
      const heard = () => {
        this.socket.off('data', heard).off('close', heard);
        done();
      };
      this.socket.on('data', heard).on('close', heard);
    });
  }

  #told(): string[] {
    const told: string[] = [];
    for (let at = 0; at + 5 <= this.#received.length;) {
      const end = at + 1 + this.#received.readInt32BE(at + 1);
      if (end > this.#received.length) break;
      told.push(inShort(this.#received.subarray(at, end)));
      at = end;
    }
    return told.filter((each) => each !== 'N');
  }
}

function inShort(bytes: Buffer): string {
  const letter = String.fromCharCode(bytes[0]);
  if (letter === 'Z') return `Z ${String.fromCharCode(bytes[5])}`;
  if (letter === 'C') return `C ${bytes.toString('utf8', 5, bytes.length - 1)}`;
  if (letter === 'E') return `E ${/\0C([^\0]*)/.exec(bytes.toString('latin1', 5))?.[1]}`;
  if (letter === 'D') return `D ${bytes.toString('utf8', 11)}`; // of rows with one column
  return letter;
}
