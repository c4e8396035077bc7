import { open, type FileHandle } from 'node:fs/promises';

/** What the head of a dBASE table says, and letters of its rows. */
export interface Table {
  rows: number;
  /** Its character set as dBASE numbers them; 0 for none. */
  languageDriver: number;
  /** Names and texts in which there are bytes outside ASCII; one that is cut at the width of its column, without its cut letter. */
  sample: Buffer;
}

/** Enough texts to tell a character set by. */
const sampleBytes = 64 * 1024;
const batchBytes = 1024 * 1024;
const [headBytes, columnBytes, nameBytes] = [32, 32, 11];

interface Column {
  start: number;
  length: number;
}

/** The table of a Shapefile (dBASE III and later). What is broken in it is for GDAL to say. */
export async function readTable(path: string): Promise<Table> {
  const file = await open(path);
  try {
    const head = await read(file, headBytes, 0);
    const [rows, headLength, rowLength] = [head.readUInt32LE(4), head.readUInt16LE(8), head.readUInt16LE(10)];
    const heads = await read(file, Math.max(0, headLength - headBytes), headBytes);
    const { names, columns } = columnsIn(heads);
    const texts = [...names.filter(isForeign), ...(await textsIn(file, headLength, rowLength, columns))];
    return { rows, languageDriver: head[29] ?? 0, sample: sampleOf(texts) };
  } finally {
    await file.close();
  }
}

/** So many bytes from a place on; zeros after the end of the file. */
const read = async (file: FileHandle, length: number, from: number): Promise<Buffer> =>
  (await file.read(Buffer.alloc(length), 0, length, from)).buffer;

function columnsIn(heads: Buffer): { names: Buffer[]; columns: Column[] } {
  const names: Buffer[] = [];
  const columns: Column[] = [];
  let start = 1; // after the mark of a row that is deleted
  for (let at = 0; at + columnBytes <= heads.length && heads[at] !== 0x0d; at += columnBytes) {
    const length = heads[at + 16] ?? 0;
    names.push(withoutZeros(heads.subarray(at, at + nameBytes)));
    if (heads[at + 11] === 0x43) columns.push({ start, length }); // C: text
    start += length;
  }
  return { names, columns };
}

async function textsIn(
  file: FileHandle,
  from: number,
  rowLength: number,
  columns: readonly Column[],
): Promise<Buffer[]> {
  const texts: Buffer[] = [];
  if (rowLength === 0 || columns.length === 0) return texts;
  const { size } = await file.stat();
  const batch = Math.max(1, Math.floor(batchBytes / rowLength)) * rowLength;
  let bytes = 0;
  for (let place = from; place < size && bytes < sampleBytes; place += batch) {
    const rows = await read(file, Math.min(batch, size - place), place);
    if (!isForeign(rows)) continue;
    for (let row = 0; row < rows.length; row += rowLength)
      for (const { start, length } of columns) {
        const text = rows.subarray(row + start, Math.min(row + start + length, row + rowLength));
        if (isForeign(text)) bytes += texts.push(text) && text.length;
      }
  }
  return texts;
}

const isForeign = (bytes: Buffer): boolean => bytes.some((byte) => byte >= 0x80);
const withoutZeros = (name: Buffer): Buffer => (name.includes(0) ? name.subarray(0, name.indexOf(0)) : name);

function sampleOf(texts: readonly Buffer[]): Buffer {
  const whole = texts.map(withoutCutLetter).filter(isForeign);
  // Only last letters are outside ASCII: then they are letters of one byte.
  const chosen = whole.length > 0 ? whole : texts;
  return Buffer.concat(chosen.flatMap((text) => [text, Buffer.from(' ')])).subarray(0, sampleBytes);
}

/** Without the first bytes of a letter of UTF-8 whose last ones are missing. */
function withoutCutLetter(text: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, text.length); back += 1) {
    const byte = text[text.length - back] ?? 0;
    if (byte < 0x80) return text;
    const bytes = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (byte >= 0xc0) return back < bytes ? text.subarray(0, -back) : text;
  }
  return text;
}
