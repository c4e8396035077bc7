import type { FindingProperties } from '../../services/conflicts/answer/result.ts';
import type { ConflictCase, ExpectedLine } from './truth-case.ts';

/** What a case and an answer agree on. */
export interface Comparison {
  /** What differs, in words; empty when all lines hold. */
  differences: string[];
  /** Rules that lines ask for and the program does not have yet. */
  missing: string[];
  /** Lines that were compared. */
  compared: number;
}

/** Fields of a line that are not figures to compare. */
const words = new Set(['rule', 'zone', 'verdict', 'tolerance', 'note']);

/** Compare findings with what a case expects: verdicts, figures within tolerance, and verdicts that must not be given. */
export function compare(
  { expected, not_expected: unwanted = [] }: ConflictCase,
  findings: readonly FindingProperties[],
  rules: readonly string[],
): Comparison {
  const known = (line: { rule: string }) => rules.includes(line.rule);
  const about = (line: { rule: string; zone?: string }) =>
    findings.filter(({ rule, zone }) => rule === line.rule && (line.zone === undefined || zone === line.zone));
  const lines = expected.filter(known);
  const differences = [
    ...lines.flatMap((line) => differ(line, about(line))),
    ...unwanted
      .filter(known)
      .filter((line) => about(line).some(({ verdict }) => verdict === line.verdict))
      .map((line) => `${line.rule} ${line.zone ?? 'all zones'}: must not be ${line.verdict}`),
  ];
  const missing = [...new Set([...expected, ...unwanted].filter((line) => !known(line)).map(({ rule }) => rule))];
  return { differences, missing: missing.sort(), compared: lines.length };
}

function differ(line: ExpectedLine, findings: readonly FindingProperties[]): string[] {
  const place = `${line.rule} ${line.zone ?? 'all zones'}`;
  if (findings.length === 0) return [`${place}: no finding`];
  return findings.flatMap((finding) => [
    ...(finding.verdict === line.verdict
      ? []
      : [`${place}: ${finding.verdict}, expected ${line.verdict} (${finding.reason})`]),
    ...Object.entries(line)
      .filter(([name]) => !words.has(name))
      .flatMap(([name, wanted]) => differInFigure(place, name, wanted, finding, line.tolerance)),
  ]);
}

function differInFigure(
  place: string,
  name: string,
  wanted: string | number | boolean | undefined,
  finding: FindingProperties,
  tolerance: number,
): string[] {
  const got = (finding as Record<string, unknown>)[name];
  if (typeof wanted !== 'number')
    return got === wanted ? [] : [`${place}: ${name} ${String(got)}, expected ${String(wanted)}`];
  const allowed = wanted === 0 ? tolerance : tolerance * Math.abs(wanted);
  if (typeof got === 'number' && Math.abs(got - wanted) <= allowed) return [];
  return [`${place}: ${name} ${String(got)}, expected ${wanted} within ${tolerance}`];
}
