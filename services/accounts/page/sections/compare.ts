import { picture, table, text, type Block, type Section } from '../../../documents/document.ts';
import { drawBars } from '../../../documents/picture/bars.ts';
import type { Accounts } from '../../account.ts';
import { reserveIn } from '../../barometer/reserve.ts';
import { unclassified } from '../../extent/extent-account.ts';
import { sum } from '../../extent/tallies.ts';
import { isNoFinding } from './barometer.ts';
import type { Compared, Material } from '../material.ts';
import type { Wording } from '../wording.ts';
import { plansHere } from './plans.ts';

/** Indicators that are drawn side by side, too. */
const drawn = ['plan-reserve-per-resident', 'protected-share'];

/** The same figures of others beside the municipality's own. */
export function compareSection(material: Material, words: Wording): Section | null {
  const { compared, name, accounts } = material;
  if (compared.length === 0) return null;
  const say = words.say.compare;
  const all: Compared[] = [{ name, accounts }, ...compared];
  return {
    id: 'compare',
    title: say.title,
    blocks: [
      text(say.intro),
      table(say.title, [say.heading, ...all.map((one) => one.name)], rowsOf(all, material, words)),
      ...drawn.flatMap((id) => barsOf(id, all, material, words)),
    ],
  };
}

function rowsOf(all: readonly Compared[], { indicators, language }: Material, words: Wording): string[][] {
  const say = words.say.compare;
  const known = (value: number | null, write: (value: number) => string) =>
    value === null ? words.say.notKnown : write(value);
  const row = (title: string, figure: (accounts: Accounts) => string) => [
    title,
    ...all.map(({ accounts }) => figure(accounts)),
  ];
  const reserve = (accounts: Accounts) => {
    const plans = plansHere({ accounts });
    return plans && reserveIn(plans);
  };
  return [
    row(say.area, ({ area_m2 }) => words.km2(area_m2)),
    row(say.changed, (accounts) => known(changedIn(accounts), words.daa)),
    row(say.reserve, (accounts) => known(reserve(accounts), words.daa)),
    row(say.reserveShare, (accounts) => known(reserve(accounts), (area) => words.share(area / accounts.area_m2))),
    row(say.findings, (accounts) => known(findingsOf(accounts), words.number)),
    ...indicators.filter(isNoFinding).map(({ id, title }) =>
      row(title[language], ({ indicators: figures }) => {
        const figure = figures.find((one) => one.id === id);
        return known(figure?.value ?? null, (value) => words.value(value, figure?.unit ?? 'count'));
      }),
    ),
  ];
}

/** Findings of all guidelines; null where no guideline was answered. */
function findingsOf({ indicators }: Accounts): number | null {
  const counts = indicators.flatMap(({ id, unit, value }) =>
    id.startsWith('findings-') && unit === 'count' && value !== null ? value : [],
  );
  return counts.length > 0 ? sum(counts) : null;
}

/** Land whose class changed between the two years; null where that is not known. */
export function changedIn({ extent }: Accounts): number | null {
  const cover = extent.find(({ layer }) => layer === 'land-cover');
  if (!cover || cover.data !== 'both') return null;
  return sum(cover.classes.flatMap((row) => (row.class === unclassified ? [] : row.additions_m2)));
}

function barsOf(id: string, all: readonly Compared[], { indicators, language }: Material, words: Wording): Block[] {
  const say = words.say.compare;
  const title = indicators.find((one) => one.id === id)?.title[language];
  const bars = all.flatMap(({ name, accounts }) => {
    const figure = accounts.indicators.find((one) => one.id === id);
    const value = figure?.value ?? null;
    return value === null ? [] : { label: name, parts: [value], figure: words.value(value, figure?.unit ?? 'count') };
  });
  if (title === undefined || bars.length < 2) return [];
  const alt = say.barsAlt(title, bars.map(({ label, figure }) => `${label} ${figure}`).join(', '));
  return [picture(`compare-${id}`, say.barsTitle(title), drawBars({ id: `compare-${id}`, kinds: [''], bars }, alt))];
}
