import { SaxesParser, type SaxesTagNS } from 'saxes';
import { chunksOf, startOf } from '../bytes.ts';
import { UnreadableFile } from '../unreadable.ts';
import type { XmlNode } from './xml-node.ts';

/** XML nested deeper is no map: it would only fill the memory. */
const deepest = 100;
/** What an element takes in memory beside its texts, in characters. */
const elementCharacters = 128;
/** Characters of one feature; as many as one of GeoJSON may have. */
const featureLimit = 128 * 1024 * 1024;

/** What to do with elements while a document is read. */
export interface Visitor {
  /** Told of each element that begins; says whether to gather it, with all that is in it, into a node. */
  begins(
    element: { name: string; isGml: boolean; attributes: Readonly<Record<string, string>> },
    depth: number,
  ): boolean;
  /** Told of each gathered node when it has ended; `tooLarge` when it was let go. */
  gathered(node: XmlNode, tooLarge: boolean): void;
}

/**
 * Reads XML as a stream; stops after each stretch of the file, so that what was gathered can be passed on. Nothing
 * outside of the file is fetched, and no entity is expanded but XML's own five: a document that declares any is refused.
 * @throws UnreadableFile when it is not well-formed, cut off, or nested too deep
 */
export async function* xmlStream(path: string, visitor: Visitor): AsyncGenerator<undefined, undefined> {
  const decoder = new TextDecoder(await encodingOf(path), { fatal: true });
  const reader = new XmlReader(visitor);
  try {
    for await (const chunk of chunksOf(path)) {
      reader.write(decoder.decode(chunk, { stream: true }));
      yield undefined;
    }
    reader.write(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new UnreadableFile('xml-encoding', { encoding: decoder.encoding, line: reader.line });
    throw error;
  }
  reader.close();
  yield undefined;
}

/** Reads all of a document. @throws UnreadableFile */
export async function readXml(path: string, visitor: Visitor): Promise<void> {
  const stream = xmlStream(path, visitor);
  while (!(await stream.next()).done);
}

/** By byte order mark, else by the XML declaration, else UTF-8. */
async function encodingOf(path: string): Promise<string> {
  const start = await startOf(path, 200);
  if (start.length === 0) throw new UnreadableFile('empty', {});
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const said = /^<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(start.toString('latin1'))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(said).encoding;
  } catch {
    throw new UnreadableFile('xml-encoding', { encoding: said, line: 1 });
  }
}

class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #visitor: Visitor;
  /** From the gathered element down to the one that is open. */
  readonly #open: XmlNode[] = [];
  #depth = 0;
  #characters = 0;
  #tooLarge = false;
  /** Characters since the last element began or ended. */
  #silent = 0;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
    this.#parser.on('error', (error) => {
      throw new UnreadableFile('not-xml', { what: error.message.replace(/^\d+:\d+: /, ''), line: this.line });
    });
    this.#parser.on('doctype', () => {
      throw new UnreadableFile('xml-doctype', { line: this.line });
    });
    this.#parser.on('opentag', (tag) => this.#begin(tag));
    this.#parser.on('closetag', () => this.#end());
    this.#parser.on('text', (text) => this.#text(text));
    this.#parser.on('cdata', (text) => this.#text(text));
  }

  get line(): number {
    return this.#parser.line;
  }

  /** One text, name or comment without end would be held as a whole. */
  write(text: string): void {
    this.#silent += text.length;
    this.#parser.write(text);
    if (this.#silent > featureLimit)
      throw new UnreadableFile('too-large', { bytes: this.#silent, limit: featureLimit });
  }

  close(): void {
    if (this.#depth > 0) throw new UnreadableFile('xml-truncated', { line: this.line });
    this.#parser.close();
  }

  #begin({ local, uri, attributes }: SaxesTagNS): void {
    this.#silent = 0;
    this.#depth += 1;
    if (this.#depth > deepest) throw new UnreadableFile('xml-too-deep', { line: this.line, limit: deepest });
    const own = Object.values(attributes).filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns');
    const node: XmlNode = {
      name: local,
      isGml: uri.startsWith('http://www.opengis.net/gml'),
      attributes: Object.fromEntries(own.map(({ local: name, value }) => [name, value])),
      children: [],
      text: '',
      line: this.line,
    };
    const parent = this.#open.at(-1);
    if (!parent && !this.#visitor.begins(node, this.#depth)) return;
    if (parent && !this.#tooLarge) parent.children.push(node);
    this.#open.push(node);
    this.#count(own.reduce((sum, { value }) => sum + value.length, elementCharacters));
  }

  #end(): void {
    this.#silent = 0;
    this.#depth -= 1;
    const node = this.#open.pop();
    if (!node || this.#open.length > 0) return;
    this.#visitor.gathered(node, this.#tooLarge);
    this.#characters = 0;
    this.#tooLarge = false;
  }

  #text(text: string): void {
    const node = this.#open.at(-1);
    if (!node || this.#tooLarge) return;
    this.#count(text.length);
    node.text += text;
  }

  #count(characters: number): void {
    this.#characters += characters;
    if (this.#characters <= featureLimit || this.#tooLarge) return;
    this.#tooLarge = true;
    const [top] = this.#open;
    if (top) top.children.length = 0;
  }
}
