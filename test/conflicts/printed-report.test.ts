import { expect } from 'chai';
import { chapterOf } from '../../services/conflicts/report/chapter.ts';
import { reportPage } from '../../services/conflicts/report/html/page.ts';
import { insteadOf } from '../../services/conflicts/report/instead.ts';
import { writePdf } from '../../services/conflicts/report/pdf/write-pdf.ts';
import type { Card, Chapter, NotAssessed, Report } from '../../services/conflicts/report/report.ts';
import { reportCsv } from '../../services/conflicts/answer/report-csv.ts';
import { writeSpreadsheet } from '../../services/conflicts/report/xlsx/write-spreadsheet.ts';
import { comparedVersions } from '../../services/conflicts/report/compared-versions.ts';
import type { Material } from '../../services/conflicts/report/material.ts';
import type { CheckResult, FindingProperties } from '../../services/conflicts/answer/result.ts';
import { csvLineToRead } from '../../services/csv-line.ts';
import { pdfPages } from './pdf-text.ts';
import { readSheets } from './spreadsheet.ts';

const chapter: Chapter = {
  ...{ rule: 'treeline', title: 'Skoggrense', answer: 'conflict', quote: 'Ord', quoteSource: '§ 1', spread: [] },
  ...{ data: [], notes: [], cards: [], lines: [], linesCount: 0, linesLeftOut: 0, unanswered: [] },
};
const report: Report = {
  ...{ language: 'nb', title: 'Plan', answer: 'conflict', facts: [], example: false, overview: null, summary: [] },
  ...{
    comparison: null,
    chapters: [chapter],
    pictureLimit: null,
    instead: null,
    takenOut: [],
    checklist: [],
    parameters: [],
  },
  ...{ sources: [], everySource: [], notAssessed: [], coverage: [], runKey: 'f'.repeat(64), dataAsOf: null },
};

const resultOf = (finding: Partial<FindingProperties>) =>
  ({
    summary: [],
    run: { parameters: [] },
    findings: {
      features: [
        {
          properties: {
            ...{ rule: 'treeline', rule_title: 'Skoggrense', verdict: 'conflict', zone: 'A', zone_name: null },
            ...{ purpose: null, change: null, municipality: null, zone_area_m2: 1, new_area_m2: 1, area_m2: 1 },
            ...{ red_area_m2: 1, share_of_zone: 1, share_covered: 1, distance_m: null, reason: '', notes: [] },
            ...{ remedy: null, constraints: [], guideline: { section: '', text: '', standing: '' }, dataset: null },
            ...{ datasets: [], ...finding },
          },
        },
      ],
    },
  }) as unknown as CheckResult;

describe('where zones could lie instead, in print', () => {
  const place = { what: 'reserve', area_m2: 50_000, distance_m: 1200, plan_id: '3338_1', zone: 'R1', name: 'Lia nord' };
  const looked = {
    zone_index: 0,
    purpose: null,
    municipality: '3338',
    findings: [],
    looked_at: { reserve: 0, densification: 0, 'other-land': 0 },
  };
  const instead = insteadOf(
    {
      zones: [
        {
          ...{ ...looked, zone: 'A', zone_name: 'Toppen', size_m2: 40_000, none: [] },
          places: [
            { ...place, kind: 'reserve', reasons: ['Ingen imot.'], geometry: { type: 'Point', coordinates: [] } },
          ],
        },
        ...['B', 'C'].map((zone) => ({
          ...{ ...looked, zone, zone_name: null, size_m2: 10_000, none: ['For bratt.'], places: [] },
        })),
      ],
      left_out: 3,
    },
    'nb',
  );

  it('names every place, the zones without one by their reason, and how many were not looked at', async () => {
    expect(instead.without).to.deep.equal([['B (10 daa), C (10 daa)', 'For bratt.']]);
    const told = { ...report, instead };
    const pages = pdfPages(await writePdf(told)).join(' ');
    for (const text of [reportPage(told), pages])
      for (const words of ['Toppen trenger 40 daa', 'Lia nord, 3338_1', '1,2 km', 'For bratt.', '3 soner til'])
        expect(text).to.contain(words);
  });
});

describe('findings without a map', () => {
  it('are one line where they differ in nothing but the zone', () => {
    const finding = (zone: string, more: Partial<FindingProperties> = {}) =>
      resultOf({ ...{ zone, zone_name: zone, basis: 'strategy', verdict: 'review', area_m2: null }, ...more }).findings
        .features[0];
    const properties = [finding('A'), finding('B'), finding('C', { reason: 'Annet' }), finding('D', { area_m2: 1000 })];
    const { lines, linesCount } = chapterOf(
      { rule: 'treeline', title: '', verdict: 'review', zones: 4, area_m2: 0 } as CheckResult['summary'][number],
      properties.map((each, number) => ({
        ...{ number, answer: 'review' as const, properties: each.properties },
      })),
      {
        ...({ result: { coverage: [] }, language: 'nb', layers: new Map() } as unknown as Material),
        ...{ labelOf: ({ zone }) => zone, inFull: new Set<number>() },
      },
    );
    expect(lines.map(({ zone, area }) => [zone, area])).to.deep.equal([
      ['A, B', null],
      ['C', null],
      ['D', '1'],
    ]);
    expect(linesCount).to.equal(4);
  });
});

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

  it('holds every change in the spreadsheet, and no cell longer than a spreadsheet opens', async () => {
    const result = resultOf({
      constraints: Array.from({ length: 9000 }, (_, at) => ({ layer: 'treeline', id: `id${at}`, fid: at })),
      reason: 'Ø'.repeat(40_000),
    });
    const findings = Array.from({ length: 230 }, (_, at) => ({
      ...{ change: 'new', rule: 'treeline', before: null },
      now: { verdict: 'conflict', zone: `Z${at}`, zone_name: null, area_m2: 1000 },
    }));
    const comparison = comparedVersions(
      { against: { name: 'Før' }, counts: { new: 230, changed: 0, solved: 0, unchanged: 0 }, findings } as never,
      { result, language: 'nb' } as unknown as Material,
    );
    expect(comparison.rows).to.have.length(200);
    const sheets = readSheets(await writeSpreadsheet(result, { ...report, comparison }));
    expect([...sheets.values()].some((rows) => rows.some(([, , zone]) => zone === 'Z229'))).to.equal(true);
    const cells = [...(sheets.values().next().value ?? [])].flat().map(String);
    for (const cell of cells) expect(cell.length).to.be.at.most(32_767);
    const list = cells.find((cell) => cell.startsWith('treeline: id0')) ?? '';
    const [, last, more] = /id(\d+); … og (\d+) til$/.exec(list) ?? [];
    expect(Number(last) + 1 + Number(more)).to.equal(9000);
    expect(cells.find((cell) => cell.startsWith('ØØ'))).to.match(/ … og \d+ tegn til$/);
  });

  it('loses nothing of what is higher than a page of the PDF', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480"><path d="M 0 0 L 9 9"/></svg>';
    const words = (count: number, last: string) => `${'lang tekst om sonen '.repeat(count)}${last}`;
    const sizes = Array.from({ length: 14 }, (_, at) => 10 + at * 12);
    const cards = sizes.flatMap((size, at): Card[] => [
      {
        ...{ answer: 'conflict', zone: 'A', reason: words(size, `GRUNN${at}A.`), notes: [], remedy: null },
        ...{ facts: [['Data', words(10, `DATA${at}A.`)]], picture: { svg, alt: 'Kart', legend: [] } },
      },
      {
        ...{ answer: 'review', zone: 'B', reason: 'Nær', notes: [words(3, `NOTE${at}B.`)], remedy: null },
        ...{ facts: [['Data', words(size, `DATA${at}B.`)]], picture: null },
      },
      {
        ...{ answer: 'review', zone: 'C', reason: 'Nær', notes: [words(3, `NOTE${at}C.`)], remedy: null },
        ...{ facts: [['Data', words(size, `DATA${at}C.`)]], picture: { svg, alt: `ALT${at}C.`, legend: [] } },
      },
    ]);
    const unanswered = [10, 20, 400, 900].map((size): NotAssessed => {
      const [reason, zones] = [words(size, `HVORFOR${size}.`), words(size, `SONER${size}.`)];
      return { answer: 'no-data', reason, zones, title: words(size, `TITTEL${size}.`) };
    });
    const longest = [...unanswered].reverse();
    const chapters: Chapter[] = [
      { ...chapter, cards, unanswered, data: [words(600, 'KILDER.')] },
      { ...chapter, unanswered: longest },
    ];
    const pages = pdfPages(await writePdf({ ...report, chapters, notAssessed: longest }));
    const said = pages.join(' ');
    const lasts = JSON.stringify(chapters).match(/[A-ZÅ]{3,}\d*[A-C]?\./g) ?? [];
    expect(lasts).to.have.length.above(90);
    const lost = [...lasts, ...unanswered.map(({ title }) => title.split(' ').at(-1) ?? '')].filter(
      (last) => !said.includes(last),
    );
    expect(lost).to.deep.equal([]);
  }).timeout(60_000);
});
