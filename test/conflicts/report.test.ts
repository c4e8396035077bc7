import { expect } from 'chai';
import type { Language } from '../../layers/declaration/bilingual.ts';
import { checkInFull } from '../../services/conflicts/report/check-in-full.ts';
import { reportFormats, type ReportFormat } from '../../services/conflicts/report/formats.ts';
import { answers, type Answer } from '../../services/conflicts/report/answer.ts';
import { signOf } from '../../services/conflicts/report/sign.ts';
import { CheckResult } from '../../services/conflicts/answer/result.ts';
import { texts } from '../../services/conflicts/report/texts/texts.ts';
import { eachDatabase } from '../setup/databases.ts';
import { pdfPages } from './pdf-text.ts';
import { above, cabins, everywhere, feature, rectangle, Stage, type Scene } from './scene.ts';
import { readSheets } from './spreadsheet.ts';

const line = 6_700_000;
const zone = (id: string, west: number, south: number, more = {}) => cabins(rectangle(west, south, 200, 100), more, id);

/**
 * One zone above the line, one below it where somebody looked, one below it where the map ends under it, one without a
 * purpose; and rules that nobody loaded any data for.
 */
const scene: Scene = {
  layers: {
    treeline: {
      ...everywhere([above(rectangle(450_000, line, 100_000, 20_000))]),
      coverage: rectangle(490_000, line - 10_000, 11_000, 30_000),
    },
    'land-cover': everywhere([
      feature(rectangle(499_000, line, 2000, 2000), { class: '60', year: 2024 }),
      feature(rectangle(499_000, line - 2000, 2000, 2000), { class: '30', year: 2024 }),
      feature(rectangle(499_000, line, 2000, 2000), { class: '30', year: 2010 }),
    ]),
    'holiday-home': everywhere([
      feature({ type: 'Point', coordinates: [500_100, line + 1000] }, { building_type: 161 }),
      feature({ type: 'Point', coordinates: [500_100, line + 5000] }, { building_type: 161 }),
    ]),
    'centre-zone': everywhere([feature(rectangle(500_000, line + 3200, 100, 100), { name: 'Ås' })]),
  },
  zones: [
    zone('Øverst', 500_000, line + 100),
    zone('Nederst', 500_000, line - 500),
    zone('Kanten', 500_900, line - 500),
    zone('Uten formål', 500_000, line - 900, { purpose: null }),
  ],
};
const present: Answer[] = ['conflict', 'failed', 'no-data', 'partly-covered', 'clear'];

eachDatabase('the report of a check', (given) => {
  const stage = new Stage(given);
  const written = new Map<string, Buffer>();
  let write: (format: ReportFormat, language: Language) => Promise<Buffer>;
  const as = (format: ReportFormat, language: Language) => written.get(`${format} ${language}`) ?? Buffer.alloc(0);
  before(async () => {
    const [database, catalogue] = [given.database(), given.catalogue()];
    const request = await stage.request(scene);
    write = async (format, language) => {
      const full = await checkInFull(database, catalogue, request, { language });
      return Buffer.from(await reportFormats[format](full, { database, catalogue }));
    };
    for (const language of ['nb', 'en'] as const)
      for (const format of ['text', 'json', 'html', 'pdf', 'xlsx'] as const)
        written.set(`${format} ${language}`, await write(format, language));
  });
  const resultIn = (language: Language) => CheckResult.parse(JSON.parse(as('json', language).toString()));
  const wordsIn = (format: ReportFormat, language: Language): string => {
    const bytes = as(format, language);
    if (format === 'pdf') return pdfPages(bytes).join(' ');
    if (format === 'xlsx') return [...readSheets(bytes).values()].flat(2).join(' ');
    return bytes.toString('utf8').replaceAll('&#39;', "'").replace(/\s+/g, ' ');
  };

  for (const language of ['nb', 'en'] as const)
    for (const format of ['text', 'html', 'pdf', 'xlsx'] as const)
      it(`tells no data, partly covered, failed and no hit apart: ${format}, ${language}`, () => {
        const said = wordsIn(format, language).toLowerCase();
        for (const answer of present) expect(said, answer).to.include(texts[language].answers[answer].toLowerCase());
        expect(said).to.include('skal ikke nye og utvidede fritidsboligområder lokaliseres over skoggrensen');
        for (const name of ['øverst', 'kanten', 'uten formål']) expect(said).to.include(name);
        expect(said).to.include(language === 'nb' ? 'ikke vedtatt' : 'not adopted');
        expect(said).to.match(language === 'nb' ? /ta ut\s20\sdaa/ : /take out\s20\sdaa/);
        expect(said).to.include(resultIn(language).run.key.slice(0, 16));
      });

  it('has a sign of its own for each answer, whatever its colour', () => {
    const shapes = answers.map((answer) => signOf(answer).text.replace(/#[\da-f]{6}/g, ''));
    expect(new Set(shapes).size).to.equal(answers.length);
  });

  it('puts the zones of a rule under the rule, the worst first', () => {
    const said = wordsIn('html', 'nb');
    const chapter = said.slice(said.indexOf('id="rule-treeline"'), said.indexOf('id="checklist"'));
    expect(chapter.indexOf('Øverst')).to.be.greaterThan(0).and.lessThan(chapter.indexOf('Uten formål'));
    expect(chapter.indexOf('Uten formål')).to.be.lessThan(chapter.indexOf('Kanten'));
    expect(said.indexOf('id="rule-treeline"')).to.be.lessThan(said.indexOf('id="rule-mineral-built-over"'));
  });

  it('draws the zone and the land in conflict, hatched, with words for those who do not see it', () => {
    const said = wordsIn('html', 'nb');
    expect(said).to.include('aria-label="Kart over Øverst med nord opp. Skravert: 20 daa konflikt');
    const map = /<svg[^>]*aria-label="Kart over Øverst.*?<\/svg>/.exec(said)?.[0] ?? '';
    expect(map).to.match(/<path d="M [\d .LZM-]+" fill="url\(#map\d+-conflict\)"/);
    expect(map).to.include('100 m');
    // 200 m in a frame of 600 m, of 480 units.
    const numbers =
      /stroke-width="2.4"/.test(map) && /<path d="M ([\d. L-]+)Z" fill="none" stroke="#111111"/.exec(map)?.[1];
    const xs = String(numbers)
      .split(/[ L]+/)
      .filter(Boolean)
      .map(Number)
      .filter((_, at) => at % 2 === 0);
    expect(Math.max(...xs) - Math.min(...xs)).to.be.closeTo((200 / 600) * 480, 1);
  });

  it('is A4 with page numbers, in Norwegian, and names no clock', () => {
    const file = as('pdf', 'nb').toString('latin1');
    expect(file).to.include('/MediaBox [0 0 595.28 841.89]').and.include('(nb-NO)');
    const pages = pdfPages(as('pdf', 'nb'));
    for (const [at, text] of pages.entries()) expect(text).to.include(`Side ${at + 1} av ${pages.length}`);
    expect(pages.join(' ')).to.include('fritidsboligområder').and.not.include('�');
  });

  for (const format of ['html', 'pdf', 'xlsx'] as const)
    it(`is the same bytes twice: ${format}`, async () => {
      expect((await write(format, 'nb')).equals(as(format, 'nb'))).to.equal(true);
    });

  it('gives figures as numbers in the spreadsheet', () => {
    const sheets = readSheets(as('xlsx', 'en'));
    expect([...sheets.keys()].slice(0, 6)).to.deep.equal([
      'Findings',
      'Summary',
      'Coverage',
      'Parameters',
      'Data',
      'Not assessed',
    ]);
    const [headings = [], first = []] = sheets.get('Findings') ?? [];
    const cell = (name: string) => first[headings.indexOf(name)];
    expect(cell('Answer')).to.equal('conflict');
    expect(cell('Land concerned (daa)')).to.be.closeTo(20, 0.02);
    expect(cell('Share of the zone')).to.be.closeTo(1, 1e-9);
    expect((sheets.get('Parameters') ?? []).flat()).to.include('minimum_area_m2');
  });

  it('fills in the checklist from the layers that are there, and says which are not', () => {
    const { checklist = [] } = resultIn('nb');
    const lineOf = (id: string) => checklist.find((each) => each.id === id);
    expect(lineOf('mire')?.value).to.be.closeTo(20_000, 20);
    // A zone and a half of 20 daa in the forest of the newest map; the forest of 2010 is mire now.
    expect(lineOf('forest')?.value).to.be.closeTo(30_000, 30);
    expect(lineOf('holiday-homes-near')?.value).to.equal(1);
    expect(lineOf('centre')?.figure).to.equal('3 km');
    expect(lineOf('road')).to.include({ value: null, figure: 'ikke kjent' });
    expect(new Set(checklist.map(({ id }) => id)).size).to.be.at.least(14);
  });
});
