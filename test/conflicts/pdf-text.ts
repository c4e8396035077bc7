import { inflateSync } from 'node:zlib';

/**
 * The words of a PDF as a reader takes them out: the glyphs of each page's text put back to letters by the fonts' own
 * tables (ISO 32000-1, 9.10.2). Enough for documents with embedded subsets and streams that are deflated or plain.
 * @returns text by page, pieces in the order of the page's contents
 */
export function pdfPages(bytes: Buffer): string[] {
  const file = bytes.toString('latin1');
  const objects = new Map<string, string>();
  for (const match of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(match[1] ?? '', match[2] ?? '');
  const get = (reference: string | undefined) => objects.get(reference ?? '') ?? '';
  const lettersOf = new Map<string, Map<string, string>>();
  const font = (reference: string) => {
    let letters = lettersOf.get(reference);
    if (!letters) {
      letters = lettersIn(streamOf(get(/\/ToUnicode (\d+) 0 R/.exec(get(reference))?.[1])));
      lettersOf.set(reference, letters);
    }
    return letters;
  };
  return [...objects.values()]
    .filter((object) => /\/Type \/Page\b(?!s)/.test(object))
    .map((page) => {
      const resources = get(/\/Resources (\d+) 0 R/.exec(page)?.[1]);
      const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, of]) => [name, of ?? '']));
      const contents = streamOf(get(/\/Contents (\d+) 0 R/.exec(page)?.[1]));
      return textOf(contents, (name) => font(fonts.get(name) ?? ''));
    });
}

function streamOf(object: string): string {
  const match = /stream\r?\n([\s\S]*)\r?\nendstream/.exec(object);
  if (!match) return '';
  const data = Buffer.from(match[1] ?? '', 'latin1');
  return (object.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
}

/** Glyph numbers, four hexadecimal digits, to letters. */
function lettersIn(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, first = '', , list = ''] of table.matchAll(/<([\da-f]{4})> <([\da-f]{4})> \[([^\]]*)\]/gi))
    for (const [at, hex] of [...list.matchAll(/<([\da-f ]*)>/gi)].map(([, hex]) => hex ?? '').entries())
      letters.set((parseInt(first, 16) + at).toString(16).padStart(4, '0'), utf16(hex.replaceAll(' ', '')));
  return letters;
}

function textOf(contents: string, font: (name: string) => Map<string, string>): string {
  let letters = new Map<string, string>();
  const pieces: string[] = [];
  for (const [, name, shown] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) letters = font(name);
    else if (shown)
      pieces.push(
        [...shown.matchAll(/<([\da-f]+)>/gi)]
          .map(([, hex]) =>
            (hex?.toLowerCase().match(/.{4}/g) ?? []).map((glyph) => letters.get(glyph) ?? '�').join(''),
          )
          .join(''),
      );
  }
  return pieces
    .join(' ')
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ');
}
