import { goRound, type Borders } from './borders.ts';
import { BinaryWriter } from './binary-writer.ts';
import { wkbTypes } from '../wkb.ts';

/** A geometry collection, in well-known binary. */
const collection = 7;

/** Rows of one kind, column by column. */
interface Columns {
  fids: number[];
  firstBands: number[];
  lastBands: number[];
  /** Square metres. */
  sizes: number[];
}

/**
 * Gathers how faces look, from near to far: one row for all bands in which a face looks the same; none where it has
 * shrunk to nothing.
 */
export class Shapes {
  /** Faces as they are. */
  readonly own: Columns = { fids: [], firstBands: [], lastBands: [], sizes: [] };
  /** Faces as they were drawn, in the order of `areas`. */
  readonly drawn: Columns = { fids: [], firstBands: [], lastBands: [], sizes: [] };
  readonly #borders: Borders;
  readonly #bands: readonly number[];
  readonly #steps: readonly number[];
  readonly #areas = new BinaryWriter();
  readonly #all: number;

  /**
   * @param bands numbers from near to far
   * @param steps of each band, the step that it was drawn in; −1: nothing is left out in it
   */
  constructor(borders: Borders, bands: readonly number[], steps: readonly number[]) {
    [this.#borders, this.#bands, this.#steps] = [borders, bands, steps];
    this.#all = this.#areas.open(collection);
  }

  /** Polygons of EPSG:3857 as one collection, little endian. */
  get areas(): Buffer {
    this.#areas.close(this.#all, this.drawn.fids.length, true);
    return this.#areas.bytes;
  }

  add(face: number): void {
    const changes = this.#changesOf(face);
    let rows = this.own;
    let nearest = 0;
    for (let index = 0; index < this.#bands.length; index += 1) {
      const step = this.#steps[index];
      if (step < 0 || (changes & (1 << step)) === 0) continue;
      if (index > 0) this.#close(rows, face, nearest, index - 1);
      if (!this.#draw(face, step)) return;
      [rows, nearest] = [this.drawn, index];
    }
    this.#close(rows, face, nearest, this.#bands.length - 1);
  }

  #close(rows: Columns, face: number, nearest: number, farthest: number): void {
    rows.fids.push(this.#borders.rings.fids[face]);
    rows.firstBands.push(this.#bands[farthest]);
    rows.lastBands.push(this.#bands[nearest]);
    rows.sizes.push(this.#borders.rings.areas[face]);
  }

  /** Steps that change a face: a bit each. */
  #changesOf(face: number): number {
    const { rings, arcs, changesAt } = this.#borders;
    const to = arcs.firstOfRing[rings.firstRing[rings.firstPart[face + 1]]];
    let changes = 0;
    for (let at = arcs.firstOfRing[rings.firstRing[rings.firstPart[face]]]; at < to; at += 1)
      changes |= changesAt[arcs.ofRings[at] >> 1];
    return changes;
  }

  /** @returns whether anything is left of the face */
  #draw(face: number, step: number): boolean {
    const { firstPart, firstRing } = this.#borders.rings;
    const [from, to] = [firstPart[face], firstPart[face + 1]];
    const several = to - from > 1 ? this.#areas.open(wkbTypes.MultiPolygon) : null;
    let parts = 0;
    for (let part = from; part < to; part += 1) {
      const one = this.#areas.open(wkbTypes.Polygon);
      let rings = 0;
      for (let ring = firstRing[part]; ring < firstRing[part + 1]; ring += 1)
        if (this.#ring(ring, step)) rings += 1;
        else if (ring === firstRing[part]) break; // no shell, no part
      if (this.#areas.close(one, rings)) parts += 1;
    }
    return several === null ? parts > 0 : this.#areas.close(several, parts);
  }

  #ring(ring: number, step: number): boolean {
    const position = (x: number, y: number) => this.#areas.position(x, y);
    return this.#areas.ring(() => goRound(this.#borders, ring, step, position));
  }
}
