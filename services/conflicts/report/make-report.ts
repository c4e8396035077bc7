import { zoneChanges, type ZoneChange } from '../../../layers/codes/change.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { quantity } from '../../figures.ts';
import type { CheckResult } from '../answer/result.ts';
import { answerFor, answerOf } from './answer.ts';
import { chapterOf } from './chapter.ts';
import { comparedVersions } from './compared-versions.ts';
import { coverageInWords } from './coverage-in-words.ts';
import { insteadOf } from './instead.ts';
import type { Material } from './material.ts';
import type { Report } from './report.ts';
import { linesByWorst, mostCards, toldInFull, withMaps, worstFirst } from './severity.ts';
import { texts } from './texts/texts.ts';
import { zoneLabels } from './zone-label.ts';

/** A check as a document: pure, from what was read. */
export function makeReport(material: Material): Report {
  const { result, language, overview, sources } = material;
  const say = texts[language];
  const sorted = worstFirst(result);
  const given = {
    ...material,
    labelOf: zoneLabels(result, say),
    inFull: new Set(toldInFull(result).map(({ number }) => number)),
  };
  const lines = linesByWorst(result, sorted);
  const chapters = lines.map((summary) =>
    chapterOf(
      summary,
      sorted.filter(({ properties }) => properties.rule === summary.rule),
      given,
    ),
  );
  const mapped = withMaps(result).length;
  return {
    language,
    title: say.title(nameOf(result, say.unnamed)),
    answer: answerFor(
      result.verdict,
      result.findings.features.map(({ properties }) => answerOf(properties)),
    ),
    facts: factsOf(material),
    example: sources.some(({ example }) => example),
    overview,
    summary: lines.map(({ rule, title, zones, area_daa: daa }, at) => ({
      ...{ rule, title, answer: chapters[at]?.answer ?? 'not-relevant', zones: quantity(zones, language, 0) },
      area: daa > 0 ? quantity(daa, language, 1) : '–',
      spread: chapters[at]?.spread ?? [],
    })),
    comparison: result.comparison ? comparedVersions(result.comparison, material) : null,
    chapters,
    pictureLimit: mapped > mostCards ? say.pictureLimit(mostCards, mapped) : null,
    instead: result.alternatives ? insteadOf(result.alternatives, language) : null,
    takenOut: takenOutRows(material),
    checklist: result.checklist ?? [],
    parameters: changedParameters(material),
    sources: sourceRows(material),
    everySource: sources.map((source) => sourceRow(source, material)),
    notAssessed: chapters.flatMap(({ title, unanswered }) => unanswered.map((each) => ({ title, ...each }))),
    coverage: coverageRows(material),
    runKey: result.run.key,
    dataAsOf: newest(sources.map(({ importedAt }) => new Date(importedAt).toISOString())),
  };
}

const newest = (times: readonly string[]): string | null => [...times].sort().at(-1) ?? null;

export const nameOf = ({ run }: CheckResult, unnamed: string): string => run.plan.name ?? run.plan.plan_id ?? unnamed;

function factsOf({ result, language, sources }: Material): [string, string][] {
  const say = texts[language];
  const { plan, guidelines } = result.run;
  const changes = changeCounts(result, language);
  const loaded = newest(sources.map(({ importedAt }) => new Date(importedAt).toISOString()));
  return [
    [say.facts.plan, plan.name ?? say.notStated],
    [say.facts.planId, plan.plan_id ?? say.notStated],
    [say.facts.status, plan.plan_status],
    ...(plan.in_force ? [[say.facts.inForce, plan.in_force] as [string, string]] : []),
    ...(changes ? [[say.facts.changes, changes] as [string, string]] : []),
    [say.facts.guidelines, `${guidelines.plan}, ${guidelines.version}`],
    [say.facts.standing, guidelines.standing],
    [say.facts.data, loaded?.slice(0, 10) ?? say.noData],
  ];
}

/** How many zones are new, kept and changed against the plan in force; empty where nobody knows. */
export const changeCounts = ({ zones }: CheckResult, language: Language): string =>
  (Object.keys(zoneChanges) as ZoneChange[])
    .map((change) => [change, zones.filter((zone) => zone.change === change).length] as const)
    .filter(([, count]) => count > 0)
    .map(([change, count]) => `${zoneChanges[change][language]}: ${count}`)
    .join(', ');

/** Zones of the plan in force that the draft takes out, and how much of each. */
export const takenOutRows = ({ result, language }: Pick<Material, 'result' | 'language'>): string[][] =>
  (result.taken_out ?? []).map(({ zone, zone_name, purpose, area_m2, whole, remark }) => [
    zone_name ?? zone,
    purpose,
    `${quantity(area_m2 / 1000, language, 1)} daa`,
    extentOf(whole, remark, texts[language]),
  ]);

/** What of a zone is taken out; of the rest nobody says that it is kept where that is in doubt. */
const extentOf = (whole: boolean, remark: string | null, say: (typeof texts)[Language]): string =>
  [whole ? say.takenOutWhole : remark ? say.takenOutSome : say.takenOutPart, ...(remark ? [remark] : [])].join('. ');

const changedParameters = ({ result, language }: Material): string[][] =>
  result.run.parameters
    .filter(({ changed }) => changed)
    .map(({ rule, name, value, unit, default: standard, why }) => [
      result.summary.find((line) => line.rule === rule)?.title ?? texts[language].allRules,
      name,
      `${quantity(value, language, 6)} ${unit}`,
      `${quantity(standard, language, 6)} ${unit}`,
      why,
    ]);

/** So many datasets of a layer are listed one by one; more are counted. */
const mostOfLayer = 6;

function sourceRows(material: Material): string[][] {
  const layers = [...new Set(material.sources.map(({ layer }) => layer))];
  return layers.flatMap((layer) => {
    const own = material.sources.filter((source) => source.layer === layer);
    const rows = own.map((source) => sourceRow(source, material));
    if (own.length <= mostOfLayer) return rows;
    const dates = own.flatMap(({ dataDate }) => dataDate ?? []).sort();
    const [title, , , edition] = rows[0] ?? [];
    return [
      [
        title ?? layer,
        texts[material.language].datasets(own.length),
        dates.length > 0 ? `${dates[0]} – ${dates.at(-1)}` : texts[material.language].notStated,
        edition ?? '',
        [...new Set(rows.map((row) => row[4]))].slice(0, 3).join('; '),
      ],
    ];
  });
}

const sourceRow = (source: Material['sources'][number], { layers, language }: Material): string[] => [
  layers.get(source.layer) ?? source.layer,
  [source.title, source.provider].filter(Boolean).join(', '),
  source.dataDate ?? texts[language].notStated,
  String(source.edition),
  [...new Set([source.licence, source.attribution])].filter(Boolean).join('. ') || texts[language].notStated,
];

const coverageRows = ({ result, language, layers }: Material): string[][] =>
  result.coverage.map((line) => [
    result.summary.find(({ rule }) => rule === line.rule)?.title ?? line.rule,
    layers.get(line.layer) ?? line.layer,
    line.dataset ?? texts[language].noData,
    line.dataset === null ? '–' : coverageInWords(line, result, language),
  ]);
