import iconv from 'iconv-lite';
import { fold } from '../../../../layers/declaration/fold.ts';

/** Decodes the bytes of a text whose character set is known. */
export type Decode = (bytes: Buffer) => string;

/** Norwegian letters in the 7-bit sets of SOSI's first years (NS 4551). */
const sevenBit: Record<string, string> = { '[': 'Æ', '\\': 'Ø', ']': 'Å', '{': 'æ', '|': 'ø', '}': 'å' };

const through =
  (encoding: string): Decode =>
  (bytes) =>
    iconv.decode(bytes, encoding, { stripBOM: false });

const norwegianSevenBit: Decode = (bytes) =>
  bytes.toString('latin1').replace(/[[\\\]{|}]/g, (letter) => sevenBit[letter] ?? letter);

/** SOSI part 1, "TEGNSETT", by folded name. ISO 8859-1 is read as its superset that Windows programs write. */
const decoders: Record<string, Decode> = {
  utf8: through('utf8'),
  iso88591: through('windows-1252'),
  ansi: through('windows-1252'),
  iso885910: through('iso-8859-10'),
  iso885915: through('iso-8859-15'),
  dosn8: through('cp865'),
  decn8: through('windows-1252'),
  macn8: through('macintosh'),
  nd7: norwegianSevenBit,
  decn7: norwegianSevenBit,
  isond7: norwegianSevenBit,
};

/** Names of the character sets that can be read, as SOSI writes them. */
export const knownCharsets = 'UTF-8, ISO8859-1, ISO8859-10, ISO8859-15, ANSI, DOSN8, DECN8, MACN8, ND7, DECN7';

/** The decoder of a TEGNSETT; undefined when it is not one of SOSI's. */
export const decoderOf = (charset: string): Decode | undefined => decoders[fold(charset)];

/**
 * Which character set a file is in: as it says, unless its bytes cannot be that. Files that are UTF-8 and say
 * ISO8859-1, and the other way round, are common.
 * @param sample bytes with letters outside ASCII, where there are any; cut anywhere
 * @returns `other` names the set that was taken in place of the one that the file says
 */
export function trueCharset(said: string, sample: Buffer): { decode: Decode | undefined; other: string | null } {
  const isUtf8 = isLikelyUtf8(sample);
  const saysUtf8 = fold(said) === 'utf8';
  if (saysUtf8 && isUtf8 === false) return { decode: decoders['iso88591'], other: 'ISO8859-1' };
  if (!saysUtf8 && isUtf8 === true) return { decode: decoders['utf8'], other: 'UTF-8' };
  return { decode: decoderOf(said), other: null };
}

/** undefined when the sample is all ASCII: then it makes no difference. */
function isLikelyUtf8(sample: Buffer): boolean | undefined {
  if (sample.every((byte) => byte < 0x80)) return undefined;
  try {
    // `stream` lets a letter be cut off at the end.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}
