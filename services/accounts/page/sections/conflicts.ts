import { picture, table, text, type Block, type Section } from '../../../documents/document.ts';
import { drawSeries } from '../../../documents/picture/series.ts';
import { sum } from '../../extent/tallies.ts';
import type { Sweep } from '../../barometer/evidence.ts';
import type { Material } from '../material.ts';
import { inYears, type Wording } from '../wording.ts';

const hits = ['conflict', 'review'] as const;
const unanswered = new Set(['not-assessed', 'failed']);

/** What stands against the guidelines in plans in force, by guideline. */
export function conflictsSection({ sweeps, rules, language }: Material, words: Wording): Section {
  const say = words.say.conflicts;
  const last = sweeps?.at(-1);
  if (!sweeps || !last) return { id: 'conflicts', title: say.title, blocks: [text(say.none)] };
  const rows = rules.flatMap(({ id, title }) => {
    const own = last.counts.filter(({ rule }) => rule === id);
    if (own.length === 0) return [];
    const count = (counted: (verdict: string) => boolean) =>
      sum(own.flatMap(({ verdict, findings }) => (counted(verdict) ? findings : [])));
    const area = sum(own.flatMap(({ verdict, area_m2 }) => (isHit(verdict) ? (area_m2 ?? 0) : [])));
    return [
      [
        title[language],
        ...hits.map((hit) => words.number(count((verdict) => verdict === hit))),
        area > 0 ? words.daa(area) : '–',
        words.number(count((verdict) => unanswered.has(verdict))),
      ],
    ];
  });
  return {
    id: 'conflicts',
    title: say.title,
    blocks: [
      text(say.intro(last.date)),
      rows.length > 0 ? table(say.title, say.headings, rows) : text(say.nothing),
      ...seriesOf(sweeps, words),
    ],
  };
}

/** All that stands against a guideline. */
export const findingsIn = ({ counts }: Sweep, rule?: string): number =>
  sum(counts.flatMap((own) => (isHit(own.verdict) && (rule ?? own.rule) === own.rule ? own.findings : [])));

const isHit = (verdict: string): boolean => hits.some((hit) => hit === verdict);

/** The last sweep of each day, where there are two days at least. */
function seriesOf(sweeps: readonly Sweep[], words: Wording): Block[] {
  const say = words.say.conflicts;
  const days = [...new Map(sweeps.map((sweep) => [sweep.date, sweep])).values()];
  if (days.length < 2) return [];
  const moments = days.map((sweep) => {
    const value = findingsIn(sweep);
    return { at: inYears(sweep.date) ?? 0, value, label: sweep.date, figure: words.number(value) };
  });
  const alt = say.seriesAlt(moments.map(({ label, figure }) => `${label}: ${figure}`).join(', '));
  return [picture('findings-series', say.seriesTitle, drawSeries(moments, alt))];
}
