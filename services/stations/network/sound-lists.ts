import { BadQuestion } from './answer.ts';

/** @param subject what is given twice, as the sentence begins */
export function checkOnce(list: readonly { id: string }[], subject: { nb: string; en: string }): void {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id))
      throw new BadQuestion({
        nb: `${subject.nb} ${id} er gitt to ganger. Gi én gang.`,
        en: `${subject.en} ${id} is given twice. Give it once.`,
      });
    seen.add(id);
  }
}

/** A finite number, `least` or more. */
export function checkNumber(value: unknown, subject: { nb: string; en: string }, least = 0): void {
  if (typeof value === 'number' && Number.isFinite(value) && value >= least) return;
  throw new BadQuestion({
    nb: `${subject.nb} må være et tall som er ${least} eller mer; fikk ${String(value)}.`,
    en: `${subject.en} must be a number that is ${least} or more; got ${String(value)}.`,
  });
}

/** A number that is 0 or more in every place, or null or Infinity where there is no way. */
export function checkMatrix(
  matrix: readonly ArrayLike<number | null>[],
  rows: readonly { id: string }[],
  columns: readonly { id: string }[],
  what: { nb: string; en: string },
): void {
  for (const [row, { id }] of rows.entries()) {
    const line = matrix[row];
    if (line?.length !== columns.length)
      throw new BadQuestion({
        nb: `${id} har ${line?.length ?? 0} tall for ${what.nb}, men skal ha ${columns.length}.`,
        en: `${id} has ${line?.length ?? 0} numbers for ${what.en}, but should have ${columns.length}.`,
      });
    for (let column = 0; column < line.length; column++) {
      const value = line[column];
      if (value === null || value >= 0) continue;
      const to = columns[column]?.id ?? '';
      throw new BadQuestion({
        nb: `${what.nb} fra ${id} til ${to} er ${value}. Gi et tall som er 0 eller mer, eller null der det ikke er noen vei.`,
        en: `${what.en} from ${id} to ${to} is ${value}. Give a number that is 0 or more, or null where there is no way.`,
      });
    }
  }
  if (matrix.length !== rows.length)
    throw new BadQuestion({
      nb: `Det er ${matrix.length} linjer med ${what.nb}, men ${rows.length} steder.`,
      en: `There are ${matrix.length} lines of ${what.en}, but ${rows.length} sites.`,
    });
}
