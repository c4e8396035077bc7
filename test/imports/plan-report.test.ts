import { expect } from 'chai';
import type { Geometry } from 'geojson';
import { examinePlan } from '../../services/imports/plans/examine-plan.ts';
import type { Defect, DefectCode } from '../../services/imports/plans/defect.ts';
import type { PlanFacts } from '../../services/imports/plans/plan-facts.ts';
import { planReportJson } from '../../services/imports/plans/report-json.ts';
import { planReportPage } from '../../services/imports/plans/report-page.ts';
import { planReportText } from '../../services/imports/plans/report-text.ts';
import { eachDatabase } from '../setup/databases.ts';
import { collection, temporaryFiles } from './files.ts';
import { ask } from './rows.ts';

const origin = [500_000, 6_700_000] as const;
const ring = (west: number, south: number, east: number, north: number): number[][] =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(([x = 0, y = 0]) => [origin[0] + x, origin[1] + y]);
const polygon = (...rings: number[][][]): Geometry => ({ type: 'Polygon', coordinates: rings });
/** On the ellipsoid ground at the central meridian is larger than in the plane by the square of the scale there. */
const onGround = (m2: number) => m2 / 0.9996 ** 2;

const feature = (id: string, geometry: Geometry, properties: object) => ({ id, geometry, properties });
const zone = (id: string, geometry: Geometry, properties: object = {}) =>
  feature(id, geometry, {
    ...{ objekttype: 'RpArealformålOmråde', arealformål: 1110, vertikalnivå: 2, feltnavn: id },
    ...properties,
  });
const outline = (properties: object = {}, geometry = polygon(ring(0, 0, 100, 100))) =>
  feature('o', geometry, {
    ...{ objekttype: 'RpOmråde', planid: '3330_1', plannavn: 'Lia', plantype: 35, planstatus: 2, lovreferanse: 2008 },
    ...properties,
  });

eachDatabase('imports: what a plan register would complain about', ({ database, catalogue }) => {
  const { write } = temporaryFiles();
  const report = (features: object[], facts?: Partial<PlanFacts>) =>
    examinePlan(database(), catalogue(), [write('plan.geojson', collection(features))], { facts });
  const found = async (features: object[], facts?: Partial<PlanFacts>) => (await report(features, facts)).defects;
  const codes = (defects: readonly Defect[]) => defects.map(({ code }) => code);
  const of = <Code extends DefectCode>(defects: readonly Defect[], code: Code) =>
    defects.filter((one): one is Extract<Defect, { code: Code }> => one.code === code);

  it('nothing, of a plan that is whole', async () => {
    const whole = await report([
      outline(),
      zone('A', polygon(ring(0, 0, 50, 100))),
      zone('B', polygon(ring(50, 0, 100, 100))),
    ]);
    expect(whole.defects).to.deep.equal([]);
    expect(planReportText(whole, 'nb')).to.match(/^Ingen feil er funnet\./);
  });

  it('overlaps, holes, land without purpose and zones outside, with area and place', async () => {
    const defects = await found([
      outline(),
      zone('A', polygon(ring(0, 0, 50, 100), ring(10, 10, 20, 20))),
      zone('B', polygon(ring(40, 0, 100, 50))),
      zone('C', polygon(ring(50, 60, 110, 100))),
      // A tunnel under them is on another level.
      zone('T', polygon(ring(0, 0, 100, 10)), { vertikalnivå: 1 }),
    ]);
    expect(codes(defects)).to.have.members(['overlap', 'gap', 'outline-uncovered', 'outside-outline']);
    const [overlap] = of(defects, 'overlap');
    expect(overlap?.values.area_m2).to.be.closeTo(onGround(500), 0.01);
    expect([overlap?.zone?.name, overlap?.values.other.name].sort()).to.deep.equal(['A', 'B']);
    expect(overlap?.place?.x).to.be.within(origin[0] + 40, origin[0] + 50);
    expect(of(defects, 'gap')[0]?.values.area_m2).to.be.closeTo(onGround(100), 0.01);
    expect(of(defects, 'gap')[0]?.place).to.include({ crs: 25832 });
    expect(of(defects, 'gap')[0]?.place?.lon).to.be.closeTo(9.00027, 0.0001);
    expect(of(defects, 'outline-uncovered')[0]?.values.area_m2).to.be.closeTo(onGround(500), 0.01);
    const [outside] = of(defects, 'outside-outline');
    expect(outside?.zone?.name).to.equal('C');
    expect(outside?.values.area_m2).to.be.closeTo(onGround(400), 0.01);
    expect(outside?.values.farthest_m).to.be.closeTo(10, 1e-6);
    expect(outside?.values.share).to.be.closeTo(400 / 2400, 1e-6);
  });

  it('rounding of coordinates is no gap: half a square metre is left out, two are not', async () => {
    const with_ = (width: number) =>
      found([outline(), zone('A', polygon(ring(0, 0, 50, 100))), zone('B', polygon(ring(50 + width, 0, 100, 100)))]);
    expect(codes(await with_(0.005))).to.deep.equal([]);
    expect(codes(await with_(0.02))).to.deep.equal(['outline-uncovered']);
  });

  it('an outline that is in the file and cannot be read is named, not only missed', async () => {
    const rows = [
      'id;objekttype;planid;arealformål;vertikalnivå;wkt',
      'o;RpOmråde;3330_1;;;"POLYGON((0 0, 1 x))"',
      'A;RpArealformålOmråde;3330_1;1110;2;"POLYGON((500000 6700000,500100 6700000,500100 6700100,500000 6700000))"',
    ];
    const file = write('plan.csv', rows.join('\n'));
    const whole = await examinePlan(database(), catalogue(), [file], { crs: 25832 });
    const [rejected] = of(whole.defects, 'rejected');
    expect(codes(whole.defects)).to.include('no-outline');
    expect(rejected).to.deep.include({ layer: 'plan', index: 0 });
    expect(planReportText(whole, 'nb')).to.match(/objekt nr\. 1 i plan\.csv.*x/);
  });

  it('without an outline only holes between zones can be seen', async () => {
    const around = zone('A', polygon(ring(0, 0, 100, 100), ring(10, 10, 20, 20)));
    const defects = await found([around], { plan_id: '3330_1', name: 'Lia', plan_type: 35, plan_status: 2, law: 2008 });
    expect(codes(defects)).to.deep.equal(['no-outline', 'gap']);
    expect(of(defects, 'no-outline')[0]?.values.zones).to.equal(1);
  });

  it('what the plan itself does not say, or says wrongly', async () => {
    const bare = {
      planid: undefined,
      plannavn: undefined,
      plantype: undefined,
      planstatus: undefined,
      lovreferanse: undefined,
    };
    const land = polygon(ring(0, 0, 100, 100));
    expect(codes(await found([outline(bare), zone('A', land, { objekttype: undefined })]))).to.have.members([
      ...['no-plan-id', 'no-plan-name', 'no-plan-type', 'no-plan-status', 'no-law', 'no-object-type'],
    ]);
    expect(codes(await found([outline({ planstatus: 3 }), zone('A', land)]))).to.deep.equal(['no-in-force']);
    expect(codes(await found([outline({ planid: '2021005' }), zone('A', land)]))).to.deep.equal(['plan-id-form']);
    expect(codes(await found([outline({ plannavn: 'Områderegulering Lia' }), zone('A', land)]))).to.deep.equal([
      'name-against-type',
    ]);
    expect(codes(await found([outline(), feature('h', land, { objekttype: 'RpFareSone', fare: 310 })]))).to.include(
      'no-zones',
    );
  });

  it('codes that the law does not know, two laws, the other kind of plan, missing values', async () => {
    const strip = (number: number) => polygon(ring(number * 10, 0, number * 10 + 10, 100));
    const defects = await found([
      outline({}, polygon(ring(0, 0, 70, 100))),
      zone('ok', strip(0)),
      zone('code', strip(1), { arealformål: 7777 }),
      zone('none', strip(2), { arealformål: undefined }),
      zone('old', strip(3), { objekttype: 'RbFormålOmråde', arealformål: undefined, reguleringsformål: 150 }),
      zone('kp', strip(4), { objekttype: 'KpArealformålOmråde' }),
      zone('level', strip(5), { vertikalnivå: undefined }),
      zone('unnamed', strip(6), { feltnavn: undefined }),
      feature('h1', strip(0), { objekttype: 'RpFareSone' }),
      feature('h2', strip(1), { objekttype: 'RpFareSone', fare: 399 }),
    ]);
    const about = defects.map(({ code, zone: one }) => [code, one?.name ?? one?.id ?? null]);
    expect(about).to.have.deep.members([
      ['unknown-purpose', 'code'],
      ['no-purpose', 'none'],
      ['mixed-laws', null],
      ['wrong-law', 'old'],
      ['wrong-kind', 'kp'],
      ['no-zone-status', 'kp'],
      ['no-consideration-code', 'h1'],
      ['unknown-consideration', 'h2'],
      ['no-level', null],
      ['no-zone-name', null],
    ]);
    expect(of(defects, 'mixed-laws')[0]?.values).to.deep.equal({ old: 1, new: 6 });
    expect(of(defects, 'no-level')[0]?.values).to.deep.equal({ count: 1, of: 7 });
  });

  it('zones that are there and cannot be read are rejected, not missing', async () => {
    const defects = await found([outline(), zone('A', { type: 'Point', coordinates: [500_000, 6_700_000] })]);
    expect(codes(defects)).to.include('rejected').and.not.include('no-zones');
  });

  it('what was not loaded and what was mended, each with its reason and place', async () => {
    const bow = polygon(
      [
        [0, 0],
        [100, 100],
        [100, 0],
        [0, 100],
        [0, 0],
      ].map(([x = 0, y = 0]) => [origin[0] + x, origin[1] + y]),
    );
    const spike = polygon(
      [
        [0, 0],
        [100, 0],
        [100, 100],
        [100, 110],
        [100, 100],
        [0, 100],
        [0, 0],
      ].map(([x = 0, y = 0]) => [origin[0] + x, origin[1] + y]),
    );
    const defects = await found([outline(), zone('spike', spike), zone('bow', bow)]);
    const [rejected] = of(defects, 'rejected');
    expect(rejected?.values.reason).to.equal('invalid');
    expect(rejected?.index).to.equal(2);
    expect(rejected?.place?.x).to.be.closeTo(origin[0] + 50, 0.01);
    const [repaired] = of(defects, 'repaired');
    expect(repaired?.zone?.name).to.equal('spike');
    expect(repaired?.values.before_m2).to.be.closeTo(10_000, 0.01);
    expect(repaired?.values.after_m2).to.be.closeTo(10_000, 0.01);
  });

  it('every kind of it is said in both languages, as text, JSON and page, and scripts of a file are text', async () => {
    const evil = '<script>alert(1)</script>';
    const bad = await report([
      outline({ plannavn: evil }),
      zone(evil, polygon(ring(0, 0, 60, 100)), { arealformål: 7777 }),
      zone('B', polygon(ring(50, 0, 90, 100))),
    ]);
    const kinds = new Set(codes(bad.defects));
    for (const language of ['nb', 'en'] as const) {
      const { problems, counts } = planReportJson(bad, language);
      expect(new Set(problems.map(({ code }) => code))).to.deep.equal(kinds);
      expect(problems.map(({ number }) => number)).to.deep.equal(problems.map((_, at) => at + 1));
      expect(counts.errors).to.equal(3);
      const page = planReportPage(bad, language);
      expect(page).not.to.include('<script');
      for (const { title } of problems) expect(page).to.include(title.replaceAll("'", '&#39;'));
      expect(page).to.match(/^<!doctype html>\n<html lang="(nb|en)">/);
    }
    expect(planReportText(bad, 'nb')).to.match(/Kode 7777 finnes ikke for RpArealformålOmråde/);
    expect(planReportText(bad, 'en')).to.match(/There is no code 7777 for RpArealformålOmråde/);
  });

  it('nothing is left in the database', async () => {
    await found([outline(), zone('A', polygon(ring(0, 0, 100, 100)))]);
    for (const table of ['dataset', 'identity', 'layer_zoning', 'layer_plan', 'piece', 'generalised'])
      expect(await ask(database(), `select 1 as found from grunnriss.${table} limit 1`), table).to.deep.equal([]);
  });
});
