import type { Language } from '../../../layers/declaration/bilingual.ts';
import { quantity } from '../../figures.ts';
import type { CheckResult } from '../answer/result.ts';
import { answerFor, isHit, type Answer } from './answer.ts';
import { chapterOf } from './chapter.ts';
import { comparedVersions } from './compared-versions.ts';
import { coverageInWords } from './coverage-in-words.ts';
import { changeCounts, nameOf, takenOutRows } from './make-report.ts';
import { insteadOf } from './instead.ts';
import type { Material } from './material.ts';
import type { Card, Chapter, InsteadPlaces } from './report.ts';
import { linesByWorst, worstFirst } from './severity.ts';
import { spreadInWords } from './spread.ts';
import { texts } from './texts/texts.ts';
import { zoneLabels } from './zone-label.ts';

/**
 * A check's answer as lines for a terminal: rule by rule, the worst first; zones with the same answer together.
 * @param layers titles of layers by id; ids where they have none
 */
export function reportText(
  result: CheckResult,
  language: Language,
  layers: ReadonlyMap<string, string> = new Map(),
): string {
  const say = texts[language];
  const sorted = worstFirst(result);
  const material: Material = {
    ...{ result, language, layers, names: new Map(), sources: [], overview: null, pictures: new Map() },
  };
  const labelOf = zoneLabels(result, say);
  const inFull = new Set(sorted.filter(({ answer }) => isHit(answer)).map(({ number }) => number));
  const lines = linesByWorst(result, sorted);
  const chapters = lines.map((summary) =>
    chapterOf(
      summary,
      sorted.filter(({ properties }) => properties.rule === summary.rule),
      { ...material, labelOf, inFull },
    ),
  );
  const verdict = answerFor(
    result.verdict,
    chapters.flatMap(({ spread }) => spread.map(([answer]) => answer)),
  );
  const { guidelines } = result.run;
  return [
    `${nameOf(result, say.unnamed)}: ${say.answers[verdict]}`,
    say.sentences[verdict],
    `${guidelines.plan} (${guidelines.standing})`,
    ...changesOf(result, language),
    ...lines.flatMap(({ area_daa }, at) => {
      const chapter = chapters[at];
      return chapter ? chapterLines(chapter, area_daa, language) : [];
    }),
    ...(result.alternatives ? insteadLines(insteadOf(result.alternatives, language), language) : []),
    ...takenOutLines(material),
    ...(result.comparison ? comparisonLines(material) : []),
    ...(result.checklist?.length ? ['', `${say.checklist}:`] : []),
    ...(result.checklist ?? []).map(({ title, figure, source }) => `  ${title}: ${figure} (${source})`),
    '',
    `${say.coverage}:`,
    ...new Set(
      result.coverage.map((line) => {
        const title = layers.get(line.layer) ?? line.layer;
        const covered = line.dataset && coverageInWords(line, result, language);
        return `  ${title}: ${covered ? `${line.dataset} – ${covered}` : say.noData}`;
      }),
    ),
    `${say.facts.run}: ${result.run.key}`,
    '',
  ].join('\n');
}

function chapterLines(chapter: Chapter, daa: number, language: Language): string[] {
  const say = texts[language];
  const { title, answer, spread, quote, quoteSource, notes, cards, unanswered } = chapter;
  const area = daa > 0 ? `, ${quantity(daa, language, 1)} daa` : '';
  return [
    '',
    `${title}: ${loud(answer, language)}${area} (${spreadInWords(spread, say)})`,
    ...(cards.length > 0 ? [`  «${quote}» – ${quoteSource}`] : []),
    ...notes.map((note) => `  ${note}`),
    ...cards.flatMap((card) => cardLines(card, language)),
    ...unanswered.map(({ answer: none, reason, zones }) => `  ${loud(none, language)}  ${zones}\n    ${reason}`),
  ];
}

function cardLines({ answer, zone, facts, reason, notes, remedy }: Card, language: Language): string[] {
  const say = texts[language];
  const what = facts
    .filter(([label]) => label === say.finding.purpose || label === say.finding.change)
    .map(([, text]) => text);
  return [
    `  ${loud(answer, language)}  ${zone}${what.length > 0 ? ` (${what.join(', ')})` : ''}`,
    `    ${reason}`,
    ...notes.map((note) => `    ${note}`),
    ...(remedy ? [`    ${say.remedy}: ${remedy}`] : []),
  ];
}

function changesOf(result: CheckResult, language: Language): string[] {
  const counts = changeCounts(result, language);
  return counts ? [`${texts[language].facts.changes}: ${counts}`] : [];
}

const insteadLines = ({ zones, without, leftOut }: InsteadPlaces, language: Language): string[] => [
  ...['', `${texts[language].instead}:`],
  ...zones.flatMap(({ title, places }) => [`  ${title}`, ...places.map((row) => `    ${row.join(' | ')}`)]),
  ...without.map((row) => `  ${row.join(': ')}`),
  ...(leftOut ? [`  ${leftOut}`] : []),
];

function takenOutLines(material: Material): string[] {
  const rows = takenOutRows(material);
  if (rows.length === 0) return [];
  return [
    '',
    `${texts[material.language].takenOut}:`,
    ...rows.map(([zone, purpose, area, extent]) => `  ${zone} (${purpose}): ${area}, ${extent}`),
  ];
}

const loud = (answer: Answer, language: Language): string => texts[language].answers[answer].toUpperCase();

function comparisonLines(material: Material): string[] {
  const { comparison } = material.result;
  if (!comparison) return [];
  const { title, counts, note, rows } = comparedVersions(comparison, material);
  return ['', `${title}: ${counts}`, ...(note ? [`  ${note}`] : []), ...rows.map((row) => `  ${row.join(' | ')}`)];
}
