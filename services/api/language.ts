import type { Language } from '../../layers/declaration/bilingual.ts';

/** The language when nobody asks for another. */
const defaultLanguage: Language = 'nb';

/** Codes by which each language is asked for; Norwegian by its older and wider names too. */
const names: Record<string, Language> = { nb: 'nb', no: 'nb', nn: 'nb', nob: 'nb', en: 'en', eng: 'en' };

/** The language of a code such as `en-GB`; none when it is not spoken here. */
export const languageOf = (code: string): Language | undefined => names[code.toLowerCase().split('-')[0] ?? ''];

/**
 * The best language for an `Accept-Language` header (RFC 9110 §12.5.4), ties in the order given.
 * @returns the default when the header is absent or names none of ours
 */
export function acceptedLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .split(',')
    .map((wish) => {
      const [code = '', ...parameters] = wish.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([0-9.]+)\s*$/.exec(p)?.[1]).find(Boolean);
      return { language: languageOf(code.trim()), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wishes.find(({ language }) => language)?.language ?? defaultLanguage;
}
