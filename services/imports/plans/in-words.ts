import { considerationCodes } from '../../../layers/codes/consideration.ts';
import { laws, planStatuses, planTypes } from '../../../layers/codes/plan.ts';
import { purposeOf } from '../../../layers/codes/purposes.ts';
import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { Defect, DefectCode, Severity } from './defect.ts';
import { severities } from './defect.ts';
import type { PlanFacts } from './plan-facts.ts';
import type { PlanReport } from './plan-report.ts';
import { en } from './texts/en.ts';
import { nb } from './texts/nb.ts';
import type { PlanTexts } from './texts/texts.ts';

export const planTexts: Record<Language, PlanTexts> = { nb, en };

/** A defect as people read it. */
export interface WordedDefect {
  /** Counted through the report; the map has the same. */
  number: number;
  /** The zone by its name, its purpose, its id: what there is; empty where the whole plan is meant. */
  who: string;
  what: string;
  defect: Defect;
}

/** All defects of one kind. */
export interface DefectGroup {
  code: DefectCode;
  severity: Severity;
  title: string;
  remedy: string;
  items: WordedDefect[];
  /** How many more there are than are listed. */
  more: number;
}

/** What is to be mended, kind by kind, the gravest first. */
export function groupsOf(report: PlanReport, language: Language): DefectGroup[] {
  const texts = planTexts[language];
  const groups = new Map<DefectCode, DefectGroup>();
  const bySeverity = (severity: Severity) => report.defects.filter(({ code }) => severities[code] === severity);
  const inOrder = [...bySeverity('error'), ...bySeverity('warning'), ...bySeverity('information')];
  for (const [at, defect] of inOrder.entries()) {
    const { code } = defect;
    const { title, remedy, found } = texts.defects[code];
    const group = groups.get(code) ?? {
      ...{ code, severity: severities[code], title, remedy },
      ...{ items: [], more: report.more[code] ?? 0 },
    };
    const what = (found as ((values: unknown) => string) | undefined)?.(defect.values) ?? '';
    group.items.push({ number: at + 1, who: whoIs(defect, report, language), what, defect });
    groups.set(code, group);
  }
  return [...groups.values()];
}

/** How many defects there are of a severity, listed or not. */
export const countOf = (report: PlanReport, severity: Severity): number =>
  report.defects.filter(({ code }) => severities[code] === severity).length +
  Object.entries(report.more)
    .filter(([code]) => severities[code as DefectCode] === severity)
    .reduce((sum, [, count]) => sum + count, 0);

/** The line that a planner reads first. */
export function verdictOf(report: PlanReport, language: Language): string {
  const say = planTexts[language].report;
  const errors = countOf(report, 'error');
  const warnings = countOf(report, 'warning');
  return [errors === 0 ? say.ready : say.mend(errors), ...(warnings > 0 ? [say.look(warnings)] : [])].join(' ');
}

function whoIs({ zone, layer, index }: Defect, report: PlanReport, language: Language): string {
  const say = planTexts[language].zone;
  if (!zone) return '';
  const { name, code, object_type, id } = zone;
  const meaning = code === null ? null : meaningOf(layer, object_type, code, language);
  const parts = [
    name ?? (index === null ? null : say.feature(...placeInFiles(report, index))),
    meaning ?? (name === null ? object_type : null),
    name === null && id !== null ? say.id(id) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : say.unnamed;
}

function meaningOf(layer: string | null, objectType: string | null, code: number, language: Language): string {
  if (layer !== 'zoning-consideration') return `${purposeOf(objectType, code).name[language].toLowerCase()} (${code})`;
  const known: Record<number, Bilingual> = considerationCodes;
  return `H${code}${known[code] ? ` ${known[code][language].toLowerCase()}` : ''}`;
}

/** A feature's place in its own file. */
function placeInFiles({ files }: PlanReport, index: number): [index: number, file: string | null] {
  let before = 0;
  for (const { name, features } of files) {
    if (index < before + features) return [index - before, name];
    before += features;
  }
  return [index, null];
}

/** The facts of a plan in words, in the order in which a planner reads them. */
export function factsInWords(report: PlanReport, language: Language): [title: string, text: string][] {
  const { facts: names, notStated } = planTexts[language].report;
  const { facts, files, crs } = report;
  const coded = (codes: Record<number, Bilingual>, code: number | null) =>
    code === null ? notStated : `${code} ${codes[code]?.[language].toLowerCase() ?? ''}`.trim();
  const text = (field: keyof PlanFacts) => facts[field] ?? notStated;
  return [
    [names.plan_id, String(text('plan_id'))],
    [names.name, String(text('name'))],
    [names.plan_type, coded(planTypes, facts.plan_type)],
    [names.plan_status, coded(planStatuses, facts.plan_status)],
    [
      names.law,
      facts.law === null
        ? notStated
        : ((laws as Record<number, Bilingual>)[facts.law]?.[language] ?? String(facts.law)),
    ],
    [names.in_force, String(text('in_force'))],
    ...(facts.predecessor === null ? [] : [[names.predecessor, facts.predecessor] as [string, string]]),
    [names.files, files.map(({ name }) => name).join(', ') || notStated],
    [names.crs, `EPSG:${crs}`],
  ];
}
