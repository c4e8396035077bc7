import type { Language } from '../../../layers/declaration/bilingual.ts';
import { facts, figure, ink, quiet, table } from '../../documents/pdf/parts.ts';
import type { Content, DocumentDefinition } from '../../documents/pdf/pdfmake.ts';
import type { Picture } from '../../documents/picture/picture.ts';
import { reportWords } from './report-words.ts';
import type { Point, SiteReport } from './site-report.ts';

/** What stands on every page of results. */
interface Said {
  /** Of data that are made up. */
  example: string;
  /** When the answer was worked out. */
  finished: string | null;
}

/** The page of a site as a PDF, A4. The same report gives the same bytes. */
export async function sitePdf(
  report: SiteReport,
  picture: Picture,
  language: Language,
  { example, finished }: Said,
): Promise<Buffer> {
  // Read when it is needed: a service that starts has no use for it yet.
  const { pdfOf } = await import('../../documents/pdf/pdfmake.ts');
  return pdfOf(documentOf(report, picture, language, { example, finished }));
}

/** Farther down the page, as a part of it, no part begins: its heading would stand alone. */
const lowest = 0.86;

function documentOf(report: SiteReport, picture: Picture, language: Language, said: Said): DocumentDefinition {
  const say = reportWords[language];
  const heading = (text: string): Content => ({ text, style: 'h2', headlineLevel: 1 });
  return {
    pageSize: 'A4',
    pageMargins: [42, 50, 42, 46],
    language: language === 'nb' ? 'nb-NO' : 'en-GB',
    displayTitle: true,
    info: { title: report.title, creator: 'grunnriss', creationDate: new Date(0) },
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.15, color: ink },
    styles: { h1: { fontSize: 19, bold: true }, h2: { fontSize: 12.5, bold: true, margin: [0, 12, 0, 3] } },
    header: () => null,
    footer: (page, pages) => ({ text: `${report.title} · ${page}/${pages}`, ...{ fontSize: 8, color: quiet, margin: [42, 14, 42, 0] } }), // prettier-ignore
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel === 1 &&
      (nodes.getFollowingNodesOnPage().length < 4 || node.startPosition.verticalRatio > lowest),
    content: [
      { text: report.title, style: 'h1' },
      { text: say.subtitle, color: quiet, margin: [0, 0, 0, 2] },
      report.place,
      ...(said.finished ? [{ text: `${say.finished} ${said.finished.slice(0, 10)}`, color: quiet }] : []),
      ...(report.example ? [{ text: said.example, bold: true, margin: [0, 4, 0, 0] }] : []),
      ...report.answer.map((text, at): Content => ({ text, bold: at === 0, margin: [0, at === 0 ? 8 : 2, 0, 0] })),
      ...(report.isRanked ? points(say.speaksFor, report.speaksFor, say.nothing) : []),
      ...(report.isRanked || report.against.length > 0 ? points(say.against, report.against, say.nothing) : []),
      ...(report.between.length > 0
        ? points(report.isRanked ? say.between : say.values, report.between, say.nothing)
        : []),
      heading(say.unknown),
      ...report.unknown.map((text): Content => ({ text: `• ${text}`, margin: [0, 1, 0, 0] })),
      { unbreakable: true, stack: [heading(say.map), figure(picture, 360)] },
      heading(say.charging),
      facts(report.need, 2),
      { text: report.assumptions, color: quiet },
      heading(say.inNetwork),
      ...report.network,
      heading(say.parts),
      table(say.partHeadings, ['*', 120, 60, 55, 50], report.parts),
      heading(say.sources),
      table(say.sourceHeadings, ['*', 70, 200], report.sources),
    ],
  };
}

function points(title: string, those: readonly Point[], nothing: string): Content[] {
  return [
    { text: title, style: 'h2', headlineLevel: 1 },
    ...(those.length === 0 ? [nothing] : []),
    ...those.map(({ title: what, value, standing, facts: more }): Content => ({
      stack: [
        {
          text: [
            { text: `${what}: ${value}`, bold: true },
            { text: standing ? ` – ${standing}` : '', color: quiet },
          ],
        },
        ...(more ? [{ text: more, color: quiet, fontSize: 8.5 }] : []),
      ],
      margin: [0, 2, 0, 0],
    })),
  ];
}
