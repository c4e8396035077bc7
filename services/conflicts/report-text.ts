import { zoneChanges } from '../../layers/codes/change.ts';
import type { Bilingual, Language } from '../../layers/declaration/bilingual.ts';
import { conflict } from '../../layers/conflict.ts';
import { percent, quantity } from '../figures.ts';
import type { CheckResult, FindingFeature } from './result.ts';
import { verdicts, type Verdict } from './verdict.ts';

/** A check's answer as lines for a terminal, the worst findings first. */
export function reportText(result: CheckResult, language: Language): string {
  const { verdict, summary, findings, coverage, run } = result;
  const { plan, guidelines } = run;
  const shown = findings.features
    .filter(({ properties }) => properties.verdict !== 'not-relevant')
    .sort((a, b) => verdicts.indexOf(a.properties.verdict) - verdicts.indexOf(b.properties.verdict));
  return [
    `${plan.name ?? plan.plan_id ?? words.plan[language]}: ${inWords(verdict, language)}`,
    `${guidelines.plan}, ${guidelines.version} (${guidelines.standing})`,
    '',
    ...summary.map(
      ({ title, verdict, zones, area_daa }) =>
        `${title}: ${inWords(verdict, language)}, ${zones} ${words[zones === 1 ? 'zone' : 'zones'][language]}, ${quantity(area_daa, language, 1)} daa`,
    ),
    ...shown.flatMap((finding) => ['', ...findingLines(finding, language)]),
    ...takenOutLines(result, language),
    '',
    words.data[language],
    ...coverage.map(
      ({ layer, dataset, share }) => `  ${layer}: ${dataset ?? words.none[language]}${covered(share, language)}`,
    ),
    '',
  ].join('\n');
}

function findingLines({ properties }: FindingFeature, language: Language): string[] {
  const { verdict, zone, zone_name, purpose, change, reason, notes, guideline, remedy } = properties;
  const what = [purpose, change && zoneChanges[change][language]].filter((each) => each !== null);
  const name = zone_name && zone_name !== zone ? `${zone} ${zone_name}` : zone;
  return [
    `${inWords(verdict, language).toUpperCase()}  ${name}${what.length > 0 ? ` (${what.join(', ')})` : ''}`,
    `  ${reason}`,
    ...notes.map((note) => `  ${note}`),
    ...(remedy ? [`  ${words.remedy[language]}: ${remedy}`] : []),
    `  § ${guideline.section}: «${guideline.text}»`,
  ];
}

function takenOutLines({ taken_out }: CheckResult, language: Language): string[] {
  if (!taken_out || taken_out.length === 0) return [];
  return [
    '',
    words.takenOut[language],
    ...taken_out.map(({ zone, zone_name, purpose, area_m2, whole }) => {
      const area = `${quantity(area_m2 / 1000, language, 1)} daa`;
      return `  ${zone_name ?? zone} (${purpose}): ${area}${whole ? '' : `, ${words.inPart[language]}`}`;
    }),
  ];
}

/** The layer's legend and the report use the same words. */
const inWords = (verdict: Verdict, language: Language): string =>
  conflict.fields['verdict']?.codes?.[verdict]?.[language] ?? verdict;

const covered = (share: number | null, language: Language): string =>
  share === null ? '' : ` (${words.covers[language]} ${percent(share, language)})`;

const words = {
  plan: { nb: 'Planen', en: 'The plan' },
  zone: { nb: 'sone', en: 'zone' },
  zones: { nb: 'soner', en: 'zones' },
  data: { nb: 'Datagrunnlag:', en: 'Data:' },
  none: { nb: 'ingen data', en: 'no data' },
  takenOut: { nb: 'Tatt ut av planen i kraft:', en: 'Taken out of the plan in force:' },
  inPart: { nb: 'resten er videreført', en: 'the rest is kept' },
  covers: { nb: 'dekker', en: 'covers' },
  remedy: { nb: 'Løses ved', en: 'Solved by' },
} satisfies Record<string, Bilingual>;
