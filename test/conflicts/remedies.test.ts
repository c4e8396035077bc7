import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import proj4 from 'proj4';
import type { FeatureCollection, Geometry, Polygon } from 'geojson';
import { purposeOf } from '../../layers/codes/purposes.ts';
import { checkPlan, type CheckRequest } from '../../services/conflicts/check.ts';
import { remediesOfPlan, type TrimFor } from '../../services/conflicts/remedies/plan-remedies.ts';
import { sosiFeatures } from '../../services/conflicts/remedies/sosi-features.ts';
import { remedyFile } from '../../services/conflicts/remedies/remedy-file.ts';
import type { FindingProperties } from '../../services/conflicts/answer/result.ts';
import { readPlan } from '../../services/imports/plans/plan-file.ts';
import type { CaseFeature } from '../cases/truth-case.ts';
import { temporaryFiles } from '../imports/files.ts';
import { eachDatabase } from '../setup/databases.ts';
import { withGdal } from '../setup/programs.ts';
import { withRemedies } from './apply-remedies.ts';
import { aboveNorthing, cabins, everywhere, feature, rectangle, Stage, type Scene } from './scene.ts';

const [west, south] = [499_500, 6_700_000];
const land = (x: number, y: number, width: number, height: number) => rectangle(west + x, south + y, width, height);
const housing = (geometry: Geometry) => cabins(geometry, { purpose: 1110 }, 'B1');
const lnfr = (geometry = land(-2000, -2000, 5000, 1000)) => cabins(geometry, { purpose: 5100 }, 'L1');
const circle = (x: number, y: number, radius: number): Polygon => {
  const at = Array.from({ length: 73 }, (_, step) => ((step % 72) * Math.PI) / 36);
  return {
    type: 'Polygon',
    coordinates: [at.map((angle) => [west + x + radius * Math.cos(angle), south + y + radius * Math.sin(angle)])],
  };
};

interface Solved extends Scene {
  title: string;
  rule: string;
  /** Verdict before, after taking in the remedy for conflicts, and after taking in that for reviews, too. */
  verdicts: [string, string, string];
  kind: FindingProperties['remedy_kind'];
  code?: number;
}

const nature = (geometry: Geometry, layer = 'contiguous-nature') => ({
  'contiguous-nature': everywhere([]),
  'nature-corridor': everywhere([]),
  'recreation-area': everywhere([]),
  [layer]: everywhere([feature(geometry, { name: 'Fjellet' })]),
});
const mineral = (geometry: Geometry, importance: string) => ({
  'mineral-resource': everywhere([
    feature(geometry, { name: 'Gruva', kind: 'metal', registration: 'deposit', importance }),
  ]),
  building: everywhere([]),
});
const heritage = (layer: string, geometry: Geometry, properties: CaseFeature['properties']) => ({
  'heritage-environment': everywhere([]),
  'heritage-site': everywhere([]),
  'heritage-monument': everywhere([]),
  building: everywhere([]),
  [layer]: everywhere([feature(geometry, { name: 'Tunet', ...properties })]),
});
const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [west + x, south + y] });
const trims = 'trimmed-zone' as const;
const adds = 'consideration-zone' as const;

const scenes: Solved[] = [
  {
    ...{ title: 'cabins across the treeline', rule: 'treeline', kind: trims },
    layers: aboveNorthing(south + 100, { uncertainty_m: 30 }),
    zones: [cabins(land(0, 0, 100, 200))],
    verdicts: ['conflict', 'clear', 'clear'],
  },
  {
    ...{ title: 'cabins wholly above it', rule: 'treeline', kind: 'zone-taken-out' },
    layers: aboveNorthing(south - 100),
    zones: [cabins(land(0, 0, 100, 200)), lnfr()],
    verdicts: ['conflict', 'not-relevant', 'not-relevant'],
  },
  {
    ...{ title: 'cabins in contiguous nature', rule: 'nature-areas', kind: trims },
    layers: nature(circle(200, 100, 120)),
    zones: [cabins(land(0, 0, 300, 200))],
    verdicts: ['conflict', 'review', 'clear'],
  },
  {
    ...{ title: 'cabins that cut a corridor', rule: 'nature-areas', kind: trims },
    layers: nature(land(-500, 80, 1500, 40), 'nature-corridor'),
    zones: [cabins(land(0, -200, 300, 500))],
    verdicts: ['conflict', 'review', 'clear'],
  },
  {
    ...{ title: 'houses on a deposit', rule: 'mineral-built-over', kind: trims },
    layers: mineral(circle(0, 0, 80), 'national'),
    zones: [housing(land(0, 0, 300, 200))],
    verdicts: ['conflict', 'clear', 'clear'],
  },
  {
    ...{ title: 'houses near a deposit that is a point', rule: 'mineral-built-over', kind: trims },
    layers: mineral(point(-100, 0), 'national'),
    zones: [housing(land(0, 0, 300, 200))],
    verdicts: ['review', 'review', 'clear'],
  },
  {
    ...{ title: 'houses on a protected monument', rule: 'heritage-affected', kind: trims },
    layers: heritage('heritage-monument', circle(150, 100, 20), { protection: 'AUT' }),
    zones: [housing(land(0, 0, 300, 200))],
    verdicts: ['conflict', 'review', 'clear'],
  },
  {
    ...{ title: 'cabins in wild-reindeer range', rule: 'wild-reindeer', kind: trims },
    layers: {
      'wild-reindeer': everywhere([feature(land(200, -500, 1000, 2000), { name: 'Vidda' })]),
      'regional-plan-zone': everywhere([]),
    },
    zones: [cabins(land(0, 0, 300, 200))],
    verdicts: ['review', 'review', 'clear'],
  },
  {
    ...{ title: 'a deposit in open land', rule: 'mineral-unsecured', kind: adds, code: 590 },
    layers: mineral(circle(0, 0, 80), 'regional'),
    zones: [lnfr(land(-500, -500, 1000, 1000))],
    verdicts: ['review', 'clear', 'clear'],
  },
  {
    // Secured, but the housing zone is still there: the two contradict each other.
    ...{ title: 'a deposit that houses are planned on', rule: 'mineral-unsecured', kind: adds, code: 590 },
    layers: mineral(land(0, 0, 100, 100), 'national'),
    zones: [housing(land(0, 0, 50, 100))],
    verdicts: ['conflict', 'review', 'review'],
  },
  {
    ...{ title: 'a deposit that is a point', rule: 'mineral-unsecured', kind: adds, code: 590 },
    layers: mineral(point(50, 50), 'national'),
    zones: [lnfr()],
    verdicts: ['review', 'clear', 'clear'],
  },
  {
    ...{ title: 'a heritage environment, partly secured', rule: 'heritage-unsecured', kind: adds, code: 570 },
    layers: {
      ...heritage('heritage-environment', circle(0, 0, 300), { kind: 'kulturmiljo', importance: 'national' }),
      building: everywhere([feature(land(0, 0, 10, 10), { building_type: 111 })]),
    },
    zones: [lnfr()],
    considerations: [feature(land(-300, -300, 200, 600), { code: 570, name: 'H570_1' })],
    verdicts: ['conflict', 'clear', 'clear'],
  },
  {
    ...{ title: 'a landscape of national interest', rule: 'heritage-unsecured', kind: adds, code: 550 },
    layers: heritage('heritage-environment', circle(0, 0, 300), { kind: 'kula', importance: 'national' }),
    zones: [lnfr()],
    verdicts: ['conflict', 'clear', 'clear'],
  },
  {
    ...{ title: 'a protected site', rule: 'heritage-unsecured', kind: adds, code: 730 },
    layers: heritage('heritage-site', circle(0, 0, 30), { protection: 'AUT', importance: 'national' }),
    zones: [lnfr()],
    verdicts: ['conflict', 'clear', 'clear'],
  },
];

eachDatabase('remedies', (given) => {
  const stage = new Stage(given);
  const files = temporaryFiles();

  async function solve(request: CheckRequest, rule: string, trim: TrimFor, format: 'gml' | 'geojson' = 'gml') {
    const remedies = await remediesOfPlan(stage.database, { ...request, rules: [rule] }, { trim });
    const text = await remedyFile(stage.database, remedies, format);
    const path = files.write(`remedies.${format}`, text);
    const { plan } = request;
    const nothing = { ...plan, zoning: [], considerations: [] };
    const isEmpty = !text.includes('featureMember') && format === 'gml';
    const read = isEmpty ? nothing : await readPlan(path, { catalogue: stage.catalogue });
    return { path, text, read, solved: { ...request, plan: withRemedies(plan, remedies, read) } };
  }
  const findings = async (request: CheckRequest, rule: string) => {
    const { findings } = await checkPlan(stage.database, { ...request, rules: [rule] });
    return findings.features.map(({ properties }) => properties);
  };
  const worst = (all: FindingProperties[]) =>
    ['conflict', 'review', 'failed', 'not-assessed', 'clear', 'not-relevant'].find((verdict) =>
      all.some((each) => each.verdict === verdict),
    );

  for (const { title, rule, verdicts, kind, code = null, ...scene } of scenes)
    it(`solve what they are drawn for: ${title}`, async () => {
      const request = await stage.request(scene);
      const before = await findings(request, rule);
      const hit = before.find(({ verdict }) => verdict === verdicts[0]);
      expect(hit).to.include({ remedy_kind: kind, remedy_code: code });
      expect(hit?.remedy_geometry === null).to.equal(kind === 'zone-taken-out');
      const forConflicts = await solve(request, rule, 'conflict');
      const once = await findings(forConflicts.solved, rule);
      expect(once.flatMap(({ notes }) => notes).join(' ')).not.to.match(/rettet|mended/);
      const twice = await findings((await solve(forConflicts.solved, rule, 'review')).solved, rule);
      expect([worst(before), worst(once), worst(twice)]).to.deep.equal(verdicts);
    });

  it('leave no slivers: a strip beside the land that was left, and a tail along it, go too', async () => {
    const request = await stage.request({
      layers: nature(land(1.5, 0, 98.5, 150)),
      zones: [cabins(land(0, 0, 100, 200))],
    });
    const { read } = await solve(request, 'nature-areas', 'conflict');
    expect(read.zoning).to.have.length(1);
    const [ring] = (read.zoning[0]?.geometry as Polygon).coordinates;
    // Up to half the noise of the tail stays where it opens into the zone.
    const norths = ring?.map(([, y]) => y ?? 0) ?? [];
    expect(Math.min(...norths)).to.be.within(south + 148, south + 150);
  });

  it('trim a zone for all its findings at once, and name new zones after those that the plan has', async () => {
    const request = await stage.request({
      layers: {
        ...aboveNorthing(south + 150),
        ...nature(land(200, -500, 500, 2000)),
        ...mineral(land(0, -400, 100, 100), 'national'),
      },
      zones: [cabins(land(0, 0, 300, 200)), lnfr(land(-500, -500, 1000, 500))],
      considerations: [feature(land(-500, -500, 10, 10), { code: 590, name: 'H590_4' })],
    });
    const remedies = await remediesOfPlan(stage.database, request, { trim: 'conflict' });
    expect(remedies.zones.map(({ zone, findings }) => [zone.id, findings.length])).to.deep.equal([['H1', 2]]);
    expect(remedies.zones[0]?.left_m2).to.be.closeTo((300 * 200 - 200 * 150) / 0.9996 ** 2, 1);
    expect(remedies.considerations.map(({ name }) => name)).to.deep.equal(['H590_5']);
  });

  it('give the id of a parted zone to its largest part alone, and no code to a zone that had none', async () => {
    const request = await stage.request({
      layers: nature(land(-500, 80, 1500, 40), 'nature-corridor'),
      zones: [cabins(land(0, -200, 300, 500)), cabins(land(0, 400, 10, 10), {}, 'H1-2')],
    });
    const remedies = await remediesOfPlan(
      stage.database,
      { ...request, rules: ['nature-areas'] },
      { trim: 'conflict' },
    );
    for (const epsg of [25832, 4326]) {
      const surfaces = await sosiFeatures(stage.database, remedies, epsg);
      expect(surfaces.map(({ id }) => id)).to.deep.equal(['H1', 'H1-3']);
      const souths = surfaces.map(({ geometry }) =>
        Math.min(...(geometry.coordinates[0] ?? []).map(([, y]) => y ?? 0)),
      );
      expect(souths[0]).to.be.lessThan(souths[1] ?? 0);
    }
    const zones = remedies.zones.map(({ zone, ...more }) => ({
      ...more,
      zone: { ...zone, purpose: purposeOf('KpArealformålOmråde', null) },
    }));
    const [surface] = await sosiFeatures(stage.database, { ...remedies, zones }, 25832);
    expect(surface?.properties).to.have.property('områdenavn');
    expect(surface?.properties).not.to.have.property('arealformål');
  });

  it('write zones of the Act of 1985 as GeoJSON alone, and say so in the GML', async () => {
    const old = { object_type: 'RbFormålOmråde', purpose: 150, status: null };
    const request = await stage.request({
      layers: aboveNorthing(south + 100),
      zones: [cabins(land(0, 0, 100, 200), old)],
      plan: { plan_type: 30, law: 1985 },
    });
    const remedies = await remediesOfPlan(stage.database, { ...request, rules: ['treeline'] }, { trim: 'conflict' });
    const gml = await remedyFile(stage.database, remedies, 'gml');
    expect(gml).not.to.include('<app:RbFormålOmråde');
    expect(gml).to.include('<!-- Ikke med her: H1. De er etter plan- og bygningsloven av 1985');
    const json = JSON.parse(await remedyFile(stage.database, remedies, 'geojson')) as FeatureCollection;
    expect(json.features).to.have.length(1);
    expect(json.features[0]?.properties).to.include({ objekttype: 'RbFormålOmråde', reguleringsformål: 150 });
  });

  it('are the same in both forms, in the CRS of the plan, and with the names of a regulation', async () => {
    const ntm = proj4(
      '+proj=utm +zone=32 +ellps=GRS80',
      '+proj=tmerc +lat_0=58 +lon_0=10.5 +k=1 +x_0=100000 +y_0=1000000 +ellps=GRS80',
    );
    const corners = land(0, 0, 100, 200).coordinates.map((ring) => ring.map((at) => ntm.forward(at)));
    const request = await stage.request({
      layers: aboveNorthing(south + 100, { uncertainty_m: 30 }),
      zones: [
        cabins(
          { type: 'Polygon', coordinates: corners },
          { object_type: 'RpArealformålOmråde', status: null, name: 'Fritid & <fjell>' },
        ),
      ],
      ...{ plan: { plan_type: 35 }, crs: 'EPSG:5110', outline: null },
    });
    const gml = await solve(request, 'treeline', 'conflict');
    const json = await solve(request, 'treeline', 'conflict', 'geojson');
    expect([gml.read.crs, json.read.crs]).to.deep.equal([5110, 4326]);
    expect(gml.text).to.include('<app:RpArealformålOmråde').and.include('<app:feltnavn>Fritid &amp; &lt;fjell&gt;<');
    for (const { read } of [gml, json])
      expect(read.zoning[0]?.properties).to.include({
        ...{ object_type: 'RpArealformålOmråde', purpose: 1120, name: 'Fritid & <fjell>', plan_id: '3338_2026001' },
      });
    const areas = [];
    for (const { read, solved } of [gml, json]) {
      const [only] = await findings({ ...solved, plan: { ...solved.plan, crs: read.crs } }, 'treeline');
      expect(only?.verdict).to.equal('clear');
      areas.push(only?.zone_area_m2 ?? 0);
    }
    expect(areas[0]).to.be.closeTo((100 * 70) / 0.9996 ** 2, 1);
    expect(areas[1]).to.be.closeTo(areas[0] ?? 0, 0.5);
  });

  it('hold for random zones and constraints, and what is left is valid', async () => {
    const shape = fc.oneof(
      fc
        .record({
          x: fc.integer({ min: -300, max: 300 }),
          y: fc.integer({ min: -300, max: 300 }),
          r: fc.integer({ min: 20, max: 300 }),
        })
        .map(({ x, y, r }) => circle(x, y, r)),
      fc
        .record({
          x: fc.integer({ min: -300, max: 300 }),
          y: fc.integer({ min: -300, max: 300 }),
          w: fc.integer({ min: 5, max: 500 }),
          h: fc.integer({ min: 5, max: 500 }),
        })
        .map(({ x, y, w, h }) => land(x, y, w, h)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(shape, { minLength: 1, maxLength: 3 }), shape, async (constraints, zone) => {
        const request = await stage.request({
          layers: {
            ...nature(land(0, 0, 1, 1)),
            'contiguous-nature': everywhere(constraints.map((each) => feature(each, {}))),
          },
          zones: [cabins(zone), lnfr()],
        });
        const once = (await solve(request, 'nature-areas', 'conflict')).solved;
        const [first] = [await findings(once, 'nature-areas')];
        expect(worst(first ?? [])).not.to.equal('conflict');
        const twice = await findings((await solve(once, 'nature-areas', 'review')).solved, 'nature-areas');
        expect(worst(twice)).to.be.oneOf(['clear', 'not-relevant']);
        expect(twice.flatMap(({ notes }) => notes).join(' ')).not.to.match(/rettet/);
      }),
      { numRuns: 6 },
    );
  }).timeout(60_000);

  withGdal('remedies in another program', (ogr2ogr) => {
    it('have the same geometry and names', async () => {
      const scene = scenes.find(({ code }) => code === 570);
      if (!scene) throw new Error('no scene');
      const { path, read } = await solve(await stage.request(scene), scene.rule, 'conflict');
      const text = execFileSync(ogr2ogr, ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=3', '/vsistdout/', path], {
        encoding: 'utf8',
      });
      const { features } = JSON.parse(text) as FeatureCollection;
      expect(features.map(({ properties }) => String(properties?.['hensynSonenavn']))).to.deep.equal(['H570_2']);
      expect(features[0]?.geometry).to.deep.equal(read.considerations[0]?.geometry);
    });
  });
});
