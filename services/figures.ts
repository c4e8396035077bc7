import type { Language } from '../layers/declaration/bilingual.ts';

const locales: Record<Language, string> = { nb: 'nb-NO', en: 'en-GB' };

/**
 * A quantity as the reader's language writes it, thousands parted: by a space that no line breaks at in Bokmål, by a comma
 * in English. Codes, ids and years are no quantities and are written as they are.
 * @param decimals at most so many
 */
export const quantity = (value: number, language: Language, decimals: number): string =>
  formatOf(language, decimals).format(value);

const formats = new Map<string, Intl.NumberFormat>();

/** Kept: to make one takes ten times as long as to use it, and a check writes tens of thousands of figures. */
function formatOf(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language} ${decimals}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals });
  formats.set(key, known);
  return known;
}

/** What two ways of adding the same areas differ by. */
const noise = 1e-9;

/** A share 0–1 as per cent; never rounded up to all or down to nothing. */
export function percent(share: number, language: Language): string {
  if (share > 0.999 && share < 1 - noise) return `over ${quantity(99.9, language, 1)} %`;
  if (share > 0 && share < 0.001) return `under ${quantity(0.1, language, 1)} %`;
  return `${quantity(share * 100, language, 1)} %`;
}
