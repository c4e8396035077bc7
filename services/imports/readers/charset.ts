import iconv from 'iconv-lite';
import { fold } from '../../../layers/declaration/fold.ts';

/** Decodes the bytes of a text whose character set is known. */
export type Decode = (bytes: Buffer) => string;

/** Norwegian letters in the 7-bit sets of SOSI's first years (NS 4551). */
const sevenBit: Record<string, string> = { '[': 'Æ', '\\': 'Ø', ']': 'Å', '{': 'æ', '|': 'ø', '}': 'å' };

export const through =
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

/** Sets that are taken for each other, where what is written decides. */
const oneByteSets = ['ISO8859-1', 'DOSN8', 'MACN8'];

/**
 * Which character set a file is in: as it says, unless its bytes cannot be that. Files that are UTF-8 and say
 * ISO8859-1, and the other way round, are common; so are old ones that a program wrote in the set of DOS.
 * @param sample bytes with letters outside ASCII, where there are any; cut anywhere
 * @param decode of the set that it says, where that is not one of SOSI's
 * @returns `other` names the set that was taken in place of the one that the file says
 */
export function trueCharset(
  said: string,
  sample: Buffer,
  decode = decoderOf(said),
): { decode: Decode | undefined; other: string | null } {
  if (!decode || sample.every((byte) => byte < 0x80)) return { decode, other: null };
  const saysUtf8 = decode === decoders['utf8'];
  if (isUtf8(sample)) return saysUtf8 ? { decode, other: null } : taken('UTF-8');
  if (!saysUtf8 && decode !== norwegianSevenBit && looksNorwegian(decode(sample))) return { decode, other: null };
  const better = oneByteSets.find((set) => decoderOf(set) !== decode && looksNorwegian(decoderOf(set)?.(sample) ?? ''));
  if (better !== undefined) return taken(better);
  return saysUtf8 || decode === norwegianSevenBit ? taken('ISO8859-1') : { decode, other: null };
}

const taken = (charset: string) => ({ decode: decoderOf(charset), other: charset });

function isUtf8(sample: Buffer): boolean {
  try {
    // `stream` lets a letter be cut off at the end.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Most of what is not ASCII are letters of Norwegian names. */
function looksNorwegian(text: string): boolean {
  const foreign = text.match(/\P{ASCII}/gu) ?? [];
  const norwegian = foreign.filter((letter) => /[æøåÆØÅéèêòóôäöüÄÖÜáčđŋšŧžÁČĐŊŠŦŽ§°²³]/.test(letter));
  return norwegian.length * 2 > foreign.length;
}
