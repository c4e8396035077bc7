import { heading, picture, table, text, type Block, type Section } from '../../../documents/document.ts';
import { drawBars } from '../../../documents/picture/bars.ts';
import { sum } from '../../extent/tallies.ts';
import { isNature } from '../../nature/is-nature.ts';
import type { PlanAccount, PurposeRow } from '../../plans/plan-account.ts';
import { takes } from '../../plans/takes.ts';
import type { Material } from '../material.ts';
import type { Wording } from '../wording.ts';
import { plansHere } from './plans.ts';

/** Less of an ecosystem is a strip along its border. m² */
const leastShown = 50;

/** What building on the reserve would take. */
export function lossSection(material: Material, words: Wording): Section {
  const say = words.say.loss;
  const plans = plansHere(material);
  return {
    id: 'loss',
    title: say.title,
    blocks: plans
      ? [
          text(say.intro),
          takesTable(plans, material, words),
          ...(plans.method.treelines.length > 0 ? [text(treelineOf(plans, words))] : []),
          ...natureBlocks(plans, material, words),
        ]
      : [text(say.none)],
  };
}

/** So many purposes have a column of their own; the last column is all of them. */
const mostColumns = 4;

/** Kinds as rows, purposes as columns, those with most reserve first. */
function takesTable({ groups }: PlanAccount, { language }: Material, words: Wording): Block {
  const say = words.say.loss;
  const own = groups.filter(({ reserve_m2 }) => reserve_m2 > 0).sort((a, b) => b.reserve_m2 - a.reserve_m2);
  const columns = own.slice(0, mostColumns);
  const row = (title: string, area: (row: PurposeRow) => number | null): string[] => {
    const all = own.map(area);
    const known = all.flatMap((value) => value ?? []);
    const write = (value: number | null) => (value === null ? words.say.notKnown : words.daa(value));
    return [
      title,
      ...columns.map((one) => write(area(one))),
      known.length < all.length ? words.say.notKnown : write(sum(known)),
    ];
  };
  return table(
    say.takesTitle,
    [say.kindHeading, ...columns.map(({ group }) => words.group(group)), say.all],
    [
      row(say.reserve, ({ reserve_m2 }) => reserve_m2),
      ...takes.map(({ id, title }) => row(title[language], ({ takes: taken }) => taken[id] ?? null)),
    ],
  );
}

/** Which line land is above, and how uncertain it is: definitions differ by hundreds of metres. */
function treelineOf({ method }: PlanAccount, words: Wording): string {
  const say = words.say.loss;
  const uncertain = method.treelines.flatMap(({ uncertainty_m: metres, uncertainty_axis: axis }) =>
    metres === null ? [] : `${words.number(metres)} m ${say.axes[axis ?? 'unknown']}`.trim(),
  );
  return say.treeline(
    [...new Set(method.treelines.map(({ definition }) => say.lines[definition ?? 'unknown']))].join(', '),
    uncertain.length > 0 ? [...new Set(uncertain)].join(', ') : null,
  );
}

function natureBlocks({ ecosystem_loss: loss }: PlanAccount, { accounts }: Material, words: Wording): Block[] {
  const say = words.say.loss;
  if (!loss) return [text(say.noTypes)];
  const lost = loss
    .filter((row) => isNature(row.class) && row.area_m2 >= leastShown)
    .sort((a, b) => b.area_m2 - a.area_m2);
  if (lost.length === 0) return [heading(say.lossTitle), text(words.say.lead.nothingLost)];
  const have = new Map(accounts.nature.ecosystems?.types.map((row) => [row.class, row.area_m2]));
  const rows = lost.map((row) => {
    const whole = have.get(row.class) ?? 0;
    return {
      label: words.code('ecosystem', 'class', row.class),
      value: row.area_m2,
      share: whole > 0 ? words.share(row.area_m2 / whole) : words.say.notKnown,
    };
  });
  const bars = rows.map(({ label, value }) => ({ label, parts: [value], figure: words.daa(value) }));
  const alt = words.say.land.barsAlt(say.lossTitle, rows.map(({ label, value }) => `${label} ${words.daa(value)}`).join(', ')); // prettier-ignore
  return [
    picture('loss', say.lossTitle, drawBars({ id: 'loss', kinds: [''], bars }, alt)),
    table(say.lossTitle, say.lossHeadings, rows.map(({ label, value, share }) => [label, words.daa(value), share])), // prettier-ignore
  ];
}
