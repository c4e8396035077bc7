import { reserveIn } from '../barometer/reserve.ts';
import { unclassified } from '../extent/extent-account.ts';
import { isNature } from '../nature/is-nature.ts';
import type { PurposeRow } from '../plans/plan-account.ts';
import { sum } from '../extent/tallies.ts';
import type { Material } from './material.ts';
import { changedIn } from './sections/compare.ts';
import { findingsIn } from './sections/conflicts.ts';
import { plansHere } from './sections/plans.ts';
import type { Wording } from './wording.ts';

/** What a council member should have read when nothing else is: what we have, plan, may lose, and where it clashes. */
export const leadOf = (material: Material, words: Wording): string[] => [
  have(material, words),
  plan(material, words),
  lose(material, words),
  clash(material, words),
];

function have({ name, accounts }: Material, words: Wording): string {
  const say = words.say.lead;
  const cover = accounts.extent.find(({ layer, data }) => layer === 'land-cover' && data !== 'none');
  const classes = (cover?.classes ?? [])
    .filter((row) => row.class !== unclassified && row.closing_m2 > 0)
    .sort((a, b) => b.closing_m2 - a.closing_m2)
    .slice(0, 3)
    .map(
      (row) => `${words.code('land-cover', 'class', row.class)} (${words.share(row.closing_m2 / accounts.area_m2)})`,
    );
  const share = accounts.indicators.find(({ id }) => id === 'protected-share')?.value ?? null;
  return [
    say.have,
    say.area(name, words.km2(accounts.area_m2)),
    classes.length > 0 ? say.cover(classes.join(', ')) : say.noCover,
    ...(share === null ? [] : [say.protectedLand(words.share(share))]),
  ].join(' ');
}

function plan(material: Material, words: Wording): string {
  const say = words.say.lead;
  const plans = plansHere(material);
  if (!plans) return `${say.plan} ${say.noPlans}`;
  const reserve = reserveIn(plans);
  const largest = plans.groups.reduce<PurposeRow | undefined>(
    (most, row) => (row.group.startsWith('scattered') || row.reserve_m2 <= (most?.reserve_m2 ?? 0) ? most : row),
    undefined,
  );
  const inside = sum(plans.groups.map(({ densification_m2 }) => densification_m2));
  return [
    say.plan,
    largest
      ? say.reserve(
          words.daa(reserve),
          words.group(largest.group).toLocaleLowerCase('nb'),
          words.daa(largest.reserve_m2),
        )
      : say.noReserve,
    ...(inside > 0 ? [say.densification(words.daa(inside))] : []),
  ].join(' ');
}

function lose(material: Material, words: Wording): string {
  const say = words.say.lead;
  const figure = (wanted: string) => material.accounts.indicators.find(({ id }) => id === wanted)?.value ?? null;
  const loss = figure('planned-nature-loss');
  const above = figure('holiday-reserve-above-treeline');
  const [worst] = [...(plansHere(material)?.ecosystem_loss ?? [])]
    .filter((row) => isNature(row.class))
    .sort((a, b) => b.area_m2 - a.area_m2);
  const cover = material.accounts.extent.find(({ layer }) => layer === 'land-cover');
  const changed = changedIn(material.accounts);
  return [
    say.lose,
    loss === null
      ? say.noLoss
      : loss > 0 && worst
        ? say.loss(words.daa(loss), words.code('ecosystem', 'class', worst.class))
        : say.nothingLost,
    ...(above !== null && above > 0 ? [say.aboveTreeline(words.daa(above))] : []),
    ...(changed !== null && changed > 0
      ? [say.changed(String(cover?.from.year ?? ''), String(cover?.to.year ?? ''), words.daa(changed))]
      : []),
  ].join(' ');
}

function clash({ sweeps, rules, language }: Material, words: Wording): string {
  const say = words.say.lead;
  const last = sweeps?.at(-1);
  if (!last) return `${say.findings} ${say.notSwept}`;
  const all = findingsIn(last);
  const [worst] = rules
    .map(({ id, title }) => ({ title: title[language], count: findingsIn(last, id) }))
    .sort((a, b) => b.count - a.count);
  if (all === 0 || !worst) return `${say.findings} ${say.nothingFound}`;
  return `${say.findings} ${say.found(words.number(all), worst.title, words.number(worst.count))}`;
}

/** The first figures of the page: label and text. */
export function factsOf({ number, accounts, place, ...material }: Material, words: Wording): [string, string][] {
  const say = words.say.facts;
  const value = (id: string): string => {
    const figure = accounts.indicators.find((one) => one.id === id);
    if (!figure || figure.value === null) return words.say.notKnown;
    return `${words.value(figure.value, figure.unit)}${figure.date ? ` (${figure.date})` : ''}`;
  };
  const plans = plansHere({ ...material, accounts });
  return [
    [say.number, number],
    [say.area, words.km2(accounts.area_m2)],
    [say.residents, value('residents')],
    [say.holidayHomes, value('holiday-homes')],
    [say.centrality, place.centrality ? words.number(place.centrality.index) : words.say.notKnown],
    [say.protectedShare, value('protected-share')],
    [say.plans, plans ? words.daa(reserveIn(plans)) : words.say.notKnown],
    [say.asOf, newestIn(accounts.datasets) ?? words.say.notKnown],
  ];
}

/** Day of the newest data. */
export const newestIn = (datasets: Material['accounts']['datasets']): string | null =>
  datasets
    .map(({ imported_at }) => new Date(imported_at).toISOString().slice(0, 10))
    .sort()
    .at(-1) ?? null;
