import { expect } from 'chai';
import { bbox, featureCollection, intersect } from '@turf/turf';
import type { BBox, Feature, MultiPolygon, Polygon } from 'geojson';
import { makeAccounts, type AccountsAnswer } from '../../services/accounts/accounts.ts';
import { publishChanges } from '../../services/accounts/change-map/publish-changes.ts';
import type { ExtentAccount } from '../../services/accounts/extent/extent-account.ts';
import { AccountInput } from '../../services/accounts/inputs.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { toWkb } from '../../services/imports/wkb.ts';
import { serving } from '../api/serving.ts';
import { areaOf, county, covers, featuresOf } from '../example/county.ts';
import { anyExampleDatabase } from '../setup/databases.ts';
import { expectBalanced, expectParted } from './invariants.ts';
import { outsideArea } from './outside/areas.ts';

/** A polygon of the land cover, with its box. */
interface Surveyed {
  class: string;
  shape: Feature<Polygon | MultiPolygon>;
  box: BBox;
}

anyExampleDatabase('accounts of the example county', (given) => {
  let answer: AccountsAnswer;
  before(async function () {
    this.timeout(300_000);
    answer = await makeAccounts(given.database(), given.catalogue(), AccountInput.parse({}));
  });
  const { get } = serving(given);

  const extentOf = (number: string, layer = 'land-cover'): ExtentAccount => {
    const found = answer.accounts
      .find(({ municipality }) => municipality === number)
      ?.extent.find((own) => own.layer === layer);
    if (!found) throw new Error(`no account of ${layer} in ${number}`);
    return found;
  };

  it('balance in every municipality, region and the county, and close', () => {
    for (const account of [...answer.accounts, ...answer.regions, answer.county]) {
      if (!account) throw new Error('no account of the county');
      expect(account.extent.map(({ layer }) => layer)).to.deep.equal(['land-cover', 'ecosystem']);
      for (const extent of account.extent) {
        expectBalanced(extent, 1e-9 * account.area_m2);
        expect(extent.proof.closes).to.equal(true);
      }
      expectParted(account, 1e-9 * account.area_m2);
    }
    const planned = answer.county?.plans?.current.groups.map(({ reserve_m2 }) => reserve_m2) ?? [];
    expect(Math.max(...planned)).to.be.greaterThan(1000);
  });

  it('are of the county what its polygons add up to without municipalities or pieces', async () => {
    const rows = await given.database().rows<{ class: string; opening: number; closing: number }>(
      parseStatement(
        'the county by class',
        `select l.class, sum(grunnriss.area(l.geom)) filter (where l.year = 2018) as opening,
           sum(grunnriss.area(l.geom)) filter (where l.year = 2024) as closing
         from grunnriss.layer_land_cover l join grunnriss.current_dataset d on d.id = l.dataset_id group by l.class`,
      ),
    );
    const classes = answer.county?.extent[0]?.classes ?? [];
    expect(classes.map((row) => row.class).sort()).to.deep.equal(rows.map((row) => row.class).sort());
    for (const { class: name, opening, closing } of rows) {
      const own = classes.find((row) => row.class === name);
      expect((own?.opening_m2 ?? 0) / opening, name).to.be.closeTo(1, 1e-9);
      expect((own?.mapped_closing_m2 ?? 0) / closing, name).to.be.closeTo(1, 1e-9);
    }
  });

  it('are the list of changes that the county was made by, to 1e-9, and its noise is told from change', async () => {
    const list = county().changes;
    const areas = await given.database().rows<{ at: number; area: number }>(
      parseStatement(
        'areas',
        `select g.at::integer - 1 as at, grunnriss.area(st_geomfromwkb(g.wkb, grunnriss.analysis_srid())) as area
         from unnest(:geoms::bytea[]) with ordinality as g(wkb, at)`,
      ),
      { geoms: list.map(({ geometry }) => Buffer.from(toWkb(geometry))) },
    );
    const expected = new Map<string, number>();
    let noise = 0;
    for (const { at, area } of areas) {
      const change = list[at];
      if (change?.kind === 'noise') noise += area;
      if (change?.kind !== 'real') continue;
      const key = `${change.municipality} ${change.from}>${change.to}`;
      expected.set(key, (expected.get(key) ?? 0) + area);
    }
    const found = new Map<string, number>();
    for (const { municipality, extent } of answer.accounts)
      for (const [from, cells] of Object.entries(extent[0]?.matrix ?? {}))
        for (const [to, area] of Object.entries(cells))
          if (from !== to) found.set(`${municipality} ${from}>${to}`, area);
    expect([...found.keys()].sort()).to.deep.equal([...expected.keys()].sort());
    for (const [key, area] of expected) expect((found.get(key) ?? 0) / area, key).to.be.closeTo(1, 1e-9);
    const whole = answer.county?.extent[0];
    expect((whole?.noise_m2 ?? 0) / noise).to.be.closeTo(1, 1e-6);
    expect(whole?.noise_share).to.be.closeTo(noise / (noise + [...expected.values()].reduce((a, b) => a + b, 0)), 1e-6);
  });

  it('are the same when one municipality is clipped and measured outside of PostGIS, to 1e-6', () => {
    const [first] = answer.accounts;
    const number = first?.municipality ?? '';
    const outline = areaOf(
      featuresOf(county(), 'municipality').find(({ properties }) => properties['number'] === number) ?? {
        geometry: null,
      },
    );
    const survey = (year: string) =>
      featuresOf(county(), 'land-cover', year)
        .map((feature): Surveyed => ({
          class: String(feature.properties['class']),
          shape: { type: 'Feature', properties: {}, geometry: areaOf(feature) },
          box: bbox(areaOf(feature)),
        }))
        .filter(({ shape }) => covers(outline, corner(shape)));
    const [opening, closing] = [survey('2018'), survey('2024')];
    /** Edges of the example county are about as long: 100 m are enough. */
    const measured = ({ geometry }: Surveyed['shape']) => outsideArea(geometry, 100);
    const account = extentOf(number);
    expect(account.area_m2 / outsideArea(outline)).to.be.closeTo(1, 1e-6);
    for (const row of account.classes) {
      const of = (all: typeof opening) =>
        all.reduce((sum, own) => sum + (own.class === row.class ? measured(own.shape) : 0), 0);
      expect(row.opening_m2 / of(opening), row.class).to.be.closeTo(1, 1e-6);
      expect(row.mapped_closing_m2 / of(closing), row.class).to.be.closeTo(1, 1e-6);
    }
    const same = new Set(closing.map(({ shape }) => JSON.stringify(shape.geometry)));
    const moved = opening.filter(({ shape }) => !same.has(JSON.stringify(shape.geometry)));
    let changed = 0;
    for (const before of moved)
      for (const after of closing) {
        const [a, b] = [before.box, after.box];
        if (before.class === after.class || a[0] > b[2] || b[0] > a[2] || a[1] > b[3] || b[1] > a[3]) continue;
        const shared = intersect(featureCollection([before.shape, after.shape]));
        if (shared) changed += measured(shared);
      }
    for (const before of opening)
      for (const after of closing)
        if (before.class !== after.class && before.box.join() === after.box.join() && !moved.includes(before))
          changed += measured(before.shape);
    expect(account.gross_change_m2 / changed).to.be.closeTo(1, 1e-6);
  }).timeout(60_000);

  it('have their changed land on the map, as much of it as the account says, noise apart', async () => {
    const map = await publishChanges(given.database(), given.catalogue(), AccountInput.parse({}));
    expect(map?.on_map).to.equal('current');
    const rows = await given.database().rows<{ kind: string; area: number; drawn: number }>(
      parseStatement(
        'changes on the map',
        `select l.kind, sum(l.area_m2) as area, sum(grunnriss.area(l.geom)) as drawn
         from grunnriss.layer_land_cover_change l
         join grunnriss.current_dataset d on d.id = l.dataset_id group by l.kind`,
      ),
    );
    const whole = answer.county?.extent[0];
    const real = (whole?.gross_change_m2 ?? 0) - (whole?.noise_m2 ?? 0);
    const found = new Map(rows.map(({ kind, area, drawn }) => [kind, { area, drawn }]));
    for (const [kind, area] of [
      ['change', real],
      ['noise', whole?.noise_m2 ?? 0],
    ] as const) {
      expect((found.get(kind)?.area ?? 0) / area, kind).to.be.closeTo(1, 1e-6);
      expect((found.get(kind)?.drawn ?? 0) / area, kind).to.be.closeTo(1, 1e-6);
    }
  }).timeout(60_000);

  it('are kept: a second time nothing is worked out again, and the answer is the same', async () => {
    const runs = parseStatement('runs', `select count(*) as count from grunnriss.run`);
    const before = await given.database().row<{ count: number }>(runs);
    const again = await makeAccounts(given.database(), given.catalogue(), AccountInput.parse({}));
    expect(await given.database().row<{ count: number }>(runs)).to.deep.equal(before);
    expect(again).to.deep.equal(answer);
  });

  it('are given over HTTP as JSON, CSV and XLSX, in the form of the architecture', async () => {
    const [first] = answer.accounts;
    const address = `/municipalities/${first?.municipality}/accounts`;
    const body = (await get(address)).json<Record<string, unknown>>();
    expect(body).to.deep.equal(JSON.parse(JSON.stringify(first)));
    expect(body).to.include.keys('municipality', 'area_m2', 'extent', 'plans', 'nature', 'indicators', 'datasets');
    const csv = await get(`${address}?f=csv&lang=en`);
    for (const name of ['Extents', 'Transitions', 'Proof', 'Plans', 'Nature', 'Sources'])
      expect(csv.text).to.include(name);
    const sheet = await get(`${address}?f=xlsx`);
    expect(sheet.header('content-disposition')).to.include('accounts-');
    expect((await get('/municipalities/0000/accounts')).status).to.equal(404);
    const gone = await get(`${address}?from=1900&lang=en`);
    expect(gone.status).to.equal(404);
    expect(gone.json<{ detail: string }>().detail).to.include('2018').and.to.include('2024');
  });

  /** A hand's breadth inside an area, beside the first edge of its outline. */
  function corner({ geometry }: Feature<Polygon | MultiPolygon>): [number, number] {
    const [[x = 0, y = 0] = [], [nextX = 0, nextY = 0] = []] =
      (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates[0])?.[0] ?? [];
    const length = Math.hypot(nextX - x, nextY - y);
    return [(x + nextX) / 2 - (0.05 * (nextY - y)) / length, (y + nextY) / 2 + (0.05 * (nextX - x)) / length];
  }
});
