import type { FieldValue } from '../../layers/declaration/derivation.ts';
import type { Field } from '../../layers/declaration/field.ts';
import { folded } from './folded.ts';

/** A value of the source as the field wants it; `unknown` when a code is not in the list; `bad` when it cannot be. */
export type Reading = { value: FieldValue } | { unknown: string } | { bad: string };

/**
 * Reads values of one field: source spellings, codes, titles, decimal commas, Norwegian dates.
 * Made once per field and import.
 */
export function valueReader(field: Field): (raw: unknown) => Reading {
  const spelled = new Map<string, string>();
  for (const [code, title] of Object.entries(field.codes ?? {}))
    for (const spelling of [title.en, title.nb, code]) spelled.set(folded(spelling), code);
  for (const [spelling, code] of Object.entries(field.sourceValues ?? {})) spelled.set(folded(spelling), code);
  const read = readers[field.kind];
  /** Web services write a code as its address in a register: https://register.geonorge.no/…/verneform/NR. */
  const codeOfAddress = (plain: Plain) => {
    const last =
      typeof plain === 'string' ? /^https?:\/\/\S*[/#](?<code>[^/#\s]+)$/.exec(plain)?.groups?.['code'] : null;
    return last ? spelled.get(folded(last)) : undefined;
  };
  return (raw) => {
    if (raw === null || raw === undefined) return { value: null };
    if (typeof raw === 'object') return { bad: shown(raw) };
    const plain = typeof raw === 'string' ? raw.trim() : (raw as number | boolean);
    if (plain === '') return { value: null };
    const known = spelled.size > 0 ? (spelled.get(folded(asText(plain))) ?? codeOfAddress(plain)) : undefined;
    if (known === '') return { value: null };
    return read(known ?? plain, field, known !== undefined);
  };
}

type Plain = string | number | boolean;

const readers: Record<Field['kind'], (raw: Plain, field: Field, isKnown: boolean) => Reading> = {
  text: (raw) => ({ value: asText(raw) }),
  integer: (raw) => numberReading(raw, Number.isSafeInteger),
  number: (raw) => numberReading(raw, Number.isFinite),
  boolean(raw) {
    const found = truths[asText(raw).toLowerCase()];
    return found === undefined ? { bad: shown(raw) } : { value: found };
  },
  date(raw) {
    const day = dayOf(asText(raw));
    return day === null ? { bad: shown(raw) } : { value: day };
  },
  code: (raw, _field, isKnown) => (isKnown ? { value: asText(raw) } : { unknown: shown(raw) }),
  'code-number'(raw, field) {
    const number = asNumber(raw);
    if (number === null || !Number.isSafeInteger(number)) return { unknown: shown(raw) };
    return field.codes && !(number in field.codes) ? { value: number, unknown: shown(raw) } : { value: number };
  },
};

const truths: Record<string, boolean> = {
  ...{ true: true, '1': true, ja: true, j: true, yes: true, y: true, t: true },
  ...{ false: false, '0': false, nei: false, n: false, no: false, f: false },
};

function numberReading(raw: Plain, fits: (number: number) => boolean): Reading {
  const number = asNumber(raw);
  return number !== null && fits(number) ? { value: number } : { bad: shown(raw) };
}

const decimal = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;

/** A number, also with a decimal comma; null when it is none. */
export function asNumber(raw: unknown): number | null {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null;
  if (typeof raw !== 'string' || !decimal.test(raw.trim())) return null;
  return Number(raw.trim().replace(',', '.'));
}

/** Days as sources write them: 2021-10-24, 2021-10-24T00:00:00, 20211024, 24.10.2021. */
const spellings = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})([T ].*)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(\d{6})?$/,
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/,
];

/** A day as ISO text; null when there is no such day. */
export function dayOf(text: string): string | null {
  for (const spelling of spellings) {
    const { year, month, day } = spelling.exec(text)?.groups ?? {};
    if (!year || !month || !day) continue;
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
    return exists && Number(year) >= 1000 ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
  }
  return null;
}

const asText = (raw: Plain): string => String(raw);
const shownLength = 80;

/** A value as a report shows it: not longer than a line. */
export function shown(raw: unknown): string {
  const text = typeof raw === 'string' ? raw : (JSON.stringify(raw) ?? '');
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
