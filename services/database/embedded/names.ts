import { message, textAt, type Message } from './protocol.ts';

let connections = 0;

/**
 * The statement and portal names of one connection. All connections share one session of the database, so each name
 * is given a prefix there, and the unnamed statement a name; they are numbered, because PostgreSQL tells names apart
 * by their first 63 bytes only. The unnamed portal needs none: it ends with its transaction.
 */
export class Names {
  readonly #prefix = `c${++connections}`;
  readonly #statements = new Map<string, string>();
  readonly #portals = new Map<string, string>();

  /** The message with the names that the database knows. */
  translate({ type, bytes }: Message): Buffer {
    if (type === 'P') {
      const { text, end } = textAt(bytes, 5);
      return message(type, this.statement(text), bytes.subarray(end));
    }
    if (type === 'B') {
      const portal = textAt(bytes, 5);
      const statement = textAt(bytes, portal.end);
      return message(type, this.portal(portal.text), this.statement(statement.text), bytes.subarray(statement.end));
    }
    if (type === 'E') {
      const { text, end } = textAt(bytes, 5);
      return message(type, this.portal(text), bytes.subarray(end));
    }
    if (type === 'D' || type === 'C') {
      const { text } = textAt(bytes, 6);
      const name = bytes[5] === 'S'.charCodeAt(0) ? this.statement(text) : this.portal(text);
      return message(type, bytes.subarray(5, 6), name);
    }
    return bytes;
  }

  statement = (name: string): string => numbered(this.#statements, `${this.#prefix}s`, name);
  portal = (name: string): string => (name ? numbered(this.#portals, `${this.#prefix}p`, name) : '');

  /** The client has used the unnamed statement. */
  get hasUnnamed(): boolean {
    return this.#statements.has('');
  }

  /** Portals end with their transaction. */
  forgetPortals(): void {
    this.#portals.clear();
  }

  /** What the database must forget when the connection is gone. */
  get statements(): string[] {
    return [...this.#statements.values()];
  }
}

function numbered(known: Map<string, string>, prefix: string, name: string): string {
  let found = known.get(name);
  if (!found) {
    found = `${prefix}${known.size + 1}`;
    known.set(name, found);
  }
  return found;
}
