import { expect } from 'chai';
import type { Polygon } from 'geojson';
import { reportCsv } from '../../services/conflicts/answer/report-csv.ts';
import { reportText } from '../../services/conflicts/report/report-text.ts';
import { NothingToSettle, PlanWithoutId, settle, withdraw } from '../../services/conflicts/settled/settle.ts';
import type { CheckResult } from '../../services/conflicts/answer/result.ts';
import { serving } from '../api/serving.ts';
import { collection } from '../imports/files.ts';
import { eachDatabase } from '../setup/databases.ts';
import { aboveNorthing, cabins, everywhere, feature, rectangle, Stage, type Scene } from './scene.ts';

const line = 6_700_000;
const said = { reason: 'Flyttet etter møte', name: 'Kari Nordmann' };

eachDatabase('a finding that is settled', (given) => {
  const stage = new Stage(given);
  const ground = rectangle(500_000, line - 50, 100, 100);
  const scene = (geometry: Polygon, plan_id: string | null = '3338_7', id = 'H1') => ({
    layers: aboveNorthing(line),
    zones: [cabins(geometry, {}, id), cabins(rectangle(501_000, line + 50, 100, 100), {}, 'H2')],
    plan: { plan_id },
  });
  const findings = async (...of: Parameters<typeof scene>) => stage.findings(scene(...of));
  const settleIn = async (zone: string, of: Scene = scene(ground), rule = 'treeline') =>
    settle(given.database(), { plan: (await stage.request(of)).plan, rule, zone, ...said });

  it('keeps its verdict and is marked, in every form of the answer; others are not', async () => {
    const before = await findings(ground);
    expect(before.map(({ verdict, settled }) => [verdict, settled])).to.deep.equal([
      ['conflict', null],
      ['conflict', null],
    ]);
    await settleIn('H1');
    const result = await stage.check(scene(ground), { rules: ['treeline'] });
    const [one, other] = result.findings.features.map(({ properties }) => properties);
    expect(one).to.deep.include({ verdict: 'conflict', area_m2: before[0]?.area_m2 });
    expect(one?.settled).to.include(said);
    expect(one?.settled?.date).to.match(/^\d{4}-\d\d-\d\d$/);
    expect(one?.notes.join(' ')).to.match(/Avklart .* av Kari Nordmann: Flyttet etter møte/);
    expect(other).to.include({ verdict: 'conflict', settled: null });
    expect(result.verdict).to.equal('conflict');
    expect(reportText(result, 'nb'))
      .to.match(/KONFLIKT {2}H1 – avklart/)
      .and.match(/KONFLIKT {2}H2 \(/);
    const [head = '', first = '', second = ''] = reportCsv(result).split('\r\n');
    const column = head.split(',').indexOf('settled');
    expect([first, second].map((row) => row.includes(',true,'))).to.deep.equal([true, false]);
    expect(column).to.be.greaterThan(0);
  });

  it('stays so in a revision where its ground is the same, however it is drawn', async () => {
    const [[sw, se, ne, nw] = []] = ground.coordinates;
    const middle = [500_050, line - 50];
    const redrawn = { type: 'Polygon', coordinates: [[ne, nw, sw, middle, se, ne]] } as Polygon;
    expect((await findings(redrawn))[0]?.settled, 'drawn from another corner').to.include(said);
    // What lies below the line is not what the finding is about.
    expect((await findings(rectangle(500_000, line - 200, 100, 250)))[0]?.settled, 'below the line').to.include(said);
    expect((await findings(rectangle(500_000.0002, line - 50, 100, 100)))[0]?.settled, '0.2 mm').to.include(said);
  });

  it('stays so where ids and order of the zones are new, with a border moved by less than touching, and cut anew', async () => {
    const moved = rectangle(500_000.5, line - 50, 100.5, 100);
    const far = rectangle(501_000, line + 50, 100, 100);
    const zones = [cabins(far, {}, '0'), cabins(moved, {}, '1')];
    const settled = async (of: Parameters<Stage['findings']>[0]) =>
      (await stage.findings(of)).map((each) => [each.settled?.name, each.notes.join(' ').includes('Var avklart')]);
    expect(await settled({ ...scene(ground), zones })).to.deep.equal([
      [undefined, false],
      [said.name, false],
    ]);
    // A border between municipalities through the zone, which cuts the land above the line into other pieces.
    const municipality = everywhere(
      [rectangle(450_000, line - 20_000, 50_033.3, 50_000), rectangle(500_033.3, line - 20_000, 50_000, 50_000)].map(
        (land, at) => feature(land, { number: `333${at}`, name: `${at}` }),
      ),
    );
    expect(await settled({ ...scene(ground), layers: { ...aboveNorthing(line), municipality } })).to.deep.equal([
      [said.name, false],
      [undefined, false],
    ]);
    const other = [cabins(ground, { purpose: 5220 }, 'H9')];
    expect(await settled({ ...scene(ground), zones: other })).to.deep.equal([[undefined, false]]);
  });

  it('of what is only near, is settled for what it is near', async () => {
    const site = (west: number, id: string) =>
      feature(rectangle(west, line, 20, 20), { name: id, protection: 'AUT', importance: null }, id);
    const near = (...sites: ReturnType<typeof site>[]) => ({
      ...scene(rectangle(500_000, line, 100, 100), '3338_4'),
      layers: {
        'heritage-site': everywhere(sites),
        'heritage-monument': everywhere([]),
        'heritage-environment': everywhere([]),
      },
    });
    const one = near(site(500_120, 'A'));
    await settleIn('H1', one, 'heritage-affected');
    const answers = async (of: ReturnType<typeof near>) => {
      const [{ verdict, settled } = {}] = await stage.findings(of, 'heritage-affected');
      return [verdict, settled?.name];
    };
    expect(await answers(one)).to.deep.equal(['review', said.name]);
    expect(await answers(near(site(500_120, 'A'), site(499_960, 'B')))).to.deep.equal(['review', undefined]);
  });

  it('is not any more where its ground has changed, and says that it was; nor in another plan or rule', async () => {
    const [wider] = await findings(rectangle(500_000, line - 50, 103, 100));
    expect(wider).to.include({ verdict: 'conflict', settled: null });
    expect(wider?.notes.join(' ')).to.match(/Var avklart .* geometrien er endret/);
    expect((await findings(ground, '3338_8'))[0]).to.deep.include({ settled: null, notes: [] });
  });

  it('is another run than before it was settled', async () => {
    const key = async (plan_id: string) => (await stage.check(scene(ground, plan_id))).run.key;
    const before = await key('3338_6');
    await settleIn('H2', scene(ground, '3338_6'));
    expect(await key('3338_6')).to.not.equal(before);
  });

  it('can be taken back, and settled anew', async () => {
    const { plan } = await stage.request(scene(ground));
    expect(await withdraw(given.database(), { plan, rule: 'treeline', zone: 'H1' })).to.equal(true);
    expect(await withdraw(given.database(), { plan, rule: 'treeline', zone: 'H1' })).to.equal(false);
    expect((await findings(ground))[0]).to.deep.include({ settled: null, notes: [] });
    await settleIn('H1');
    expect((await findings(ground))[0]?.settled).to.include(said);
  });

  it('must be there, and the plan must have an id', async () => {
    const refused = async (work: Promise<unknown>) => work.catch((error: unknown) => error);
    const clear = scene(rectangle(500_000, line - 300, 100, 100));
    expect(await refused(settleIn('H1', clear))).to.be.instanceOf(NothingToSettle);
    expect(await refused(settleIn('nobody'))).to.be.instanceOf(NothingToSettle);
    expect(await refused(settleIn('H1', scene(ground, null)))).to.be.instanceOf(PlanWithoutId);
    expect(((await refused(settleIn('H1', scene(ground), 'nothing'))) as Error).message).to.match(/nothing/);
  });

  describe('over HTTP', () => {
    const open = serving(given);
    const keyed = serving(given, { settings: { apiKeys: ['k'] } });
    const asJson = { 'content-type': 'application/json' };
    const zone = (id: string) => ({
      ...{ id, geometry: ground },
      properties: { objekttype: 'KpArealformålOmråde', arealformål: 1120, arealbruksstatus: 2, planid: '3338_5' },
    });
    const upload = async (id: string, ...more: object[]) => {
      const file = collection([zone(id), ...more]);
      const { status, json, text } = await open.send('POST', '/plans?plan_id=3338_5', file, {
        'content-type': 'application/geo+json',
      });
      expect(status, text).to.be.oneOf([200, 201]);
      return json<{ id: string }>().id;
    };

    it('is kept for later uploads of the plan; needs a key where keys are set, and who and why', async () => {
      await stage.request(scene(ground));
      const id = await upload('H1');
      const post = (body: object, service = open, headers = {}) =>
        service.send('POST', `/plans/${id}/settled`, JSON.stringify(body), { ...asJson, ...headers });
      const body = { rule: 'treeline', zone: 'H1', ...said };
      expect((await post(body, keyed)).status).to.equal(401);
      expect((await post({ ...body, name: ' ' })).status).to.equal(400);
      expect((await post({ ...body, zone: 'H5' })).status).to.equal(422);
      expect((await post({ ...body, rule: 'none' })).status).to.equal(422);
      const done = await post(body, keyed, { authorization: 'Bearer k' });
      expect(done.status, done.text).to.equal(200);
      expect(done.json<{ settled: object[] }>().settled[0]).to.include({ rule: 'treeline', zone: 'H1', ...said });

      const later = await upload('H1', { ...zone('H3'), geometry: rectangle(502_000, line - 500, 50, 50) });
      expect(later).to.not.equal(id);
      const { findings: found } = (await open.get(`/plans/${later}/conflicts`)).json<CheckResult>();
      const [treeline] = found.features.filter(({ properties }) => properties.rule === 'treeline');
      expect(treeline?.properties.settled).to.include(said);
      expect((await open.get(`/plans/${later}/conflicts?f=html`)).text).to.include('H1 – avklart');
      const { alternatives } = (await open.get(`/plans/${later}/conflicts?alternatives=true`)).json<CheckResult>();
      expect(alternatives?.zones[0]?.none.join(' ')).to.match(/ingen data for/);
      const withdrawn = await post({ rule: 'treeline', zone: 'H1', withdrawn: true });
      expect(withdrawn.json<{ settled: object[] }>().settled).to.deep.equal([]);
    });
  });
});
