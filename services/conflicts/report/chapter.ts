import { zoneChanges } from '../../../layers/codes/change.ts';
import { percent, quantity } from '../../figures.ts';
import type { CheckResult, FindingProperties } from '../answer/result.ts';
import { answerFor, answers, isHit, isUnanswered, type Answer } from './answer.ts';
import { layerAbsent } from '../judgement/judge.ts';
import { coverageInWords } from './coverage-in-words.ts';
import type { Material } from './material.ts';
import type { Card, Chapter, Line, Placed, Spread, Unanswered } from './report.ts';
import { texts } from './texts/texts.ts';

/** So many findings of a rule are listed beside those in full. */
const mostLines = 60;
/** So many names stand in one list. */
const mostNames = 40;

type Summary = CheckResult['summary'][number];

interface Given extends Material {
  labelOf: (finding: FindingProperties) => string;
  inFull: ReadonlySet<number>;
}

/** What was found under one rule, the worst first. @param found findings of the rule, sorted */
export function chapterOf(summary: Summary, found: readonly Placed[], given: Given): Chapter {
  const { language, labelOf, inFull } = given;
  const say = texts[language];
  const hits = found.filter(({ answer }) => isHit(answer));
  const lines = hits.filter(({ number }) => !inFull.has(number));
  const [first] = found;
  const notes = saidOfAll(hits);
  const own = ({ notes: all }: FindingProperties) => all.filter((note) => !notes.includes(note));
  const { section = '', text = '', standing = '' } = first?.properties.guideline ?? {};
  return {
    rule: summary.rule,
    title: summary.title,
    answer: answerFor(
      summary.verdict,
      found.map(({ answer }) => answer),
    ),
    quote: text,
    quoteSource: say.quote(section, say.bases[first?.properties.basis ?? 'text'], standing),
    spread: spreadOf(found),
    data: dataOf(summary.rule, given),
    notes,
    cards: hits
      .filter(({ number }) => inFull.has(number))
      .map((placed) => ({ ...cardOf(placed, given), notes: own(placed.properties) })),
    lines: together(
      lines.slice(0, mostLines).map(({ answer, properties }) => ({
        answer: answer as Line['answer'],
        zone: labelOf(properties),
        area: properties.area_m2 ? quantity(properties.area_m2 / 1000, language, 1) : null,
        reason: [properties.reason, ...own(properties)].join(' '),
        remedy: properties.remedy,
      })),
    ),
    linesCount: lines.length,
    linesLeftOut: Math.max(0, lines.length - mostLines),
    unanswered: unansweredIn(found, given),
  };
}

/** What is noted of each of several findings: said once, of them all. */
function saidOfAll(hits: readonly Placed[]): string[] {
  const [first, ...others] = hits;
  if (!first || others.length === 0) return [];
  return first.properties.notes.filter((note) => others.every(({ properties: { notes } }) => notes.includes(note)));
}

/** Lines that differ in nothing but the zone, as one. */
function together(lines: readonly Line[]): Line[] {
  const merged = new Map<string, Line>();
  for (const [at, line] of lines.entries()) {
    const key = line.area === null ? JSON.stringify([line.answer, line.reason, line.remedy]) : String(at);
    const before = merged.get(key);
    merged.set(key, before ? { ...before, zone: `${before.zone}, ${line.zone}` } : line);
  }
  return [...merged.values()];
}

/** How many findings have each answer. */
export const spreadOf = (found: readonly Placed[]): Spread =>
  answers
    .map((answer) => [answer, found.filter((each) => each.answer === answer).length] as const)
    .filter(([, count]) => count > 0);

/** Findings without an answer, those with the same reason together. */
function unansweredIn(found: readonly Placed[], given: Given): Unanswered[] {
  const { language, labelOf } = given;
  const groups = new Map<string, { answer: Answer; reason: string; zones: string[] }>();
  for (const { answer, properties } of found) {
    if (!isUnanswered(answer)) continue;
    const reason = [reasonIn(properties, given), ...properties.notes].join(' ');
    const key = `${answer} ${reason}`;
    const group = groups.get(key) ?? { answer, reason, zones: [] };
    group.zones.push(labelOf(properties));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ zones, ...group }) => ({ ...group, zones: namesOf(zones, language) }));
}

/** The reason as a reader of the report knows the layers: by their titles. */
function reasonIn({ rule, reason, reason_code }: FindingProperties, { result, layers, language }: Given): string {
  if (reason_code !== layerAbsent) return reason;
  const absent = result.coverage.filter((line) => line.rule === rule && line.dataset === null);
  return texts[language].layersMissing(absent.map(({ layer }) => `«${layers.get(layer) ?? layer}»`).join(', '));
}

function namesOf(names: readonly string[], language: Material['language']): string {
  const shown = names.slice(0, mostNames).join(', ');
  const more = names.length - mostNames;
  return more > 0 ? `${shown} ${texts[language].more(more)}` : shown;
}

function dataOf(rule: string, { result, language, layers }: Given): string[] {
  const say = texts[language];
  return result.coverage
    .filter((line) => line.rule === rule)
    .map((line) => {
      const title = layers.get(line.layer) ?? line.layer;
      if (line.dataset === null) return `${title}: ${say.noData}`;
      return `${title}: ${line.dataset} – ${coverageInWords(line, result, language)}`;
    });
}

function cardOf({ number, answer, properties }: Placed, given: Given): Omit<Card, 'notes'> {
  const { labelOf, pictures } = given;
  return {
    answer: answer as Card['answer'],
    zone: labelOf(properties),
    reason: properties.reason,
    remedy: remedyOf(properties, pictures.has(number), given.language),
    facts: factsOf(properties, given),
    picture: pictures.get(number) ?? null,
  };
}

/** What would solve a finding, and where it is drawn. */
function remedyOf(
  { remedy, remedy_kind: kind, remedy_code: code }: FindingProperties,
  isDrawn: boolean,
  language: Material['language'],
): string | null {
  const say = texts[language];
  if (remedy === null || kind === null) return remedy;
  if (kind === 'zone-taken-out') return `${remedy} ${say.remedyTakenOut}`;
  if (!isDrawn) return remedy;
  return `${remedy} ${kind === 'consideration-zone' && code !== null ? say.remedyZone(code) : say.remedyDrawn}`;
}

function factsOf(finding: FindingProperties, given: Given): [string, string][] {
  const { language } = given;
  const say = texts[language].finding;
  const daa = (area: number) => `${quantity(area / 1000, language, 1)} daa`;
  const { area_m2: area, red_area_m2: red, zone_area_m2: whole, new_area_m2: fresh, share_of_zone: share } = finding;
  const { share_covered: covered, share_secured: secured, distance_m: distance } = finding;
  const isPart = (part: number | null, of: number | null): part is number =>
    part !== null && of !== null && part > 0 && Math.abs(part - of) > 0.5;
  const facts: [string, string | null][] = [
    [say.purpose, finding.purpose],
    [say.change, finding.change && zoneChanges[finding.change][language]],
    [say.zoneArea, whole === null ? null : daa(whole)],
    [say.newArea, isPart(fresh, whole) ? daa(fresh) : null],
    [say.area, area ? `${daa(area)}${share ? ` (${say.ofZone(percent(share, language))})` : ''}` : null],
    [say.redArea, isPart(red, area) ? daa(red) : null],
    [say.secured, secured === null ? null : percent(secured, language)],
    [say.distance, distance ? `${quantity(distance, language, distance < 100 ? 1 : 0)} m` : null],
    [say.covered, covered !== null && covered < 1 ? percent(covered, language) : null],
    [say.constraints, constraintsOf(finding, given)],
    [say.data, finding.dataset],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}

/** The constraints by layer, each with its name and id. */
export function constraintsOf({ constraints }: FindingProperties, given: Material): string | null {
  if (constraints.length === 0) return null;
  const most = 12;
  const shown = constraints.slice(0, most).map(({ layer, id, fid }) => {
    const name = given.names.get(`${layer}/${fid}`);
    return `${given.layers.get(layer) ?? layer}: ${name && name !== id ? `${name} (${id})` : id}`;
  });
  const more = constraints.length - most;
  return [...shown, ...(more > 0 ? [texts[given.language].more(more)] : [])].join('; ');
}
