import { expect } from 'chai';
import { purposeOf } from '../../layers/codes/purposes.ts';
import { changeOf } from '../../services/conflicts/plan/change.ts';
import { reportCsv } from '../../services/conflicts/answer/report-csv.ts';
import { reportText } from '../../services/conflicts/report/report-text.ts';
import { eachDatabase } from '../setup/databases.ts';
import type { CaseFeature } from '../cases/truth-case.ts';
import { everywhere, feature, nothingElse, rectangle, Stage, type Scene } from './scene.ts';

const [x, y] = [500_000, 6_700_000];
const scale = 1 / 0.9996 ** 2;

describe('what a zone is against the plan in force', () => {
  const zone = (code: number, objectType = 'KpArealformålOmråde') => ({ purpose: purposeOf(objectType, code) });
  const earlier = (code: number, object_type = 'KpArealformålOmråde') => [{ object_type, code }];
  it('is told by the land of its purpose group, and by the code within one object type', () => {
    expect(changeOf(zone(1110), { before: 'none', earlier: null })).to.equal('new');
    expect(changeOf(zone(1110), { before: 'all', earlier: earlier(1110) })).to.equal('kept');
    expect(changeOf(zone(1110), { before: 'part', earlier: earlier(1110) })).to.equal('changed');
    expect(changeOf(zone(1130), { before: 'all', earlier: earlier(1140) })).to.equal('changed');
    expect(changeOf(zone(1110), { before: 'all', earlier: earlier(110, 'KpArealbrukOmråde') })).to.equal('kept');
    expect(changeOf(zone(9999), { before: 'none', earlier: null })).to.equal(null);
  });
});

eachDatabase('a draft against the plan in force', (given) => {
  const stage = new Stage(given);
  const plan = (plan_id: string, in_force: string) =>
    feature(rectangle(x - 5000, y - 5000, 20_000, 20_000), {
      ...{ plan_id, plan_status: 3, in_force, name: plan_id, plan_type: 20, law: 2008, predecessor: null },
    });
  /** 100 m by 100 m, at a place in a row of squares. */
  const zoneOf = (plan_id: string | null, purpose: number, place: number, id: string, width = 100, status = 2) => {
    const geometry = rectangle(x + 200 * place, y, width, 100);
    return feature(geometry, { object_type: 'KpArealformålOmråde', purpose, status, level: 2, name: id, plan_id }, id);
  };
  const check = async (zones: CaseFeature[], layers: Scene['layers'], rest: Partial<Scene> = {}) =>
    stage.check({ layers, zones, ...rest });
  const inForce = async (zones: CaseFeature[], ...more: CaseFeature[]) => ({
    ...(await nothingElse()),
    ...{ plan: everywhere([plan('3338_1', '2015-01-01'), ...more]), zoning: everywhere(zones) },
  });
  const old = ['A', 'B', 'C', 'D', 'E'].map((id, place) => zoneOf('3338_1', 1110, place, id));
  const draft = [
    zoneOf(null, 1110, 0, 'kept', 100, 1),
    zoneOf(null, 1110, 1, 'extended', 150),
    zoneOf(null, 1110, 2, 'reduced', 40),
    zoneOf(null, 5100, 3, 'other'),
    zoneOf(null, 1110, 5, 'new'),
  ];

  it('says of every zone and finding what it is, and lists what is taken out', async () => {
    const result = await check(draft, await inForce(old), { plan: { predecessor: '3338_1' } });
    expect(Object.fromEntries(result.zones.map(({ zone, change }) => [zone, change]))).to.deep.equal({
      ...{ kept: 'kept', extended: 'changed', reduced: 'kept', other: 'new', new: 'new' },
    });
    for (const { properties } of result.findings.features)
      if (properties.zone_index >= 0)
        expect(properties.change).to.equal(result.zones[properties.zone_index]?.change, properties.rule);
    const out = result.taken_out ?? [];
    expect(out.map(({ zone, whole }) => [zone, whole])).to.deep.equal([
      ['D', true],
      ['E', true],
      ['C', false],
    ]);
    expect(out.map(({ area_m2 }) => area_m2 / scale)).to.satisfy(
      ([d = 0, e = 0, c = 0]: number[]) =>
        Math.abs(d - 10_000) < 0.01 && Math.abs(e - 10_000) < 0.01 && Math.abs(c - 6000) < 0.01,
    );
  });

  it('says so in text and CSV', async () => {
    const result = await check(draft, await inForce(old), { plan: { predecessor: '3338_1' } });
    expect(reportText(result, 'nb')).to.match(/Tatt ut av planen i kraft:\n {2}D \(.*\): 10 daa, hele sonen\n/);
    expect(reportText(result, 'nb')).to.include('\nSoner mot planen i kraft: ny: 2, videreført: 2, endret: 1\n');
    const lines = reportCsv(result).trimEnd().split('\r\n');
    const [head = '', ...rows] = lines.map((line) => line.split(','));
    expect(new Set(lines.slice(-3).map((line) => line.split(',').length))).to.deep.equal(new Set([head.length]));
    const at = head.indexOf('change');
    expect(new Set(rows.map((row) => row[at]))).to.deep.equal(new Set(['kept', 'changed', 'new', 'taken-out', '']));
  });

  it('does not say that land is taken out where a zone could not be read, and says so where that may lie anywhere', async () => {
    const layers = await inForce(old);
    const kept = ['A', 'B', 'C', 'D'].map((id, place) => zoneOf(null, 1110, place, id));
    const outOf = async (zones: CaseFeature[]) => {
      const { taken_out } = await check([...kept, ...zones], layers, { plan: { predecessor: '3338_1' } });
      return (taken_out ?? []).map(({ zone, area_m2, whole, remark }) => [
        zone,
        Math.round(area_m2 / scale),
        whole,
        remark,
      ]);
    };
    expect(await outOf([])).to.deep.equal([['E', 10_000, true, null]]);
    const nameless = (width: number) => {
      const zone = zoneOf(null, 1110, 4, 'X', width);
      return { ...zone, properties: { ...zone.properties, purpose: null } };
    };
    const [[id, gone, whole, maybe] = []] = await outOf([nameless(100)]);
    expect([id, gone, whole]).to.deep.equal(['E', 0, false]);
    expect(maybe).to.match(/^Usikkert: X \(1 av/);
    const [[, part, wholly, why] = []] = await outOf([nameless(40)]);
    expect([part, wholly]).to.deep.equal([6000, false]);
    expect(why).to.match(/^Usikkert: X \(1 av/);
    const broken = { ...zoneOf(null, 5100, 6, 'Y'), geometry: null as never };
    const [[, all, , doubt] = []] = await outOf([broken]);
    expect(all).to.equal(10_000);
    expect(doubt).to.match(/Y \(1 av/);
  });

  it('takes nothing out where it replaces no plan, and only within its own area', async () => {
    const layers = await inForce(old);
    expect((await check(draft, layers)).taken_out).to.equal(null);
    const outline = rectangle(x - 50, y - 50, 650, 300);
    const near = await check(draft, layers, { plan: { predecessor: '3338_1' }, outline });
    expect(near.taken_out?.map(({ zone }) => zone)).to.deep.equal(['C']);
  });

  it('counts what a newer plan has given another purpose as no longer there', async () => {
    const layers = await inForce([...old, zoneOf('3338_2', 5100, 0, 'wood', 100, 1)], plan('3338_2', '2020-01-01'));
    const { zones } = await check(draft, layers);
    expect(zones.map(({ change }) => change)).to.deep.equal(['new', 'changed', 'kept', 'new', 'new']);
  });

  it('is not known without plans, and of a plan that is in force itself', async () => {
    const layers = await nothingElse();
    delete layers['plan'];
    delete layers['zoning'];
    expect((await check(draft, layers)).zones.map(({ change }) => change)).to.deep.equal(draft.map(() => null));
    const own = await check(draft, await inForce(old), { plan: { plan_status: 3, in_force: '2019-01-01' } });
    expect(own.zones.map(({ change }) => change)).to.deep.equal(draft.map(() => null));
    expect(own.taken_out).to.equal(null);
  });
});
