import { expect } from 'chai';
import { estimate, meansByRoad, type LinkFlow } from '../../services/stations/demand/estimate.ts';
import { longTraffic, type Count } from '../../services/stations/demand/long-traffic.ts';
import { passing } from '../../services/stations/demand/passing.ts';
import { registerStretches, roadDemands } from '../../services/stations/demand/road-demand.ts';
import { roadKey, roadName } from '../../services/stations/demand/road-key.ts';
import type { TrafficRow } from '../../services/stations/demand/read-traffic.ts';
import { chargingNeed } from '../../services/stations/charging-need.ts';

const count = (given: Partial<Count>): Count => ({
  ...{ aadt: 1000, direction: 'both', share: 0.1, threshold_m: null, year: 2024, origin: 'measured', ...given },
});

describe('demand of trucks', () => {
  it('reads one road out of every way of writing it, and none out of streets', () => {
    expect(['E16', 'Ev 16', 'EV16 S2D1 m0', 'ev16'].map((text) => roadKey(text, null))).to.deep.equal(
      Array(4).fill('E16'),
    );
    expect(roadKey('16', 'european')).to.equal('E16');
    expect(roadKey('Rv. 7', null)).to.equal('R7');
    expect([roadKey('7', null), roadKey('KV1234', 'municipal'), roadKey(null, 'county'), roadKey('Storgata', 'county')]).to.deep.equal(Array(4).fill(null)); // prettier-ignore
    expect(['E16', 'R7', 'F280'].map(roadName)).to.deep.equal(['E16', 'Rv.\u00a07', 'Fv.\u00a0280']);
  });

  it('sums two directions, never mixes them with both, and leaves one alone unknown', () => {
    const one = count({ direction: 'per-direction' });
    expect(longTraffic([count({})], false).long_day).to.equal(100);
    expect(longTraffic([one, count({ direction: 'per-direction', aadt: 500, share: 0.2 })], false)).to.include({ long_day: 200, aadt: 1500 }); // prettier-ignore
    expect(longTraffic([count({}), one, one], false).long_day).to.equal(100);
    expect(longTraffic([one], false)).to.include({ long_day: null, part_day: 100, unknown: 'one-direction' });
    expect(longTraffic([one], true)).to.include({ long_day: 100, unknown: null });
    expect(longTraffic([one, one, one], false)).to.include({ long_day: null, unknown: 'contradictory' });
    expect(longTraffic([count({ direction: null })], false)).to.include({
      long_day: null,
      unknown: 'direction-not-said',
    });
    expect(longTraffic([count({ share: null })], false)).to.include({
      long_day: null,
      aadt: 1000,
      unknown: 'no-share',
    });
    expect(longTraffic([count({ aadt: null })], false)).to.include({ long_day: null, unknown: 'no-figure' });
    expect(longTraffic([], false)).to.include({ long_day: null, unknown: 'not-counted' });
    expect(longTraffic([count({ year: 2019, aadt: 9000 }), count({})], false)).to.include({
      long_day: 100,
      year: 2024,
    });
    expect(longTraffic([count({ threshold_m: 5.6 })], false).thresholds).to.deep.equal([5.6]);
    expect(longTraffic([count({ aadt: 0 })], false).long_day, 'nobody drives there: known').to.equal(0);
  });

  it('lets both directions pass a site that serves both, also beside a carriageway of one', () => {
    const [road, carriageway] = [{ used_day: 100, isOneWay: false, isHalved: false }, { used_day: 50, isOneWay: true, isHalved: true }]; // prettier-ignore
    expect([passing(road, true), passing(road, false)].map(({ long_day }) => long_day)).to.deep.equal([100, 50]);
    expect([passing(carriageway, true), passing(carriageway, false)].map(({ long_day }) => long_day)).to.deep.equal([100, 50]); // prettier-ignore
    const alone = { ...carriageway, isHalved: false };
    expect(passing(alone, true)).to.deep.equal({ long_day: 50, part: 'carriageway' });
    expect(passing({ ...alone, used_day: null }, true).long_day).to.equal(null);
  });

  it('estimates by the other direction, the same road, then the links beside of the same rank', () => {
    const link = (given: Partial<LinkFlow>): LinkFlow => ({
      ...{ road: 'E16', length_m: 1000, from: 0, to: 1, long_day: null, part_day: null, aadt: null, ...given },
    });
    const links = [
      link({ long_day: 100, aadt: 1000, length_m: 1000 }),
      link({ long_day: 400, aadt: 2000, length_m: 3000 }),
      link({ part_day: 70 }),
      link({ aadt: 800 }),
      link({}),
      link({ road: 'E18', from: 1, to: 5 }),
      link({ road: 'F9', from: 1, to: 6 }),
      link({ road: 'E99', from: 20, to: 21 }),
      link({ road: null }),
    ];
    const means = meansByRoad(links);
    // (1 · 100 + 3 · 400) / 4 and (1 · 0.1 + 3 · 0.2) / 4
    expect(means.get('E16')).to.deep.equal({ long_day: 325, share: 0.175 });
    expect(estimate(links, means)).to.deep.equal([
      ...[null, null, { long_day: 140, by: 'other-direction' }, { long_day: 140, by: 'road-share' }],
      { long_day: 325, by: 'road-mean' },
      { long_day: (100 + 400 + 140 + 140 + 325) / 5, by: 'neighbours' },
      ...[null, null, null],
    ]);
  });

  it('sums a register by road: a row of one direction is one way, and unknown is no zero', () => {
    const row = (given: Partial<TrafficRow>): TrafficRow => ({
      ...{
        ...count({ direction: 'per-direction' }),
        dataset: 1,
        fid: 1,
        id: '',
        link: '',
        road: 'R7',
        length_m: 5000,
        ...given,
      },
    });
    const rows = [row({}), row({ aadt: 2000 }), row({ share: null, length_m: 10_000 }), row({ aadt: null, direction: null, length_m: 10_000 })]; // prettier-ignore
    const road = roadDemands(registerStretches(rows), 'register', true).get('R7');
    expect(road).to.include({ length_km: 15, known_km: 5, counted: 2, stretches: 4 });
    expect(road?.known_share).to.be.closeTo(1 / 3, 1e-12);
    expect(road?.long_vkm_day).to.be.closeTo(5 * 100 + 5 * 200, 1e-9);
    expect(road?.mean_long_day, 'both directions').to.be.closeTo(300, 1e-9);
    expect(road?.with_estimates_vkm_day).to.be.closeTo(4500, 1e-9);
    expect(road?.thresholds_m).to.deep.equal([null]);
    const both = roadDemands(registerStretches([row({ direction: 'both' })]), 'register', false).get('R7');
    expect(both).to.include({ length_km: 5, long_vkm_day: 500, mean_long_day: 100, with_estimates_vkm_day: null });
  });

  it('turns trucks passing into points and power by what is assumed', () => {
    const assumed = {
      stop_share: 0.1,
      electric_share: 0.3,
      energy_kwh: 300,
      busiest_hour: 0.1,
      stop_min: 45,
      point_kw: 350,
    };
    // 1000 · 0.3 · 0.1 = 30 stops; 3 in the busiest hour, each 45 minutes: 2.25 points.
    expect(chargingNeed(1000, 1, assumed)).to.deep.equal({
      ...{ passing_day: 1000, stops_day: 30, energy_kwh_day: 9000, points: 3, power_kw: 1050, free_kw: 1000 },
      grid_covers: false,
    });
    expect(chargingNeed(1000, null, assumed)?.grid_covers).to.equal(null);
    expect(chargingNeed(null, 5, assumed)).to.equal(null);
    expect(chargingNeed(0, 0, assumed)).to.include({ points: 0, power_kw: 0, grid_covers: true });
  });
});
