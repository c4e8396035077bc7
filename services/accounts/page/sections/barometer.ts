import { heading, picture, table, text, type Block, type Section } from '../../../documents/document.ts';
import { drawSeries } from '../../../documents/picture/series.ts';
import type { Indicator as Figure } from '../../account.ts';
import type { Indicator } from '../../barometer/indicator.ts';
import type { Material } from '../material.ts';
import { inYears, type Wording } from '../wording.ts';

/** Indicators whose course is drawn, where it is known; the others' stand in the JSON. */
const drawn = ['residents', 'plan-reserve-per-resident', 'planned-nature-loss'];

/** Findings are told guideline by guideline elsewhere on the page. */
export const isNoFinding = ({ id }: { id: string }): boolean => !id.startsWith('findings-');

/** The key figures, each with its date and what it lacks. */
export function barometerSection({ accounts, indicators, language }: Material, words: Wording): Section {
  const say = words.say.barometer;
  const rows = pairs(accounts.indicators, indicators).map(([{ value, unit, date, missing }, { title, direction }]) => [
    title[language],
    value === null ? words.say.notKnown : words.value(value, unit),
    date ?? '–',
    words.say.directions[direction],
    value === null ? words.lacking(missing) : '–',
  ]);
  return {
    id: 'barometer',
    title: say.title,
    blocks: [
      text(say.intro),
      table(say.title, say.headings, rows),
      ...pairs(accounts.indicators, indicators).flatMap(([figure, { title }]) =>
        drawn.includes(figure.id) ? seriesOf(figure, title[language], words) : [],
      ),
    ],
  };
}

/** What every figure is, at the end of the page. */
export function definitionBlocks({ accounts, indicators, language }: Material, words: Wording): Block[] {
  const say = words.say.barometer;
  return [
    heading(say.definitions),
    table(
      say.definitions,
      say.definitionHeadings,
      pairs(accounts.indicators, indicators).map(([, { title, definition, source }]) => [
        ...[title[language], definition[language], source[language]],
      ]),
    ),
  ];
}

const pairs = (figures: readonly Figure[], indicators: readonly Indicator[]): [Figure, Indicator][] =>
  figures.flatMap((figure) => {
    const indicator = indicators.find(({ id }) => id === figure.id);
    return indicator && isNoFinding(figure) ? [[figure, indicator] as [Figure, Indicator]] : [];
  });

function seriesOf({ id, unit, series }: Figure, title: string, words: Wording): Block[] {
  const say = words.say.barometer;
  const moments = series.flatMap(({ date, value }) => {
    const at = inYears(date);
    return at === null ? [] : { at, value, label: date ?? '', figure: words.value(value, unit) };
  });
  if (new Set(moments.map(({ at }) => at)).size < 2) return [];
  const alt = say.seriesAlt(title, moments.map(({ label, figure }) => `${label}: ${figure}`).join(', '));
  return [picture(`series-${id}`, say.seriesTitle(title), drawSeries(moments, alt))];
}
