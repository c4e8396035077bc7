import type { Position } from 'geojson';
import { pointLimit } from '../../arc.ts';

/** A SOSI element below the outermost: `..OBJTYPE RpOmråde`, with what is nested in it. */
export interface Node {
  /** As written, without dots. */
  name: string;
  /** Number of dots. */
  level: number;
  /** Values in order; those in quotes without them. */
  values: string[];
  children: Node[];
}

/** Where coordinates count from, and the size of their unit: metres, or degrees. */
export interface Grid {
  north: number;
  east: number;
  unit: number;
  heightUnit: number;
}

/** An outermost element, taken apart. */
export interface Element {
  /** KURVE, FLATE, PUNKT, …, in capitals. */
  kind: string;
  /** Its number in the file, that others refer to; null when it has none. */
  number: number | null;
  attributes: Node[];
  /** In units of the file, as written: north, east and height, one after the other. */
  coordinates: number[];
  /** Numbers per position: 2, or 3 with heights, or 4 with depths too. */
  dimensions: number;
}

/** Something that is not SOSI; the message is a code of the texts, a colon, details. */
export class BadSosi extends Error {}

const head = /^\s*\.([A-ZÆØÅa-zæøå]+)\s*(?:(\d+)\s*:?)?/;
const elementName = /(\.+)([\p{L}_][^\s!]*)/uy;
const quoted = /"((?:[^"\n]|"")*)("|$|(?=\n))|'((?:[^'\n]|'')*)('|$|(?=\n))/my;
/** A comment may follow without a blank between. */
const bare = /[^\s!"'][^\s!]*/y;
const blank = /(?:\s+|![^\n]*)+/y;
/** N, Ø and, after them, H(eight) and D(epth). Ø is what a wrong character set most often spoils. */
const coordinateName = /^N(?:Ø|ø|\u00c3\u0098|\ufffd|O|@|\\|\|)(H?)(D?)$/;
const numberOnly = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const deepest = 32;
/** Names and values of one element, apart from its coordinates: more would fill the memory, and no map has them. */
const itemLimit = 1_000_000;

/**
 * Take an outermost element apart.
 * @throws BadSosi
 */
export function parseElement(text: string): Element {
  const found = head.exec(text);
  if (!found) throw new BadSosi(`sosi: ${text.slice(0, 30).trim()}`);
  const [whole, kind = '', number] = found;
  const parser = new ElementParser(text, whole.length);
  parser.parse();
  return {
    kind: kind.toUpperCase(),
    number: number === undefined ? null : Number(number),
    attributes: parser.top.children,
    coordinates: parser.coordinates,
    dimensions: parser.dimensions,
  };
}

class ElementParser {
  readonly top: Node = { name: '', level: 1, values: [], children: [] };
  readonly coordinates: number[] = [];
  dimensions = 2;
  readonly #text: string;
  #at: number;
  /** From the outermost down to the one that values belong to now. */
  #open: Node[] = [this.top];

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  parse(): void {
    let items = 0;
    for (;;) {
      this.#skipBlank();
      if (this.#at >= this.#text.length) return;
      if (!this.#name()) this.#value();
      items += 1;
      if (items > itemLimit) throw new BadSosi(`sosi-items: ${itemLimit}`);
    }
  }

  #skipBlank(): void {
    blank.lastIndex = this.#at;
    const found = blank.exec(this.#text);
    if (found) this.#at = blank.lastIndex;
  }

  #name(): boolean {
    elementName.lastIndex = this.#at;
    const found = elementName.exec(this.#text);
    if (!found) return false;
    this.#at = elementName.lastIndex;
    const [, dots = '', name = ''] = found;
    if (dots.length > deepest) throw new BadSosi(`sosi: ${dots.slice(0, 10)}…`);
    const axes = dots.length === 2 ? coordinateName.exec(name) : null;
    if (axes) this.#positions(2 + (axes[1] ? 1 : 0) + (axes[2] ? 1 : 0));
    else this.#begin({ name, level: dots.length, values: [], children: [] });
    return true;
  }

  #begin(node: Node): void {
    while (this.#open.length > 1 && (this.#open.at(-1)?.level ?? 0) >= node.level) this.#open.pop();
    this.#open.at(-1)?.children.push(node);
    this.#open.push(node);
  }

  #value(): void {
    const string = this.#string();
    if (string === undefined) {
      this.#open.at(-1)?.values.push(this.#word());
      return;
    }
    const parts = [string];
    for (;;) {
      this.#skipBlank();
      if (this.#text[this.#at] !== '&') break;
      this.#at += 1; // `&` joins strings, over line ends too
      this.#skipBlank();
      const next = this.#string();
      if (next === undefined) break;
      parts.push(next);
    }
    this.#open.at(-1)?.values.push(parts.join(''));
  }

  /** A string in quotes; a doubled quote in it stands for one. One that is not closed ends with its line. */
  #string(): string | undefined {
    quoted.lastIndex = this.#at;
    const found = quoted.exec(this.#text);
    if (!found) return undefined;
    this.#at = quoted.lastIndex;
    return (found[1]?.replaceAll('""', '"') ?? found[3]?.replaceAll("''", "'") ?? '').replace(/\r$/, '');
  }

  #word(): string {
    bare.lastIndex = this.#at;
    const word = bare.exec(this.#text)?.[0] ?? '';
    this.#at += Math.max(word.length, 1);
    return word;
  }

  /**
   * Numbers up to the next element of level 2. What stands at a position (`...KP 1`, its quality) ends with the line
   * or with the next deeper element, and is not kept.
   */
  #positions(dimensions: number): void {
    if (this.coordinates.length > 0 && dimensions !== this.dimensions) throw new BadSosi('sosi-axes');
    this.dimensions = dimensions;
    this.#open.length = 1;
    for (;;) {
      this.#skipBlank();
      const at = this.#at;
      if (at >= this.#text.length) break;
      if (this.#text[at] === '.' && /[.\p{L}]/u.test(this.#text[at + 1] ?? '')) {
        if (this.#text[at + 2] !== '.') break; // `..NEXT`
        const end = this.#text.indexOf('\n', at);
        this.#at = end < 0 ? this.#text.length : end;
        continue;
      }
      bare.lastIndex = at;
      const word = bare.exec(this.#text)?.[0] ?? this.#text[at] ?? '';
      if (!numberOnly.test(word)) throw new BadSosi(`sosi-number: ${word.slice(0, 30)}`);
      if (this.coordinates.length >= pointLimit * dimensions) throw new BadSosi(`points: ${pointLimit}`);
      this.coordinates.push(Number(word));
      this.#at = at + word.length;
    }
    if (this.coordinates.length % dimensions !== 0)
      throw new BadSosi(`sosi-positions: ${this.coordinates.length} / ${dimensions}`);
  }
}

/** Positions of an element as x, y and height, in metres or degrees. */
export function positionsOf({ coordinates, dimensions }: Element, grid: Grid): Position[] {
  const [plane, height] = [scaled(grid.unit), scaled(grid.heightUnit)];
  const positions: Position[] = [];
  for (let at = 0; at < coordinates.length; at += dimensions) {
    const x = grid.east + plane(coordinates[at + 1] ?? NaN);
    const y = grid.north + plane(coordinates[at] ?? NaN);
    positions.push(dimensions > 2 ? [x, y, height(coordinates[at + 2] ?? NaN)] : [x, y]);
  }
  return positions;
}

/** Divides by 100 rather than multiply by 0.01, which gives 95831.90000000001. */
function scaled(unit: number): (value: number) => number {
  const parts = Math.round(1 / unit);
  return parts > 1 && Math.abs(1 / parts - unit) < Number.EPSILON ? (value) => value / parts : (value) => value * unit;
}
