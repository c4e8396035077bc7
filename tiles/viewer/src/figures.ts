import type { Language } from './texts/texts.ts';

/** Numbers, areas and days as the reader's language writes them. */
export interface Figures {
  number(value: number, decimals?: number): string;
  /** m² as dekar, with the m² beside it where a dekar figure would hide them. */
  area(m2: number): string;
  /** m² as dekar alone, for tables. */
  dekar(m2: number): string;
  metres(m: number): string;
  /** A share 0–1 as per cent; never rounded up to 100 % or down to 0 %. */
  share(value: number): string;
  /** ISO 2024, 2024-05 or 2024-05-31 (a time after it is left out) in words. */
  day(iso: string): string;
}

export function figuresIn(language: Language): Figures {
  const locale = language === 'en' ? 'en-GB' : 'nb-NO';
  const number = (value: number, decimals = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value);
  return {
    number,
    area(m2) {
      if (m2 >= 100_000) return `${number(m2 / 1000)} daa`;
      if (m2 >= 1000) return `${number(m2 / 1000, 1)} daa (${number(m2)} m²)`;
      return `${number(m2, m2 < 10 ? 1 : 0)} m²`;
    },
    dekar: (m2) => `${number(m2 / 1000, m2 < 10_000 ? 1 : 0)} daa`,
    metres: (m) => (m >= 10_000 ? `${number(m / 1000, 1)} km` : `${number(m, m < 10 ? 1 : 0)} m`),
    share(value) {
      if (value > 0.999 && value < 1) return `over ${number(99.9, 1)} %`;
      if (value > 0 && value < 0.001) return `under ${number(0.1, 1)} %`;
      return `${number(value * 100, 1)} %`;
    },
    day(iso) {
      const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso) ?? [];
      if (!year) return iso;
      if (!month) return year;
      const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
      return new Intl.DateTimeFormat(locale, {
        year: 'numeric',
        month: 'long',
        day: day ? 'numeric' : undefined,
        timeZone: 'UTC',
      }).format(date);
    },
  };
}
