import type { Texts } from '../texts/texts.ts';

/** Longest text of a cell that spreadsheets open, in UTF-16 units ("Excel specifications and limits"). */
const longest = 32_767;
/** Room for the words that say how much is missing. */
const room = 60;

/** Parts in one cell; those that have no room are counted. */
export function listInCell(parts: readonly string[], say: Texts): string {
  const whole = parts.join('; ');
  if (whole.length <= longest) return whole;
  let [length, shown] = [0, 0];
  for (const part of parts) {
    length += part.length + 2;
    if (length > longest - room) break;
    shown += 1;
  }
  return `${parts.slice(0, shown).join('; ')}; … ${say.more(parts.length - shown)}`;
}

/** Text with what fits into a cell, and how many characters do not. */
export function textInCell(text: string, say: Texts): string {
  if (text.length <= longest) return text;
  // Never half a character.
  const shown = text.slice(0, longest - room).replace(/[\ud800-\udbff]$/, '');
  return `${shown} … ${say.moreCharacters(text.length - shown.length)}`;
}
