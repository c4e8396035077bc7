import { isAscii } from 'node:buffer';
import { fold } from '../../../../layers/declaration/fold.ts';
import type { Geometry, Position } from 'geojson';
import { pointLimit } from '../../arc.ts';
import { crsOf } from '../../crs.ts';
import type { SourceFeature } from '../../source-feature.ts';
import { chunksOf, markLength } from '../bytes.ts';
import { broken } from '../geojson-feature.ts';
import type { Format, Source } from '../reader.ts';
import { objectTypeOf, propertiesOf } from '../sosi/attributes.ts';
import { CurveIndex, ElementsByPlace } from '../sosi/curve-index.ts';
import { bordersOf, faceOf, type Reference } from '../sosi/face.ts';
import { curveKinds, curveOf, ownGeometry } from '../sosi/geometry.ts';
import { readHeader, type Header } from '../sosi/header.ts';
import { epsgOfKoordsys } from '../sosi/koordsys.ts';
import { ElementSplitter, type Block } from '../sosi/splitter.ts';
import { BadSosi, parseElement, type Element } from '../sosi/tree.ts';
import { UnreadableFile } from '../unreadable.ts';

/** One element of a file; the same as for one feature of GeoJSON. */
const elementLimit = 128 * 1024 * 1024;

/** Elements that are no features. */
const notFeatures = new Set(['HODE', 'SLUTT', 'DEF', 'OBJDEF']);

const kindAndNumber = /^\s*\.([A-ZÆØÅa-zæøå]+)\s*(\d+)?/;

/**
 * SOSI 3 to 5, the Norwegian exchange format: text, in which faces refer to curves of the same file. Read as a stream,
 * twice: once to see where the curves are, once for the features.
 */
export const sosi: Format = {
  id: 'sosi',
  title: { nb: 'SOSI', en: 'SOSI' },
  endings: ['.sos', '.sosi'],
  recognises: (start) => /^(?:\s*![^\n]*\n)*\s*\.HODE\b/i.test(start.toString('latin1')),
  async open(path, options): Promise<Source> {
    const { header, curves, count } = await survey(path);
    const crs = options.crs ?? crsIn(header);
    if (crs === null && count > 0) throw new UnreadableFile('crs-missing', { columns: 'KOORDSYS' });
    return {
      crs,
      features: new SosiReader(path, header, curves, crsOf(crs ?? 4258).unit).features(),
      count,
      hasGeometry: true,
      collection: null,
      metadata: header.metadata,
      warnings: header.warnings,
    };
  },
};

function crsIn({ koordsys }: Header): number | null {
  if (koordsys === null) return null;
  const epsg = epsgOfKoordsys(Number.parseInt(koordsys, 10));
  if (epsg === undefined) throw new UnreadableFile('sosi-koordsys', { koordsys });
  return crsOf(epsg).epsg;
}

async function* blocksOf(path: string): AsyncGenerator<Block> {
  const splitter = new ElementSplitter(elementLimit, await markLength(path));
  for await (const chunk of chunksOf(path)) yield* splitter.feed(chunk);
  yield* splitter.end();
}

/** What the file is, where its curves are, and how many features it has. */
async function survey(path: string): Promise<{ header: Header; curves: CurveIndex; count: number }> {
  const curves = new CurveIndex();
  let header: Header | undefined;
  let [count, last, isWhole] = [0, '', false];
  const sample = await sampleOf(path);
  for await (const block of blocksOf(path)) {
    const [, kind = '', number] = kindAndNumber.exec(block.start.toString('latin1')) ?? [];
    const type = kind.toUpperCase();
    if (isWhole && type !== '') throw new UnreadableFile('sosi-after-end', { line: block.line });
    if (type === 'HODE') header ??= readHeader(block, sample);
    else if (!header && type !== '') throw new UnreadableFile('not-sosi', { found: `.${kind}` });
    if (curveKinds.has(type) && number !== undefined) curves.add(Number(number), block);
    if (type === 'SLUTT') isWhole = true;
    if (type !== '' && !notFeatures.has(type)) count += 1;
    if (type !== '') last = `.${kind} ${number ?? ''}`.trim();
  }
  if (!header) throw new UnreadableFile('not-sosi', { found: last });
  if (!isWhole) throw new UnreadableFile('sosi-truncated', { last, elements: count });
  return { header, curves, count };
}

/** The first stretch of a file in which there is a letter outside of ASCII; nothing when there is none. */
async function sampleOf(path: string): Promise<Buffer> {
  let isEmpty = true;
  for await (const chunk of chunksOf(path)) {
    isEmpty &&= chunk.length === 0;
    if (!isAscii(chunk)) return chunk.subarray(chunk.findIndex((byte) => byte >= 0x80));
  }
  if (isEmpty) throw new UnreadableFile('empty', {});
  return Buffer.alloc(0);
}

class SosiReader {
  readonly #path: string;
  readonly #header: Header;
  readonly #curves: CurveIndex;
  readonly #unit: 'metre' | 'degree';
  readonly #byPlace: ElementsByPlace<Position[]>;

  constructor(path: string, header: Header, curves: CurveIndex, unit: 'metre' | 'degree') {
    this.#path = path;
    this.#header = header;
    this.#curves = curves;
    this.#unit = unit;
    this.#byPlace = new ElementsByPlace(path, (bytes) =>
      curveOf(parseElement(header.decode(bytes)), header.grid, unit),
    );
  }

  async *features(): AsyncGenerator<SourceFeature> {
    let index = 0;
    try {
      for await (const block of blocksOf(this.#path)) {
        const kind = kindAndNumber.exec(block.start.toString('latin1'))?.[1]?.toUpperCase();
        if (kind === 'SLUTT') break;
        if (kind === undefined || notFeatures.has(kind)) continue;
        yield await this.#feature(block, index);
        index += 1;
      }
    } finally {
      await this.#byPlace.close();
    }
  }

  async #feature(block: Block, index: number): Promise<SourceFeature> {
    if (block.bytes.length < block.length) return broken(index, 'too-large');
    let element: Element;
    try {
      element = parseElement(this.#header.decode(block.bytes));
    } catch (error) {
      return broken(index, ...this.#said(error, block));
    }
    const objectType = objectTypeOf(element.attributes);
    const feature = {
      index,
      ...(objectType !== undefined && { objectType }),
      properties: propertiesOf(element.attributes),
    };
    try {
      return { ...feature, geometry: await this.#geometry(element) };
    } catch (error) {
      const [code, detail] = this.#said(error, block);
      return { ...feature, geometry: null, unreadable: `${code}: ${detail}` };
    }
  }

  async #geometry(element: Element): Promise<Geometry | null> {
    const references = element.attributes.find(({ name }) => fold(name) === 'ref')?.values.join(' ');
    if (element.kind !== 'FLATE' && element.kind !== 'TRASE')
      return ownGeometry(element, this.#header.grid, this.#unit);
    if (references === undefined) throw new BadSosi('sosi-no-border');
    const { outer, islands } = bordersOf(references);
    // A curve may be referred to again and again: what comes of it is limited, not what is read.
    const budget = { positions: pointLimit };
    const border = await this.#curvesOf(outer, budget);
    if (element.kind === 'TRASE') return { type: 'MultiLineString', coordinates: border };
    const holes: Position[][][] = [];
    for (const island of islands) holes.push(await this.#curvesOf(island, budget));
    return faceOf(border, holes, this.#unit);
  }

  async #curvesOf(references: readonly Reference[], budget: { positions: number }): Promise<Position[][]> {
    const found: Position[][] = [];
    for (const { number, reversed } of references) {
      const place = this.#curves.find(number);
      if (place === undefined || place === 'twice')
        throw new BadSosi(`${place === 'twice' ? 'sosi-twice' : 'sosi-reference'}: :${number}`);
      const positions = await this.#byPlace.at(place);
      budget.positions -= positions.length;
      if (budget.positions < 0) throw new BadSosi(`points: ${pointLimit}`);
      found.push(reversed ? [...positions].reverse() : positions);
    }
    return found;
  }

  /** What is wrong, as a code of the texts and its details with the place in the file. */
  #said(error: unknown, block: Block): [code: string, detail: string] {
    if (!(error instanceof BadSosi)) throw error;
    const [code = '', ...detail] = error.message.split(': ');
    const [, kind = '', number = ''] = kindAndNumber.exec(block.start.toString('latin1')) ?? [];
    return [code, [...detail, `${kind} ${number} (${block.line})`].join('; ')];
  }
}
