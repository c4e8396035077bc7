import { expect } from 'chai';
import { loadCatalogue, type Catalogue } from '../../layers/catalogue.ts';
import type { Paint } from '../../layers/declaration/paint.ts';

/** Colours of the layers, and whether people can tell them from the ground and from each other. */
describe('the colours of the map', () => {
  let catalogue: Catalogue;
  before(async () => {
    catalogue = await loadCatalogue();
  });

  it('are written as #rrggbb, with an opacity between 0 and 1', () => {
    for (const { id, paint } of catalogue.layers) {
      for (const colour of coloursOf(paint)) expect(colour, id).to.match(/^#[0-9a-f]{6}$/);
      expect(paint.opacity, id).to.be.within(0, 1);
    }
  });

  it('make lines, circles and outlines stand out from a white ground by 3:1 (WCAG 2.2, 1.4.11)', () => {
    const faint: string[] = [];
    for (const { id, paint } of catalogue.layers) {
      const edges = paint.shape === 'fill' ? [paint.outline].filter((colour) => colour !== undefined) : drawn(paint);
      for (const colour of edges) if (contrastWithWhite(colour) < 3) faint.push(`${id} ${colour}`);
    }
    expect(faint).to.deep.equal([]);
  });

  it('differ visibly between the codes of a layer', () => {
    const alike: string[] = [];
    for (const { id, paint } of catalogue.layers) {
      const colours = drawn(paint);
      colours.forEach((one, i) => {
        for (const other of colours.slice(0, i)) if (difference(one, other) < 8) alike.push(`${id} ${one} ${other}`);
      });
    }
    expect(alike).to.deep.equal([]);
  });
});

const drawn = ({ colour }: Paint): string[] => (typeof colour === 'string' ? [colour] : Object.values(colour.colours));

function coloursOf(paint: Paint): string[] {
  const other = typeof paint.colour === 'string' ? [] : [paint.colour.other];
  return [...drawn(paint), ...other, ...(paint.outline ? [paint.outline] : [])];
}

/** Linear red, green and blue, 0–1. */
function linear(colour: string): [number, number, number] {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function contrastWithWhite(colour: string): number {
  const [red, green, blue] = linear(colour);
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** CIE 1976 colour difference: about 2 is the least that is seen side by side. */
function difference(one: string, other: string): number {
  const [l1, a1, b1] = lab(one);
  const [l2, a2, b2] = lab(other);
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}

function lab(colour: string): [number, number, number] {
  const [red, green, blue] = linear(colour);
  const root = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
