import { expect } from 'chai';
import { purposeOf } from '../../layers/codes/purposes.ts';
import { county, areaOf, covers, featuresOf, planar, ringsOf } from './county.ts';

const of = (layer: string) =>
  featuresOf(county(), layer).map(({ properties, geometry }) => ({ ...properties, geometry }));
const values = (layer: string, field: string) =>
  new Set(featuresOf(county(), layer).map(({ properties }) => properties[field]));

describe('plans of the example county', () => {
  it('are a dataset each in the layers of plans, part = plan id, covering their outline', () => {
    for (const { layer, part, features, coverage } of county().layers) {
      if (!['plan', 'zoning', 'zoning-consideration'].includes(layer)) continue;
      expect(part).to.match(/^99\d\d_\d{7}$/);
      for (const { properties } of features) expect(properties['plan_id']).to.equal(part);
      expect(coverage, part).not.to.equal(null);
    }
  });

  it('give every municipality a master plan in force whose zones fill it without gap or overlap', () => {
    const municipalities = featuresOf(county(), 'municipality');
    for (const { id = '', geometry } of municipalities) {
      const zones = featuresOf(county(), 'zoning', `${id}_2019003`).filter(
        ({ properties }) => properties['level'] === 2,
      );
      const filled = zones.reduce((sum, zone) => sum + planar(areaOf(zone)), 0);
      expect(filled / planar(areaOf({ geometry }))).to.be.closeTo(1, 1e-9);
    }
  });

  it('have regulations whose zones fill their outline', () => {
    for (const { layer, part, features, coverage } of county().layers)
      if (layer === 'zoning' && coverage) {
        const ground = [...features].filter(({ properties }) => properties['level'] === 2);
        const filled = ground.reduce((sum, zone) => sum + planar(areaOf(zone)), 0);
        expect(filled / planar(coverage), part).to.be.closeTo(1, 1e-9);
      }
  });

  it('come in both laws, all statuses, several types, in force and expired', () => {
    expect([...values('plan', 'law')].sort()).to.deep.equal([1985, 2008]);
    expect([...values('plan', 'plan_type')]).to.include.members([20, 21, 30, 35]);
    expect([...values('plan', 'plan_status')]).to.include.members([3, 5]);
    expect([...values('zoning', 'status')]).to.include.members([1, 2, 3, null]);
    expect([...values('zoning', 'level')]).to.include.members([1, 2]);
    expect(values('zoning', 'object_type').size).to.equal(4);
  });

  it('use only purposes that the tables know for their object type', () => {
    for (const zone of of('zoning')) {
      const { object_type, purpose } = zone as unknown as { object_type: string; purpose: number };
      expect(purposeOf(object_type, purpose).group, `${object_type} ${purpose}`).not.to.equal('unknown');
    }
  });

  it('have consideration zones of every kind', () => {
    expect(values('zoning-consideration', 'type').size).to.be.at.least(7);
    expect([...values('zoning-consideration', 'code')]).to.include.members([310, 530, 550, 570, 590, 730, 910]);
  });

  it('overlap: zone 910 keeps an older regulation, a newer one lies partly over an older', () => {
    const outlines = of('plan').map((plan) => ({ ...plan, area: areaOf(plan) })) as unknown as Outline[];
    const kept = of('zoning-consideration').filter((zone) => (zone as unknown as { code: number }).code === 910);
    for (const zone of kept)
      expect(
        outlines.some(
          ({ area, in_force }) => in_force < '2019' && JSON.stringify(area) === JSON.stringify(zone.geometry),
        ),
      ).to.equal(true);
    const replaced = outlines.filter(({ predecessor }) => predecessor !== null);
    expect(replaced.length).to.be.above(0);
    for (const { area, predecessor } of replaced) {
      const before = outlines.find(({ plan_id }) => plan_id === predecessor);
      expect(before && ringsOf(before.area)[0].some((corner) => covers(area, corner))).to.equal(true);
    }
  });
});

interface Outline {
  plan_id: string;
  in_force: string;
  predecessor: string | null;
  area: ReturnType<typeof areaOf>;
}
