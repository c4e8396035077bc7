import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import { percent, quantity } from '../../figures.ts';

/**
 * Something to be said about a zone, kept as a code and its values so that a stored result can be read in any language.
 * The words are in texts/ for what the frame says, and beside the rule for what a rule says.
 */
export interface Message {
  code: string;
  values: Values;
}

export type Values = Record<string, string | number | null | Bilingual>;

export const say = (code: string, values: Values = {}): Message => ({ code, values });

/** How a number is written for the reader; `{area:daa}` in a text asks for one of these. */
const units: Record<string, (value: number, language: Language) => string> = {
  daa: (value, language) => `${quantity(value / 1000, language, 1)} daa`,
  m: (value, language) => `${quantity(value, language, value < 100 ? 1 : 0)} m`,
  km: (value, language) => `${quantity(value / 1000, language, 1)} km`,
  min: (value, language) => `${quantity(value, language, value < 10 ? 1 : 0)} min`,
  MW: (value, language) => `${quantity(value, language, 1)} MW`,
  '%': percent,
};

/**
 * Put values into a text: `{name}` as it is, `{name:daa}` from m² to dekar, `{name:m}` metres, `{name:km}` from metres to
 * kilometres, `{name:min}` minutes, `{name:MW}` megawatts, `{name:%}` a share.
 * A number without a unit is a code or an id, and its digits are not parted.
 * A value that is not known is written as a dash.
 */
export function fill(text: string, values: Values, language: Language): string {
  let filled = '';
  for (const { before, name, unit } of partsOf(text)) {
    filled += before;
    if (name === undefined) continue;
    const value = values[name];
    if (value === null || value === undefined) filled += '–';
    else if (typeof value === 'object') filled += value[language];
    else {
      const write = typeof value === 'number' && unit ? units[unit] : undefined;
      filled += write ? write(value as number, language) : String(value);
    }
  }
  return filled;
}

/** Words, and the value that follows them; none at the end of a text. */
interface Part {
  before: string;
  name?: string;
  unit?: string | undefined;
}

const parts = new Map<string, readonly Part[]>();

/** Kept: a check fills the same few texts tens of thousands of times. */
function partsOf(text: string): readonly Part[] {
  const known = parts.get(text);
  if (known) return known;
  const found: Part[] = [];
  let at = 0;
  for (const { index, 0: whole, 1: name = '', 2: unit } of text.matchAll(/\{(\w+)(?::([\w%]+))?\}/g)) {
    found.push({ before: text.slice(at, index), name, unit });
    at = index + whole.length;
  }
  found.push({ before: text.slice(at) });
  parts.set(text, found);
  return found;
}
