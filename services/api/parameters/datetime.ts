import { z } from 'zod';
import { parameter } from './parameter.ts';

/** Days from and to, both included; null is open. */
export interface Period {
  from: string | null;
  to: string | null;
}

/** RFC 3339: a full date, or a date and time with its offset. Checked strictly, because it reaches the database. */
const instant = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2}))?$/i;

/** The day of an instant; features carry days, so the time of day does not tell them apart. */
function dayOf(text: string): string | undefined {
  const day = instant.exec(text)?.[1];
  if (!day) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}

const isOpen = (text: string): boolean => text === '..' || text === '';

function periodOf(text: string): Period | undefined {
  const ends = text.split('/');
  if (ends.length > 2) return undefined;
  if (ends.length === 1) {
    const day = dayOf(text);
    return day ? { from: day, to: day } : undefined;
  }
  const [start = '', end = ''] = ends;
  if (isOpen(start) && isOpen(end)) return { from: null, to: null };
  const from = isOpen(start) ? null : dayOf(start);
  const to = isOpen(end) ? null : dayOf(end);
  if (from === undefined || to === undefined || (from && to && from > to)) return undefined;
  return { from, to };
}

/** An instant or a period (/req/core/fc-time-definition). */
export const datetime = parameter({
  name: 'datetime',
  kind: 'text',
  schema: z
    .string()
    .transform((text, context) => {
      const period = periodOf(text);
      if (!period) context.addIssue({ code: 'custom', message: 'RFC 3339' });
      return period;
    })
    .optional(),
  meaning: {
    nb: 'en dato (2024-05-31), et tidspunkt (2024-05-31T12:00:00Z) eller et tidsrom (2024-01-01/2024-12-31, ../2024-12-31).',
    en: 'a date (2024-05-31), an instant (2024-05-31T12:00:00Z) or a period (2024-01-01/2024-12-31, ../2024-12-31).',
  },
});
