import { expect } from 'chai';
import { loadCatalogue } from '../../layers/catalogue.ts';
import { layer } from '../../layers/declaration/layer.ts';
import { oneOf } from '../../layers/declaration/field.ts';
import { byCode, fill } from '../../layers/declaration/paint.ts';
import { legendOf } from '../../tiles/legend.ts';
import { styleOf } from '../../tiles/style.ts';

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
        styleOf([declared], { tileJson: 'https://example.org/tiles/x', language: 'nb' }).layers,
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
    const style = styleOf(layers, { tileJson: 'https://example.org/tiles/x', language: 'en' });
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
