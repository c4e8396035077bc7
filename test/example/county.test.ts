import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { loadCatalogue } from '../../layers/catalogue.ts';
import type { Field } from '../../layers/declaration/field.ts';
import { exampleCounty, type ExampleCounty } from '../../services/example/county.ts';
import { countyFrame } from '../../services/example/frame.ts';
import { municipalityName, municipalityNumber } from '../../services/example/names.ts';
import { county, featuresOf } from './county.ts';

/** Everything that comes out, byte by byte. */
function fingerprint({ layers, drafts, changes }: ExampleCounty): string {
  const hash = createHash('sha256');
  for (const { features, ...layer } of layers) {
    hash.update(JSON.stringify(layer));
    for (const feature of features) hash.update(JSON.stringify(feature));
  }
  return hash.update(JSON.stringify({ drafts, changes })).digest('hex');
}

const count = (of: ExampleCounty, layer: string, part?: string) => featuresOf(of, layer, part).length;

describe('example county', function () {
  this.timeout(300_000);

  it('is the same for the same seed, byte by byte, and read twice, and another for another seed', () => {
    const first = fingerprint(county(0.005));
    expect(fingerprint(county(0.005))).to.equal(first);
    expect(fingerprint(exampleCounty({ seed: 1, scale: 0.005 }))).to.equal(first);
    expect(fingerprint(exampleCounty({ seed: 2, scale: 0.005 }))).not.to.equal(first);
  });

  it('needs neither the clock nor the random numbers of the machine', () => {
    const [random, now] = [Math.random, Date.now];
    const forbidden = () => {
      throw new Error('not in the example county');
    };
    try {
      Math.random = forbidden;
      Date.now = forbidden;
      expect(fingerprint(exampleCounty({ seed: 5, scale: 0.002 }))).to.have.length(64);
    } finally {
      Math.random = random;
      Date.now = now;
    }
  });

  for (const scale of [0.02, 0.06])
    it(`has counts in proportion to the scale: ${scale}`, () => {
      const of = county(scale);
      expect(count(of, 'municipality')).to.equal(Math.max(3, Math.round(18 * scale)));
      const near = (layer: string, atScale1: number, part?: string) =>
        expect(count(of, layer, part) / (atScale1 * scale), layer).to.be.within(0.93, 1.07);
      near('land-cover', 150_000, '2018');
      near('land-cover', 150_000, '2024');
      near('population', 13_000, '2024');
      near('holiday-home', 40_000);
      near('road-link', 30_000);
      near('heritage-site', 12_000);
      near('mineral-resource', 1_500);
      expect(count(of, 'zoning') / (8_000 * scale)).to.be.within(1, 1.6);
    });

  it('fills every role that files fill, at any scale', async () => {
    // Nobody counts an invented county, and its municipalities have never been others.
    const fromRegisters = new Set(['municipal-figure', 'municipality-number']);
    const roles = (await loadCatalogue()).layers.flatMap(({ id, producedBy }) =>
      producedBy || fromRegisters.has(id) ? [] : id,
    );
    for (const scale of [0.02, 0.001])
      for (const role of roles) expect(count(county(scale), role), `${role} at ${scale}`).to.be.above(0);
  });

  it('says everywhere that it is an example', () => {
    const { layers, drafts } = county();
    for (const { provenance, layer } of layers) {
      expect(provenance.example, layer).to.equal(true);
      expect(provenance.provider).to.equal('grunnriss eksempel/example');
      expect(provenance.title).to.match(/\(eksempel\)$/);
      expect(provenance.attribution).to.match(/not a real place/);
    }
    for (const { metadata, name } of drafts) {
      expect(metadata).to.deep.equal({ provider: 'grunnriss eksempel/example', example: true });
      expect(name).to.match(/\(eksempel\)$/);
    }
  });

  it('has names and numbers of no real municipality, each once even in the largest county', () => {
    const indices = Array.from({ length: 180 }, (_, index) => index);
    const numbers = indices.map(municipalityNumber);
    for (const number of numbers) expect(number).to.match(/^9\d{3}$/);
    expect(new Set(numbers).size).to.equal(numbers.length);
    expect(new Set(indices.map(municipalityName)).size).to.equal(numbers.length);
    expect(featuresOf(county(), 'municipality')[0].properties['number']).to.equal('9901');
  });

  it('has municipalities first, so that everything else can be cut by them', () => {
    expect(county().layers[0].layer).to.equal('municipality');
  });

  it('carries only declared fields with values that the declaration allows, every id once in its dataset', async () => {
    const catalogue = await loadCatalogue();
    for (const { layer, part, features } of county().layers) {
      const { fields, geometry } = catalogue.get(layer);
      const ids = new Set<string>();
      for (const { id, index, properties, geometry: shape } of features) {
        const where = `${layer} ${part} ${id}`;
        expect(index, where).to.equal(ids.size);
        ids.add(id ?? '');
        for (const [name, value] of Object.entries(properties)) {
          expect(fields, where).to.have.property(name);
          expect(allowed(fields[name], value), `${where}: ${name} = ${String(value)}`).to.equal(true);
        }
        for (const [name, field] of Object.entries(fields))
          if (field.required) expect(properties[name], `${where}: ${name}`).not.to.equal(null);
        if (geometry !== 'any') expect(shape?.type.toLowerCase(), where).to.contain(geometry);
      }
    }
  });

  it('lies where Buskerud is, with its area', () => {
    const { reach } = countyFrame(1, 1);
    let inside = 0;
    for (let east = 400_500; east < 700_000; east += 1000)
      for (let north = 6_550_500; north < 6_850_000; north += 1000) {
        if (reach(east, north) >= 1) continue;
        inside++;
        expect(east).to.be.within(460_000, 620_000);
        expect(north).to.be.within(6_620_000, 6_780_000);
      }
    expect(inside).to.be.within(14_000, 15_400);
  });

  it('refuses a scale or a seed it cannot make, and says what it can', () => {
    expect(() => exampleCounty({ scale: 0 })).to.throw(RangeError, '0.001 to 10');
    expect(() => exampleCounty({ scale: Number.NaN })).to.throw(RangeError, '0.001 to 10');
    expect(() => exampleCounty({ scale: 11 })).to.throw(RangeError, 'not 11');
    expect(() => exampleCounty({ scale: 0.02, seed: 1.5 })).to.throw(RangeError, 'whole number');
  });
});

function allowed({ kind, codes }: Field, value: unknown): boolean {
  if (value === null) return true;
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value !== '';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
    case 'code':
      return typeof value === 'string' && value in (codes ?? {});
    case 'code-number':
      return typeof value === 'number' && String(value) in (codes ?? {});
  }
}
