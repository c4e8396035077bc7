import type { Catalogue } from '../../../layers/catalogue.ts';
import { purposeGroups } from '../../../layers/codes/purpose-groups.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { percent, quantity } from '../../figures.ts';
import { lacks } from '../barometer/indicator.ts';
import { classNames } from '../tables/class-names.ts';
import { texts, type Texts } from '../texts/texts.ts';

/** Figures and codes in the reader's words. */
export class Wording {
  readonly say: Texts;
  readonly #language: Language;
  readonly #catalogue: Catalogue;

  constructor(language: Language, catalogue: Catalogue) {
    this.say = texts[language];
    this.#language = language;
    this.#catalogue = catalogue;
  }

  number = (value: number, decimals = 0): string => quantity(value, this.#language, decimals);

  /** Land as planners count it; small land with a decimal, so that it is not read as none. */
  daa = (m2: number): string => {
    const daa = Math.abs(m2) < 1 ? 0 : m2 / 1000;
    if (daa > 0 && daa < 0.1) return `${this.number(0.1, 1)} daa`;
    return `${this.number(daa, Math.abs(daa) < 10 ? 1 : 0)} daa`;
  };

  km2 = (m2: number): string => `${this.number(m2 / 1e6, m2 < 1e7 ? 2 : 1)} km²`;

  /** Small land in daa, large in km². */
  area = (m2: number): string => (Math.abs(m2) < 1e7 ? this.daa(m2) : this.km2(m2));

  share = (share: number): string => percent(share, this.#language);

  layer = (id: string): string => (this.#catalogue.has(id) ? this.#catalogue.get(id).title[this.#language] : id);

  /** A code of a field of a layer. */
  code = (layer: string, field: string, code: string): string =>
    field === 'class'
      ? (classNames(layer, code, this.#language) ?? code)
      : (this.#catalogue.get(layer).fields[field]?.codes?.[code]?.[this.#language] ?? code);

  group = (group: string): string =>
    group in purposeGroups ? purposeGroups[group as keyof typeof purposeGroups][this.#language] : group;

  /** What a value is missing for. */
  lack = (what: string): string => {
    if (what in lacks) return lacks[what as keyof typeof lacks][this.#language];
    const producer = this.#catalogue.has(what) ? this.#catalogue.get(what).producedBy : undefined;
    const run = { nb: `kjør analysen ${producer}`, en: `run the analysis ${producer}` }[this.#language];
    return producer ? `${this.layer(what)} (${run})` : this.layer(what);
  };

  lacking = (missing: readonly string[]): string =>
    this.say.barometer.missing(
      missing.map((what) => this.lack(what)).join(this.#language === 'nb' ? ' eller ' : ' or '),
    );

  /** A value of an indicator. */
  value = (value: number, unit: string): string => {
    if (unit === 'm2') return this.daa(value);
    if (unit === 'share') return this.share(value);
    if (unit === 'm2/resident') return `${this.number(value, value < 10 ? 1 : 0)} ${this.say.units[unit]}`;
    return this.number(value, 0);
  };
}

/** Year or day of a date as years, for the axis of time; null where it is none. */
export function inYears(date: string | null): number | null {
  const [, year, month = '1', day = '1'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '') ?? [];
  return year === undefined ? null : Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 366;
}
