import { expect } from 'chai';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import { areaOf, county, featuresOf, planar, ringsOf } from './county.ts';

/** How often each side of a ring occurs, whichever way it runs. */
function sides(features: SourceFeature[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const feature of features)
    for (const ring of ringsOf(areaOf(feature)))
      for (let i = 1; i < ring.length; i++) {
        const key = [String(ring[i - 1]), String(ring[i])].sort().join(' ');
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  return counts;
}

const total = (features: SourceFeature[]) => features.reduce((sum, feature) => sum + planar(areaOf(feature)), 0);

describe('coverages of the example county', () => {
  let municipalities: SourceFeature[];
  let outer: string[];
  before(() => {
    municipalities = featuresOf(county(), 'municipality');
    outer = [...sides(municipalities)].filter(([, count]) => count === 1).map(([side]) => side);
  });

  for (const layer of ['land-cover', 'ecosystem'])
    for (const part of ['2018', '2024'])
      describe(`${layer} ${part}`, () => {
        let features: SourceFeature[];
        before(() => (features = featuresOf(county(), layer, part)));

        it('has the area of the municipalities to 1e-9', () => {
          expect(Math.abs(total(features) / total(municipalities) - 1)).to.be.below(1e-9);
        });

        it('has every side twice inside the county and once along its outline', () => {
          const counts = sides(features);
          for (const [side, count] of counts) expect(count, side).to.be.within(1, 2);
          const single = [...counts].filter(([, count]) => count === 1).map(([side]) => side);
          expect(single.sort()).to.deep.equal([...outer].sort());
        });

        it('never crosses a municipal border: every side of one is a side of the coverage', () => {
          const counts = sides(features);
          for (const side of sides(municipalities).keys()) expect(counts.has(side), side).to.equal(true);
        });
      });

  it('has regions that are put together from municipalities', () => {
    const known = sides(municipalities);
    expect(featuresOf(county(), 'region')).to.have.length(2);
    for (const side of sides(featuresOf(county(), 'region')).keys()) expect(known.has(side)).to.equal(true);
  });

  it('keeps ids and vertices to the last digit where nothing changed or was drawn again', () => {
    const before = new Map(featuresOf(county(), 'land-cover', '2018').map((feature) => [feature.id, feature]));
    const after = featuresOf(county(), 'land-cover', '2024');
    const same = after.filter(
      ({ id, geometry }) => JSON.stringify(before.get(id)?.geometry) === JSON.stringify(geometry),
    );
    expect(same.length / after.length).to.be.within(0.4, 0.95);
    const gone = [...before.keys()].filter((id) => !after.some((feature) => feature.id === id));
    expect(gone).to.deep.equal([]);
  });

  it('shows all kinds of ground', () => {
    const classes = new Set(featuresOf(county(), 'land-cover', '2018').map(({ properties }) => properties['class']));
    expect([...classes].sort()).to.deep.equal(['11', '12', '21', '22', '23', '30', '50', '60', '70', '81']);
    const types = new Set(
      featuresOf(county(), 'ecosystem', '2024').map(({ properties }) => Number(properties['class'])),
    );
    expect([...types].sort((a, b) => a - b)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
