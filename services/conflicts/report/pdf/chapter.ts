import type { Content } from '../../../documents/pdf/pdfmake.ts';
import { breakable, facts, figure, quiet, table } from '../../../documents/pdf/parts.ts';
import type { Card, Chapter, Report } from '../report.ts';
import { nothingIn, spreadInWords } from '../spread.ts';
import { answerColours } from '../sign.ts';
import { texts, type Texts } from '../texts/texts.ts';
import { cardFits, headFits } from './fits.ts';
import { answerLine } from './answer-line.ts';

/** A guideline and what was found under it. */
export function chapterContent(chapter: Chapter, { language }: Report): Content[] {
  const say = texts[language];
  const { title, answer, quote, quoteSource, spread, data, cards, lines, unanswered } = chapter;
  const { linesCount, linesLeftOut } = chapter;
  const counts = spreadInWords(spread, say);
  return [
    {
      unbreakable: true,
      stack: [
        { text: title, style: 'h2', tocItem: true },
        answerLine(answer, counts ? `${say.counts}: ${counts}` : null, say),
        { text: `«${quote}»`, italics: true, margin: [10, 5, 10, 0] },
        { text: quoteSource, color: quiet, fontSize: 8, margin: [10, 1, 10, 4] },
      ],
    },
    { text: `${say.ruleData}: ${data.join('. ')}`, color: quiet, fontSize: 8 },
    ...chapter.notes.map((text): Content => ({ text, margin: [0, 3, 0, 0] })),
    ...(cards.length + lines.length === 0 ? [{ text: nothingIn(answer, say), margin: [0, 4, 0, 0] }] : []),
    ...cards.map((card) => cardContent(card, say)),
    ...(lines.length > 0
      ? [
          { text: say.others(linesCount), style: 'h3', headlineLevel: 1 },
          table(
            say.othersHeadings,
            [90, 66, 34, '*', 130],
            lines.map(({ zone, answer, area, reason, remedy }) => [
              ...[{ text: breakable(zone), bold: true }, answerLine(answer, null, say)],
              ...[area ?? '–', reason, remedy ?? '–'],
            ]),
          ),
        ]
      : []),
    ...(linesLeftOut > 0 ? [{ text: say.leftOut(linesLeftOut), margin: [0, 3, 0, 0] }] : []),
    ...(unanswered.length > 0
      ? [
          { text: say.unanswered, style: 'h3', headlineLevel: 1 },
          table(
            say.unansweredHeadings,
            [120, '*', '*'],
            unanswered.map(({ answer, reason, zones }) => [answerLine(answer, null, say), reason, breakable(zones)]),
          ),
        ]
      : []),
  ];
}

/** A finding in a frame: stripes of its side tell conflict from review without colour. */
function cardContent(card: Card, say: Texts): Content {
  const { answer, zone, reason, notes, remedy, facts: known, picture } = card;
  const isWhole = cardFits(card);
  const head: Content[] = [
    { text: breakable(zone), fontSize: 11, bold: true, margin: [0, 0, 0, 1] },
    answerLine(answer, reason, say),
    ...(remedy ? [{ text: [{ text: `${say.remedy}: `, bold: true }, remedy], margin: [0, 3, 0, 0] }] : []),
  ];
  const remarks = notes.map((text): Content => ({ text, color: quiet, margin: [0, 2, 0, 0] }));
  const words = picture ? [{ text: picture.alt, fontSize: 7.5, color: quiet, margin: [0, 3, 0, 0] }] : [];
  const drawn = picture ? [{ ...figure(picture, 270), width: 270 }] : [];
  const beside: Content = {
    columns: [...drawn, { stack: [facts(known, picture ? 1 : 3)], width: '*' }],
    columnGap: 10,
    margin: [0, 5, 0, 0],
  };
  const below: Content[] = [
    { unbreakable: headFits(card), stack: [...head, ...drawn.map((it) => ({ ...it, margin: [0, 5, 0, 0] }))] },
    ...[...words, ...remarks, { ...facts(known, 3), margin: [0, 5, 0, 0] }],
  ];
  return {
    margin: [0, 8, 0, 0],
    table: {
      dontBreakRows: isWhole,
      widths: ['*'],
      body: [[{ stack: isWhole ? [...head, ...remarks, beside, ...words] : below }]],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: (at) => (at === 0 ? (answer === 'conflict' ? 4 : 2) : 0.5),
      vLineColor: (at) => (at === 0 ? answerColours[answer] : '#8a959c'),
      hLineColor: () => '#8a959c',
      paddingLeft: () => 8,
      paddingRight: () => 8,
      paddingTop: () => 5,
      paddingBottom: () => 5,
    },
  };
}
