import { expect } from 'chai';
import { reportPage } from '../../services/conflicts/report/html/page.ts';
import type { Chapter, Report } from '../../services/conflicts/report/report.ts';
import { reportCsv } from '../../services/conflicts/report-csv.ts';
import type { CheckResult } from '../../services/conflicts/result.ts';
import { csvLineToRead } from '../../services/csv-line.ts';

const chapter: Chapter = {
  ...{ rule: 'treeline', title: 'Skoggrense', answer: 'conflict', quote: 'Ord', quoteSource: '§ 1', spread: [] },
  ...{ data: [], cards: [], lines: [], linesLeftOut: 0, unanswered: [] },
};
const report: Report = {
  ...{ language: 'nb', title: 'Plan', answer: 'conflict', facts: [], example: false, overview: null, summary: [] },
  ...{ comparison: null, chapters: [chapter], pictureLimit: null, takenOut: [], checklist: [], parameters: [] },
  ...{ sources: [], everySource: [], notAssessed: [], coverage: [], runKey: 'f'.repeat(64), dataAsOf: null },
};

describe('reports with names that somebody else chose', () => {
  it('runs nothing in a spreadsheet that opens the CSV, and leaves numbers alone', () => {
    expect(csvLineToRead(['=1+1', '+1', '-1', '@A1', '\tx', '\rx', '="a"', 'a=b', -1, null])).to.equal(
      `"'=1+1","'+1","'-1","'@A1","'\tx","'\rx","'=""a""",a=b,-1,\r\n`,
    );
    const zone = { zone: '@cmd', zone_name: '=HYPERLINK("x")', purpose: 'Bolig', area_m2: 5 };
    const csv = reportCsv({ findings: { features: [] }, taken_out: [zone] } as unknown as CheckResult);
    expect(csv).to.include(`,"'@cmd","'=HYPERLINK(""x"")",Bolig,`);
  });

  it('keeps the whole page whatever stands in a name', () => {
    const picture = { svg: '<svg width="1"></svg>', alt: 'Kart over $& og $1', legend: [] };
    const page = reportPage({ ...report, title: 'Utnytting 40 %\nØst', overview: picture });
    expect(page).to.include('<title>Utnytting 40 %\nØst – grunnriss</title>').and.include('</html>');
    expect(page)
      .to.match(/<style>\s+\S/)
      .and.include('aria-label="Kart over $&amp; og $1"');
  });
});
