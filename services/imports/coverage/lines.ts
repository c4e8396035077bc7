import { wkbTypes } from '../wkb.ts';
import { BinaryWriter } from './binary-writer.ts';

/** Lines, one after the other. */
export interface Lines {
  /** Of each line, its first place in `x` and `y`; one more than there are lines. */
  first: Int32Array;
  x: Float64Array;
  y: Float64Array;
}

/** Lines as one geometry, in well-known binary. */
export function linesAsWkb({ first, x, y }: Lines): Buffer {
  const writer = new BinaryWriter();
  const all = writer.open(wkbTypes.MultiLineString);
  for (let line = 0; line + 1 < first.length; line += 1) {
    const one = writer.open(wkbTypes.LineString);
    for (let at = first[line]; at < first[line + 1]; at += 1) writer.position(x[at], y[at]);
    writer.close(one, first[line + 1] - first[line]);
  }
  writer.close(all, first.length - 1, true);
  return writer.bytes;
}

/** And back, from little endian. */
export function linesFromWkb(wkb: Buffer): Lines {
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
  const count = view.getUint32(5, true);
  const size = (wkb.length - 9 - count * 9) / 16;
  const lines = { first: new Int32Array(count + 1), x: new Float64Array(size), y: new Float64Array(size) };
  let at = 9;
  for (let line = 0; line < count; line += 1) {
    const from = lines.first[line];
    const to = from + view.getUint32(at + 5, true);
    at += 9;
    for (let vertex = from; vertex < to; vertex += 1, at += 16) {
      lines.x[vertex] = view.getFloat64(at, true);
      lines.y[vertex] = view.getFloat64(at + 8, true);
    }
    lines.first[line + 1] = to;
  }
  return lines;
}
