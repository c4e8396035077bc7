import type { Table } from '../../../tables/table.ts';
import type { CheckResult } from '../../answer/result.ts';
import { answerOf } from '../answer.ts';
import type { Report } from '../report.ts';
import { spreadInWords } from '../spread.ts';
import { texts } from '../texts/texts.ts';
import { findingRows } from './finding-rows.ts';

/** The sheets of a check. */
export function sheetsOf(result: CheckResult, report: Report): Table[] {
  const { language } = report;
  const say = texts[language];
  const { columns, sheets } = say;
  const titleOf = (rule: string | null) =>
    rule === null ? say.allRules : (result.summary.find((line) => line.rule === rule)?.title ?? rule);
  return [
    findingRows(result, report),
    {
      name: sheets.summary,
      headings: say.summaryHeadings,
      rows: [
        ...report.summary.map(({ rule, title, answer, spread }) => {
          const line = result.summary.find((each) => each.rule === rule);
          const [zones, area] = [line?.zones ?? 0, line?.area_daa ?? 0];
          return [title, say.answers[answer], zones, area, spreadInWords(spread, say)];
        }),
        [],
        ...report.facts.map(([label, text]) => [label, text]),
        [say.title('').replace(': ', ''), say.sentences[report.answer]],
        [say.facts.run, report.runKey],
        ...(report.example ? [[say.example]] : []),
      ],
    },
    { name: sheets.coverage, headings: say.coverageHeadings, rows: report.coverage },
    {
      name: sheets.parameters,
      headings: [...say.parameterHeadings.slice(0, 4), columns.unit, ...say.parameterHeadings.slice(4)],
      rows: result.run.parameters.map(({ rule, name, value, unit, default: standard, why }) => [
        ...[titleOf(rule), name, value, standard, unit, why],
      ]),
    },
    { name: sheets.data, headings: say.sourceHeadings, rows: report.everySource },
    {
      name: sheets.notAssessed,
      headings: [columns.rule, columns.answer, columns.zone, columns.reason],
      rows: result.findings.features.flatMap(({ properties }) => {
        const { verdict, rule_title, zone_name, zone, reason, notes } = properties;
        if (verdict !== 'not-assessed' && verdict !== 'failed') return [];
        const why = [reason, ...notes].join(' ');
        return [[rule_title, say.answers[answerOf(properties)], zone_name ?? zone, why]];
      }),
    },
    {
      name: sheets.checklist,
      headings: say.checklistHeadings,
      rows: report.checklist.map(({ theme, title, figure, source }) => [theme, title, figure, source]),
    },
    ...(report.instead
      ? [
          {
            name: sheets.instead,
            headings: [columns.zone, ...say.insteadHeadings],
            rows: [
              ...report.instead.zones.flatMap(({ title, places }) => places.map((row) => [title, ...row])),
              ...report.instead.without,
            ],
          },
        ]
      : []),
    ...(report.takenOut.length > 0
      ? [{ name: say.takenOut, headings: say.takenOutHeadings, rows: report.takenOut }]
      : []),
    ...(report.comparison
      ? [
          {
            name: sheets.comparison,
            headings: say.comparisonHeadings,
            rows: [...report.comparison.everyRow, [], [report.comparison.counts]],
          },
        ]
      : []),
  ];
}
