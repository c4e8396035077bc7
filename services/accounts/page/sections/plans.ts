import { heading, picture, table, text, type Block, type Section } from '../../../documents/document.ts';
import { drawBars } from '../../../documents/picture/bars.ts';
import { sum } from '../../extent/tallies.ts';
import type { PlanAccount, PurposeRow } from '../../plans/plan-account.ts';
import type { Material } from '../material.ts';
import type { Wording } from '../wording.ts';

/** The plans in force, where they lie here at all. */
export const plansHere = ({ accounts: { plans } }: Pick<Material, 'accounts'>): PlanAccount | null =>
  plans && plans.current.planned_m2 > 0 ? plans.current : null;

/** What plans in force give, and what of it is left. */
export function plansSection(material: Material, words: Wording): Section {
  const say = words.say.plans;
  const plans = plansHere(material);
  const { maps } = material;
  const blocks: Block[] = plans
    ? [
        ...(maps.plans ? [picture('plan-map', say.mapTitle, maps.plans)] : []),
        text(say.intro),
        barsOf(plans, words),
        tableOf(plans, words),
        text(methodOf(plans, words)),
        ...protectedIn(plans, words),
        ...(plans.other.length > 0
          ? [
              heading(say.otherTitle),
              table(
                say.otherTitle,
                say.otherHeadings,
                plans.other
                  .filter((row) => row.planned_m2 >= leastShown)
                  .sort((a, b) => b.planned_m2 - a.planned_m2)
                  .map(({ group, planned_m2 }) => [words.group(group), words.area(planned_m2)]),
              ),
            ]
          : []),
      ]
    : [text(say.none)];
  return { id: 'plans', title: say.title, blocks };
}

/** Strips along the border of a neighbour's zones are in the sum; a row of their own would say nothing. m² */
const leastShown = 50;

const bySize = ({ groups }: PlanAccount): PurposeRow[] =>
  groups.filter((row) => row.planned_m2 >= leastShown).sort((a, b) => b.planned_m2 - a.planned_m2);

function barsOf(plans: PlanAccount, words: Wording): Block {
  const say = words.say.plans;
  const bars = bySize(plans).map((row) => ({
    label: words.group(row.group),
    parts: [row.built_m2, row.reserve_m2, row.densification_m2, row.unbuildable_m2],
    figure: words.daa(row.planned_m2),
  }));
  const told = bySize(plans).map(
    ({ group, planned_m2, reserve_m2 }) =>
    `${words.group(group)} ${words.daa(planned_m2)} (${say.parts[1]} ${words.daa(reserve_m2)})`, // prettier-ignore
  );
  const alt = words.say.land.barsAlt(say.barsTitle, told.join(', '));
  return picture('plans', say.barsTitle, drawBars({ id: 'plans', kinds: say.parts, bars }, alt));
}

function tableOf(plans: PlanAccount, words: Wording): Block {
  const say = words.say.plans;
  const figures = (rows: readonly PurposeRow[]): string[] =>
    (['planned_m2', 'built_m2', 'reserve_m2', 'unbuildable_m2', 'densification_m2'] as const).map((key) =>
      words.daa(sum(rows.map((row) => row[key]))),
    );
  return table(say.tableTitle, say.headings, [
    ...bySize(plans).map((row) => [words.group(row.group), ...figures([row])]),
    [say.sum, ...figures(plans.groups)],
  ]);
}

/** Planned land that is protected stands with what is unbuildable, and is worth a sentence. */
function protectedIn({ groups }: PlanAccount, words: Wording): Block[] {
  const area = sum(groups.map(({ protected_m2 }) => protected_m2 ?? 0));
  return area >= leastShown ? [text(words.say.plans.protectedLand(words.daa(area)))] : [];
}

/** How land was found to be built, and what half and half as much again of the buffer would make of the reserve. */
function methodOf({ groups, method }: PlanAccount, words: Wording): string {
  const say = words.say.plans;
  if (method.built === 'none') return say.noBuilt;
  if (method.built === 'land-cover') return say.byCover;
  const reserve = (turn: number) => words.daa(sum(groups.map(({ sensitivity }) => sensitivity[turn]?.reserve_m2 ?? 0)));
  const metres = (buffer: number) => `${words.number(buffer, 1)} m`;
  return say.sensitivity(
    ...([metres(method.buffer_m * 0.5), reserve(0), metres(method.buffer_m * 1.5), reserve(1)] as const),
    ...([metres(method.buffer_m), words.daa(sum(groups.map(({ reserve_m2 }) => reserve_m2)))] as const),
  );
}
