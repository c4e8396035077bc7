import { expect } from 'chai';
import { figureColumns } from '../../services/documents/figure-like.ts';
import { drawBars } from '../../services/documents/picture/bars.ts';
import { drawFlow } from '../../services/documents/picture/flow.ts';
import { drawSeries } from '../../services/documents/picture/series.ts';
import { wrapped } from '../../services/documents/picture/wrapped.ts';

const numbers = (svg: string, pattern: RegExp): number[] => [...svg.matchAll(pattern)].map((found) => Number(found[1]));

describe('pictures of figures', () => {
  it('draw bars as long as their parts, on each other’s end, with the figure in words', () => {
    const bars = [
      { label: 'Bolig', parts: [30, 10], figure: '40 daa' },
      { label: 'Hytter', parts: [0, 20], figure: '20 daa' },
    ];
    const { svg, legend } = drawBars({ id: 'b', kinds: ['bygd', 'reserve'], bars }, 'Stolper');
    const parts = svg.split('<g>').slice(1);
    const widths = parts.map((part) => numbers(part, / width="([\d.]+)"/g));
    const [long, end] = widths[0] ?? [];
    expect(Number(long) / Number(end)).to.be.closeTo(3, 0.01);
    expect(widths[1]).to.have.length(1);
    expect(Number(widths[1]?.[0]) / Number(end)).to.be.closeTo(2, 0.01);
    const [first, second] = numbers(parts[0] ?? '', /<rect x="([\d.]+)"/g);
    expect(Number(second)).to.be.closeTo(Number(first) + Number(long), 0.11);
    for (const words of ['Bolig', 'Hytter', '40 daa', '20 daa']) expect(svg).to.contain(words);
    expect(legend.map(({ text }) => text)).to.deep.equal(['bygd', 'reserve']);
  });

  it('draw bands of a flow as wide as what goes, and each side as high as its sum', () => {
    const flows = [
      { from: 'skog', to: 'bebygd', value: 30 },
      { from: 'skog', to: 'jord', value: 10 },
      { from: 'myr', to: 'bebygd', value: 20 },
    ];
    const { svg } = drawFlow(flows, (value) => `${value} daa`, 'Flyt');
    const bands = numbers(svg, /stroke-width="([\d.]+)"/g).sort((a, b) => a - b);
    expect(Number(bands[1]) / Number(bands[0])).to.be.closeTo(2, 0.03);
    expect(Number(bands[2]) / Number(bands[0])).to.be.closeTo(3, 0.03);
    for (const sum of ['40 daa', '20 daa', '50 daa', '10 daa']) expect(svg).to.contain(`>${sum}<`);
  });

  it('draw a course from nothing upwards, later to the right, its ends written out', () => {
    const moments = [10, 5, 20].map((value, at) => ({
      at: 2000 + at,
      value,
      label: `${2000 + at}`,
      figure: `${value}`,
    }));
    const { svg } = drawSeries(moments, 'Kurve');
    const [x, y] = [numbers(svg, /cx="([\d.]+)"/g), numbers(svg, /cy="([\d.]+)"/g)];
    const ground = Number(/d="M 40 ([\d.]+) H/.exec(svg)?.[1]);
    expect((x[1] ?? 0) - (x[0] ?? 0)).to.be.closeTo((x[2] ?? 0) - (x[1] ?? 0), 0.11);
    expect((ground - (y[2] ?? 0)) / (ground - (y[1] ?? 0))).to.be.closeTo(4, 0.01);
    expect(svg).to.contain('>10<').and.to.contain('>20<').and.not.to.contain('>5<');
  });

  it('write no name as a tag, and part long names', () => {
    const bars = [{ label: '<script>', parts: [1], figure: '&' }];
    expect(drawBars({ id: 'x', kinds: [''], bars }, '').svg).to.not.contain('<script>');
    expect(wrapped('bebygde og andre menneskeskapte områder', 22)).to.deep.equal([
      'bebygde og andre',
      'menneskeskapte områder',
    ]);
  });
});

describe('columns of figures', () => {
  it('are those whose cells are all figures, whatever their unit, and not all dashes', () => {
    const rows = [
      ['skog', '1 234 daa', '–', '2021-02-15', '5'],
      ['myr', 'under 0,1 %', '–', '2024', 'ikke kjent'],
    ];
    expect([...figureColumns(rows)]).to.deep.equal([1]);
  });
});
