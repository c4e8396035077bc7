import type { Content } from '../../../documents/pdf/pdfmake.ts';
import { breakable, table } from '../../../documents/pdf/parts.ts';
import type { Report } from '../report.ts';
import { texts } from '../texts/texts.ts';

/** Where zones with findings could lie instead. */
export function insteadContent({ instead, language }: Report): Content[] {
  if (!instead) return [];
  const say = texts[language];
  return [
    { text: say.instead, style: 'h2', headlineLevel: 1, tocItem: true },
    { text: say.insteadIntro },
    ...instead.zones.flatMap(({ title, places }): Content[] => [
      { text: breakable(title), style: 'h3', headlineLevel: 1 },
      table(
        say.insteadHeadings,
        [95, 110, 50, 46, '*'],
        places.map((row) => row.map(breakable)),
      ),
    ]),
    ...(instead.without.length > 0
      ? [
          { text: say.insteadNone, style: 'h3', headlineLevel: 1 },
          table(
            say.insteadNoneHeadings,
            [220, '*'],
            instead.without.map((row) => row.map(breakable)),
          ),
        ]
      : []),
    ...(instead.leftOut ? [{ text: instead.leftOut, margin: [0, 4, 0, 0] }] : []),
  ];
}
