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
  return text.replace(/\{(\w+)(?::([\w%]+))?\}/g, (_, name: string, unit?: string) => {
    const value = values[name];
    if (value === null || value === undefined) return '–';
    if (typeof value === 'object') return value[language];
    const write = typeof value === 'number' && unit ? units[unit] : undefined;
    return write ? write(value as number, language) : String(value);
  });
}
