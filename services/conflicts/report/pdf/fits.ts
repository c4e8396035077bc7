import type { Card } from '../report.ts';

/**
 * What is kept together must surely fit on one page: pdfmake drops what is higher. Heights are over-estimated, in points.
 */
const line = 12.5;
/** Of the 735 points between the margins. */
const page = 640;

/** Whether a card can be kept together, with its picture beside its facts. */
export function cardFits({ zone, reason, notes, remedy, facts, picture }: Card): boolean {
  const wide = [zone, reason, ...notes, remedy ?? '', picture?.alt ?? ''];
  const narrow = facts.flatMap((fact) => fact);
  const height = linesOf(wide, 70) * line + Math.max(picture ? 400 : 0, linesOf(narrow, 28) * line);
  return height <= page;
}

/** Whether sign, reason and picture of a card can be kept together, where the whole of it cannot. */
export const headFits = ({ zone, reason, remedy, picture }: Card): boolean =>
  linesOf([zone, reason, remedy ?? ''], 70) * line + (picture ? 400 : 0) <= page;

const linesOf = (texts: readonly string[], letters: number): number =>
  texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / letters)), 0);
