import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { Warning } from '../../report.ts';
import { decoderOf, through, trueCharset, type Decode } from '../charset.ts';
import type { Table } from './table.ts';

/** Character sets as dBASE numbers them: those of Windows and DOS in northern Europe. */
const languageDrivers: Record<number, string> = {
  0x01: 'cp437',
  0x02: 'cp850',
  0x03: 'cp1252',
  0x08: 'cp865',
  0x57: 'ANSI',
  0x66: 'cp865',
};

/** What programs take where nothing is said. */
const usual = 'ISO8859-1';

/**
 * The character set of a Shapefile: what its `.cpg` says, else its table, unless the letters show that it is another.
 * @param cpg path of the `.cpg`
 */
export async function charsetOf(
  { languageDriver, sample }: Table,
  cpg: string | undefined,
): Promise<{ decode: Decode; warnings: Warning[] }> {
  const said = cpg === undefined ? (languageDrivers[languageDriver] ?? '') : (await readFile(cpg, 'latin1')).trim();
  const known = said === '' ? undefined : decoderOfCodePage(said);
  const { decode = through('windows-1252'), other } = trueCharset(known ? said : usual, sample, known);
  if (said === '')
    return { decode, warnings: sample.length > 0 ? [{ warning: 'no-charset', taken: other ?? usual }] : [] };
  const taken = other ?? (known ? null : usual);
  return { decode, warnings: taken === null ? [] : [{ warning: 'other-charset', said: said.slice(0, 40), taken }] };
}

/** By the names that programs write into `.cpg`: `UTF-8`, `65001`, `1252`, `ANSI 1252`, `ISO 8859-1`, `88591`. */
function decoderOfCodePage(name: string): Decode | undefined {
  const number = /\d{3,}/.exec(name.replace(/8859[-_ ]/, '8859'))?.[0] ?? '';
  const iso = /^8859(\d+)$/.exec(number)?.[1];
  const sosiName = number === '65001' ? 'UTF-8' : name;
  const encodings = [name, iso === undefined ? `cp${number}` : `iso-8859-${iso}`];
  const encoding = encodings.find((each) => /^[\w-]+$/.test(each) && iconv.encodingExists(each));
  return decoderOf(sosiName) ?? (encoding === undefined ? undefined : through(encoding));
}
