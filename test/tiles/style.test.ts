import { expect } from 'chai';
import { loadCatalogue } from '../../layers/catalogue.ts';
import { layer } from '../../layers/declaration/layer.ts';
import { oneOf } from '../../layers/declaration/field.ts';
import { byCode, fill } from '../../layers/declaration/paint.ts';
import { legendOf } from '../../tiles/legend.ts';
import { styleOf } from '../../tiles/style.ts';
import { yearFilter, yearShown, yearsOf } from '../../tiles/years.ts';
import type { Edition } from '../../services/imports/editions.ts';

const shore = layer({
  id: 'shore',
  title: { nb: 'Strand', en: 'Shore' },
  description: { nb: '', en: '' },
  group: 'nature',
  geometry: 'polygon',
  fields: { kind: oneOf({ sand: { nb: 'sand', en: 'sand' }, rock: { nb: 'berg', en: 'rock' } }) },
  tiles: { zooms: [6, 14] },
  paint: fill(byCode('kind', { sand: '#ffee99', rock: '#888888' }, '#cccccc'), { opacity: 0.4 }),
});

describe('Style and legend', () => {
  it('come from the same paint: every colour of the legend is a colour of the style', async () => {
    for (const declared of (await loadCatalogue()).layers) {
      const style = JSON.stringify(
        styleOf([declared], { tileJson: 'https://example.org/tiles/x', editions: [], language: 'nb' }).layers,
      );
      const legend = legendOf(declared);
      expect(legend, declared.id).not.to.be.empty;
      for (const { colour } of legend) expect(style, `${declared.id} ${colour}`).to.include(`"${colour}"`);
    }
  });

  it('name the codes in words, and all other values last', () => {
    expect(legendOf(shore).map(({ label, colour, code }) => [label.nb, colour, code])).to.deep.equal([
      ['sand', '#ffee99', 'sand'],
      ['berg', '#888888', 'rock'],
      ['Annet eller ikke oppgitt', '#cccccc', undefined],
    ]);
  });

  it('draw areas below lines below points, each style layer once, from its own layer of the one source', async () => {
    const { layers } = await loadCatalogue();
    const style = styleOf(layers, { tileJson: 'https://example.org/tiles/x', editions: [], language: 'en' });
    const ids = style.layers.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(Object.values(style.sources)).to.deep.equal([{ type: 'vector', url: 'https://example.org/tiles/x' }]);
    const shapes = style.layers
      .filter(({ id, type }) => id.endsWith(type))
      .map(
        (drawn) =>
          layers.find(
            ({ id }) => drawn.id.startsWith(`${id}-`) && 'source-layer' in drawn && drawn['source-layer'] === id,
          )?.paint.shape,
      );
    const firstCircle = shapes.indexOf('circle');
    expect(firstCircle === -1 || shapes.slice(firstCircle).every((shape) => shape === 'circle')).to.be.true;
  });
});

/** An edition with datasets of the given days. */
const editionOf = (layer: string, dates: string[]) =>
  ({ layer, datasets: dates.map((dataDate) => ({ dataDate })) }) as unknown as Edition;

/** Whether a polygon of a year, or of none, passes a filter, by the style specification's expressions as far as used here. */
function passes(filter: unknown, year: number | undefined): boolean {
  const value = (part: unknown): unknown => {
    if (!Array.isArray(part)) return part;
    const [name, ...given] = part as [string, ...unknown[]];
    switch (name) {
      case 'all':
        return given.every(value);
      case 'any':
        return given.some(value);
      case '!':
        return !value(given[0]);
      case 'has':
        return year !== undefined;
      case 'get':
        return year;
      case 'geometry-type':
        return 'Polygon';
      case '==':
        return value(given[0]) === value(given[1]);
      case '>':
        return Number(value(given[0])) > Number(value(given[1]));
      case '<=':
        return Number(value(given[0])) <= Number(value(given[1]));
      default:
        throw new Error(`The filter uses '${name}', which this test does not know.`);
    }
  };
  return filter === undefined || filter === null || value(filter) === true;
}

describe('A layer that comes by year', () => {
  const tileJson = 'https://example.org/tiles/x';
  const drawnWith = async (dates: string[], year?: number) => {
    const layers = [(await loadCatalogue()).get('land-cover')];
    const style = styleOf(layers, { tileJson, editions: [editionOf('land-cover', dates)], language: 'nb', year });
    const filters = style.layers.map((drawing) => ('filter' in drawing ? drawing.filter : undefined));
    /** Whether every drawing takes, or none does, a polygon of a year. */
    return (of: number | undefined) => {
      const taken = filters.map((filter) => passes(filter, of));
      expect(new Set(taken).size).to.equal(1);
      return taken[0];
    };
  };

  it('is drawn for its newest year by whoever opens the style', async () => {
    const draws = await drawnWith(['2018-07-01', '2024-07-01']);
    expect([2018, 2024, undefined].map(draws)).to.deep.equal([false, true, true]);
  });

  it('is drawn for the year that is asked for, or the last before it, or the first', async () => {
    for (const [asked, expected] of [
      [2018, [true, false]],
      [2021, [true, false]],
      [2024, [false, true]],
      [2030, [false, true]],
      [1990, [true, false]],
    ] as const) {
      const draws = await drawnWith(['2024-07-01', '2018'], asked);
      expect([2018, 2024].map(draws), String(asked)).to.deep.equal(expected);
    }
  });

  it('shows every feature under one of its years and no other, whatever year it carries', () => {
    const years = [2012, 2018, 2024];
    for (let of = 2005; of < 2030; of++) {
      const showing = years.filter((asked) => passes(yearFilter(years, asked), of));
      expect(showing, String(of)).to.have.length(1);
    }
  });

  it('has no choice of years with one date, without dates, or without a year in its features', async () => {
    const dated = (...dates: (string | null)[]) => dates.map((dataDate) => ({ dataDate }));
    expect(yearsOf({ fields: ['year'], datasets: dated('2024-01-01', '2024-09-01', null) })).to.deep.equal([]);
    expect(yearsOf({ fields: ['kind'], datasets: dated('2018', '2024') })).to.deep.equal([]);
    expect(yearsOf({ fields: ['year'], datasets: dated('2024-01', '2018') })).to.deep.equal([2018, 2024]);
    expect(yearShown([], 2024)).to.equal(undefined);
    expect((await drawnWith(['2024-07-01']))(1990)).to.equal(true);
  });
});
