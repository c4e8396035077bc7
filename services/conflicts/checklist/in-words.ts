import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import { percent, quantity } from '../../figures.ts';
import type { DatasetInfo } from '../../imports/editions.ts';
import type { Covered } from '../measurement/coverage.ts';
import type { Checklist } from './checklist.ts';
import { themes, type ChecklistItem } from './item.ts';

/** @property value null: there is no such feature */
export interface Measured extends Covered {
  value: number | null;
}

/** A line of the checklist in words. Where the data do not cover all of the land, the figure is a bound or nothing. */
export function inWords(
  { id, theme, title, measure }: ChecklistItem,
  datasets: readonly DatasetInfo[],
  measured: Measured | null,
  layer: Bilingual,
  language: Language,
): Checklist[number] {
  const value = valueOf(measure.kind, measured);
  return {
    id,
    theme: themes[theme][language],
    title: title[language],
    value,
    unit: measure.kind === 'area' ? 'm²' : measure.kind === 'distance' ? 'm' : 'count',
    share_covered: measured?.share ?? null,
    figure:
      value === null ? words.unknown[language] : figureOf(measure.kind, value, measured?.whole ?? false, language),
    source: sourceOf(datasets, measured, layer, language),
  };
}

/** Nothing found where not all was looked at is not nothing. */
function valueOf(kind: ChecklistItem['measure']['kind'], measured: Measured | null): number | null {
  if (!measured) return null;
  return !measured.whole && kind !== 'distance' && measured.value === 0 ? null : measured.value;
}

function figureOf(kind: ChecklistItem['measure']['kind'], value: number, whole: boolean, language: Language): string {
  if (kind === 'distance') {
    const written = value >= 1000 ? `${quantity(value / 1000, language, 1)} km` : `${quantity(value, language, 0)} m`;
    return whole ? written : `${words.most[language]} ${written}`;
  }
  const written = kind === 'area' ? `${quantity(value / 1000, language, 1)} daa` : quantity(value, language, 0);
  return whole ? written : `${words.least[language]} ${written}`;
}

function sourceOf(
  datasets: readonly DatasetInfo[],
  measured: Measured | null,
  layer: Bilingual,
  language: Language,
): string {
  if (!measured) return `${layer[language]}: ${words.noData[language]}`;
  const [first] = datasets;
  const more = datasets.length - 1;
  const named = first ? [first.title ?? first.part, first.provider].filter(Boolean).join(', ') : '';
  const dated = first?.dataDate ? ` (${first.dataDate})` : '';
  const others = more > 0 ? ` ${words.more[language].replace('{count}', String(more))}` : '';
  const gap =
    measured.share === null
      ? `; ${words.coverageUnknown[language]}`
      : measured.whole
        ? ''
        : `; ${words.covers[language]} ${percent(measured.share, language)}`;
  const none = measured.value === null ? `; ${words.none[language]}` : '';
  const of = named.startsWith(layer[language]) ? '' : `${layer[language]}: `;
  return `${of}${named}${dated}${others}${gap}${none}`;
}

const words = {
  unknown: { nb: 'ikke kjent', en: 'not known' },
  noData: { nb: 'ingen data lastet inn', en: 'no data loaded' },
  coverageUnknown: { nb: 'ukjent dekning', en: 'coverage unknown' },
  covers: { nb: 'dekker', en: 'covers' },
  none: { nb: 'ingen registrert', en: 'none registered' },
  least: { nb: 'minst', en: 'at least' },
  most: { nb: 'høyst', en: 'at most' },
  more: { nb: 'og {count} til', en: 'and {count} more' },
} satisfies Record<string, Bilingual>;
