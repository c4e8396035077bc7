import { inflateRawSync } from 'node:zlib';

/** Cells of a spreadsheet by sheet, rows and columns as they stand (ECMA-376): numbers as numbers, nothing as null. */
export function readSheets(bytes: Buffer): Map<string, (string | number | null)[][]> {
  const parts = partsOf(bytes);
  const words = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item]) =>
    textIn(item ?? ''),
  );
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name]) =>
    plain(name ?? ''),
  );
  return new Map(names.map((name, at) => [name, rowsIn(parts.get(`xl/worksheets/sheet${at + 1}.xml`) ?? '', words)]));
}

const rowsIn = (sheet: string, words: readonly string[]) =>
  [...sheet.matchAll(/<row [^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(([, row = '']) => {
    const cells: (string | number | null)[] = [];
    for (const [, column = '', attributes = '', content = ''] of row.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g,
    )) {
      const value = /<v>([^<]*)<\/v>/.exec(content)?.[1];
      const isShared = attributes.includes('t="s"');
      const inline = content.includes('<is>') ? textIn(content) : null;
      while (cells.length < placeOf(column)) cells.push(null);
      cells.push(inline ?? (value === undefined ? null : isShared ? (words[Number(value)] ?? null) : Number(value)));
    }
    return cells;
  });

const placeOf = (column: string) => [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const textIn = (xml: string) => plain([...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text).join(''));
const plain = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The files of a zip archive, by the directory at its end (APPNOTE.TXT 6.3, §4.3.12). */
function partsOf(archive: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const file = archive.readUInt32LE(at + 42);
    const start = file + 30 + archive.readUInt16LE(file + 26) + archive.readUInt16LE(file + 28);
    const data = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const isDeflated = archive.readUInt16LE(at + 10) === 8;
    parts.set(archive.toString('utf8', at + 46, at + 46 + name), (isDeflated ? inflateRawSync(data) : data).toString());
    at += 46 + name + extra + comment;
  }
  return parts;
}
