import { en } from './en.ts';
import { nb } from './nb.ts';

export type Language = 'nb' | 'en';
export type Texts = typeof nb;

export const textsIn = (language: Language): Texts => (language === 'en' ? en : nb);

/** Put values into a text: `fill('{count} treff', { count: 3 })`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
