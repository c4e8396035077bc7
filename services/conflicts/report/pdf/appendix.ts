import type { Content } from '../../../documents/pdf/pdfmake.ts';
import { breakable, table } from '../../../documents/pdf/parts.ts';
import type { Report } from '../report.ts';
import { texts } from '../texts/texts.ts';
import { answerLine } from './answer-line.ts';

/** The checklist, and what the answers rest on. */
export function appendix(report: Report): Content[] {
  const say = texts[report.language];
  const part = (
    title: string,
    headings: readonly string[],
    widths: (string | number)[],
    rows: readonly (readonly Content[])[],
    none: string,
  ): Content[] => [
    { text: title, style: 'h3', headlineLevel: 1 },
    rows.length > 0 ? table(headings, widths, rows) : { text: none },
  ];
  return [
    ...(report.takenOut.length > 0
      ? [
          { text: say.takenOut, style: 'h2', headlineLevel: 1, tocItem: true },
          table(say.takenOutHeadings, ['*', '*', 80, 140], report.takenOut.map(cells)),
        ]
      : []),
    { text: say.checklist, style: 'h2', headlineLevel: 1, tocItem: true },
    ...(report.checklist.length === 0
      ? [{ text: say.noNewLand }]
      : [
          { text: say.checklistIntro, margin: [0, 0, 0, 4] },
          table(
            say.checklistHeadings,
            [72, '*', 62, 190],
            report.checklist.map(({ theme, title, figure, source }) => [
              theme,
              title,
              { text: figure, bold: true },
              source,
            ]),
          ),
        ]),
    { text: say.appendix, style: 'h2', headlineLevel: 1, tocItem: true },
    ...part(
      say.notAssessed,
      say.notAssessedHeadings,
      [90, 108, '*', 130],
      report.notAssessed.map(({ title, answer, reason, zones }) => [
        ...[title, answerLine(answer, null, say)],
        ...[reason, breakable(zones)],
      ]),
      say.nothingUnassessed,
    ),
    ...part(say.coverage, say.coverageHeadings, [110, 90, '*', 80], report.coverage.map(cells), say.noSources),
    ...part(
      say.parameters,
      say.parameterHeadings,
      [90, 90, 55, 55, '*'],
      report.parameters.map(cells),
      say.parametersDefault,
    ),
    ...part(say.sources, say.sourceHeadings, [90, '*', 52, 36, 150], report.sources.map(cells), say.noSources),
    { text: say.method, margin: [0, 8, 0, 0] },
    { text: `${say.facts.run}: ${breakable(report.runKey)}`, margin: [0, 4, 0, 0] },
  ];
}

const cells = (row: readonly string[]): Content[] => row.map(breakable);
