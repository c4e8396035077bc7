import type { Content, DocumentDefinition } from '../../../documents/pdf/pdfmake.ts';
import { facts, figure, ink, quiet, table } from '../../../documents/pdf/parts.ts';
import { answers } from '../answer.ts';
import type { Report } from '../report.ts';
import { spreadInWords } from '../spread.ts';
import { texts } from '../texts/texts.ts';
import { appendix } from './appendix.ts';
import { chapterContent } from './chapter.ts';
import { insteadContent } from './instead.ts';
import { answerLine } from './answer-line.ts';

/** From so many findings on, a table of contents is worth its room. */
const longFrom = 5;

/** Farther down the page, as a part of it, no table begins: its heading and first row would not fit. */
const lowest = 0.88;

/** A report as pdfmake's document. */
export function documentOf(report: Report): DocumentDefinition {
  const say = texts[report.language];
  const date = report.dataAsOf?.slice(0, 10) ?? '';
  const running = [report.title, date].filter(Boolean).join(' · ');
  const findings = report.chapters.reduce((sum, { cards, lines }) => sum + cards.length + lines.length, 0);
  return {
    pageSize: 'A4',
    pageMargins: [42, 56, 42, 50],
    language: report.language === 'nb' ? 'nb-NO' : 'en-GB',
    displayTitle: true,
    // A document's own date would make every copy another: it is that of the newest data.
    info: { title: report.title, creator: 'grunnriss', creationDate: new Date(report.dataAsOf ?? 0) },
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15, color: ink },
    styles: {
      h1: { fontSize: 19, bold: true, margin: [0, 0, 0, 2] },
      h2: { fontSize: 13, bold: true, margin: [0, 14, 0, 4] },
      h3: { fontSize: 10.5, bold: true, margin: [0, 8, 0, 3] },
    },
    header: (page) => (page === 1 ? null : { text: running, fontSize: 8, color: quiet, margin: [42, 26, 42, 0] }),
    footer: (page, pages) => ({
      columns: [
        { text: `${say.facts.run} ${report.runKey.slice(0, 16)}`, alignment: 'left' },
        { text: say.page(page, pages), alignment: 'right' },
      ],
      ...{ fontSize: 8, color: quiet, margin: [42, 16, 42, 0] },
    }),
    // A heading does not stay alone at the foot of a page.
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel === 1 &&
      (nodes.getFollowingNodesOnPage().length < 4 || node.startPosition.verticalRatio > lowest),
    content: [
      { text: report.title, style: 'h1' },
      { text: say.subtitle, fontSize: 11, color: quiet, margin: [0, 0, 0, 8] },
      answerLine(report.answer, say.sentences[report.answer], say),
      ...(report.example ? [{ text: say.example, bold: true, margin: [0, 4, 0, 0] }] : []),
      { ...facts(report.facts, 3), margin: [0, 8, 0, 0] },
      { text: say.summary, style: 'h2', headlineLevel: 1, tocItem: true },
      table(
        say.summaryHeadings,
        ['*', 118, 34, 48, '*'],
        report.summary.map(({ title, answer, zones, area, spread }) => [
          ...[{ text: title, bold: true }, answerLine(answer, null, say)],
          ...[zones, area, { text: spreadInWords(spread, say), color: quiet }],
        ]),
      ),
      ...(report.pictureLimit ? [{ text: report.pictureLimit, margin: [0, 4, 0, 0] }] : []),
      ...(findings >= longFrom
        ? [{ toc: { title: { text: say.contents, style: 'h2' }, numberStyle: { color: quiet } } }]
        : []),
      legend(report),
      ...overview(report),
      ...comparison(report),
      ...report.chapters.flatMap((chapter) => chapterContent(chapter, report)),
      ...insteadContent(report),
      ...appendix(report),
    ],
  };
}

function legend({ language }: Report): Content {
  const say = texts[language];
  return {
    unbreakable: true,
    stack: [
      { text: say.legend, style: 'h2' },
      table(
        [],
        [190, '*'],
        answers.map((answer) => [answerLine(answer, null, say), say.legendTexts[answer]]),
      ),
    ],
  };
}

function overview({ overview: picture, language }: Report): Content[] {
  if (!picture) return [];
  return [
    {
      unbreakable: true,
      stack: [
        { text: texts[language].overview, style: 'h2', tocItem: true },
        figure(picture, 511),
        { text: picture.alt, fontSize: 7.5, color: quiet, margin: [0, 3, 0, 0] },
      ],
    },
  ];
}

function comparison({ comparison: compared, language }: Report): Content[] {
  if (!compared) return [];
  const say = texts[language];
  return [
    { text: compared.title, style: 'h2', headlineLevel: 1, tocItem: true },
    { text: compared.counts, bold: true },
    ...(compared.note ? [{ text: compared.note, margin: [0, 2, 0, 4] }] : []),
    ...(compared.rows.length > 0 ? [table(say.comparisonHeadings, [40, '*', 90, 100, 100], compared.rows)] : []),
  ];
}
