import { message, textAt, type Message } from './protocol.ts';

let connections = 0;

/**
 * The statement and portal names of one connection. All connections share one session of the database, so each name
 * is given a prefix there; it is numbered too, because PostgreSQL tells names apart by their first 63 bytes only.
 */
export class Names {
  readonly #prefix = `c${++connections}`;
  readonly #statements = new Map<string, string>();
  readonly #portals = new Map<string, string>();

  /** The message with the names that the database knows. Messages without names are returned as they are. */
  translate({ type, bytes }: Message): Buffer {
    if (type === 'P') {
      const { text, end } = textAt(bytes, 5);
      return text ? message(type, this.#statement(text), bytes.subarray(end)) : bytes;
    }
    if (type === 'B') {
      const portal = textAt(bytes, 5);
      const statement = textAt(bytes, portal.end);
      if (!portal.text && !statement.text) return bytes;
      return message(type, this.#portal(portal.text), this.#statement(statement.text), bytes.subarray(statement.end));
    }
    if (type === 'E') {
      const { text, end } = textAt(bytes, 5);
      return text ? message(type, this.#portal(text), bytes.subarray(end)) : bytes;
    }
    if (type === 'D' || type === 'C') {
      const { text } = textAt(bytes, 6);
      const kind = String.fromCharCode(bytes[5]);
      return text
        ? message(type, bytes.subarray(5, 6), kind === 'S' ? this.#statement(text) : this.#portal(text))
        : bytes;
    }
    return bytes;
  }

  /** Portals end with their transaction. */
  forgetPortals(): void {
    this.#portals.clear();
  }

  /** What the database must forget when the connection is gone. */
  get statements(): string[] {
    return [...this.#statements.values()];
  }

  #statement = (name: string): string => numbered(this.#statements, `${this.#prefix}s`, name);
  #portal = (name: string): string => numbered(this.#portals, `${this.#prefix}p`, name);
}

function numbered(known: Map<string, string>, prefix: string, name: string): string {
  if (!name) return '';
  let found = known.get(name);
  if (!found) {
    found = `${prefix}${known.size + 1}`;
    known.set(name, found);
  }
  return found;
}
