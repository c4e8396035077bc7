import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { readBarometer } from '../../services/accounts/barometer/read-barometer.ts';
import { standardBuffer } from '../../services/accounts/plans/land-state.ts';
import { importFile } from '../../services/imports/import-file.ts';
import { eachDatabase } from '../setup/databases.ts';
import { withRealData } from '../setup/real-data.ts';
import { ask } from '../imports/rows.ts';

/** Files of the county, the layer they go to, how they are read, and how many features they have. */
const files: [file: string, layer: string | undefined, count: number, options?: object][] = [
  ['admin-kommuner.geojson', 'municipality', 18],
  ['admin-nabokommuner.geojson', 'municipality', 39],
  ['n1000_forest.geojson', 'land-cover', 100],
  ['n1000_open_area.geojson', 'land-cover', 346],
  ['n1000_bog.geojson', 'land-cover', 182],
  ['n1000_snow_glacier.geojson', 'land-cover', 5],
  ['n1000_lakes.geojson', 'land-cover', 403],
  ['n1000_river_areas.geojson', 'land-cover', 2],
  ['n1000_sea.geojson', 'land-cover', 2],
  ['n1000_builtup.geojson', 'land-cover', 32],
  ['n1000_builtup.geojson', 'urban-area', 32],
  ['n1000_roads.geojson', 'road-link', 2929],
  ['n1000_rail.geojson', 'rail-line', 121],
  ['n1000_rail_stations.geojson', 'transit-hub', 51],
  ['n1000_protected.geojson', 'protected-area', 2],
  ['n1000_elevation_bands.geojson', 'elevation', 390],
  ['cabins_n50_hardangervidda.geojson', 'holiday-home', 13_811],
  [
    'stats-befolkning-rutenett-250m.csv',
    'population',
    13_313,
    { crs: 25833, cell: { size: 250, at: 'lower-left' }, map: { residents: 'pop_2019' } },
  ],
  ['stats-fritidsbygg.csv', 'municipal-figure', 18, { map: { value: 'holiday_homes' }, set: { year: 2022 } }],
  ['svv_traffic_links_2024_buskerud.csv', 'traffic', 1783],
  ['svv_traffic_links_2024_neighbours.csv', 'traffic', 8358],
];

/** Figures of SOURCES-admin.md: population 2019 in 250 m cells. */
const residents2019 = 257_239;
/** Coast is clipped in the polygons, not in the listed areas. */
const coastal = new Set(['3301', '3312']);

withRealData('imports of the county', (folder) => {
  eachDatabase('real files', ({ database, catalogue }) => {
    for (const [file, layer, count, options] of files)
      it(`${file} → ${layer}`, async function () {
        this.timeout(600_000);
        const { outcome, reports } = await importFile(database(), catalogue(), {
          path: path.join(folder, file),
          layer,
          ...options,
        });
        const [report] = reports;
        expect(report?.read).to.equal((report?.loaded ?? 0) + (report?.rejected ?? 0));
        expect(report?.read).to.equal(count);
        expect(report?.rejected).to.equal(0);
        expect(outcome).to.equal('published');
      });

    it('the 18 municipalities have their listed areas: within 0.2 %, inland within 0.05 %', async () => {
      const listed = parse<{ kommunenummer: string; areal_km2: string }>(
        readFileSync(path.join(folder, 'admin-kommunefakta.csv')),
        { columns: true },
      );
      const rows = await ask<{ number: string; km2: number }>(
        database(),
        `select m.number, grunnriss.area(m.geom) / 1e6 as km2
         from grunnriss.layer_municipality m join grunnriss.current_dataset d on d.id = m.dataset_id`,
      );
      const found = new Map(rows.map(({ number, km2 }) => [number, km2]));
      expect(listed).to.have.length(18);
      for (const { kommunenummer, areal_km2 } of listed) {
        const misfit = Math.abs((found.get(kommunenummer) ?? 0) / Number(areal_km2) - 1);
        expect(misfit, kommunenummer).to.be.lessThan(coastal.has(kommunenummer) ? 0.002 : 0.0005);
      }
    });

    it('the N1000 classes cover the county: sum, union and overlap, each for itself', async function () {
      this.timeout(600_000);
      const [proof] = await ask<{ county: number; sum: number; covered: number; overlap: number }>(
        database(),
        `with county as (
           select grunnriss.united(array_agg(m.geom)) as geom from grunnriss.layer_municipality m
           join grunnriss.current_dataset d on d.id = m.dataset_id and d.part = 'admin-kommuner'
         ), cover as materialized (
           select l.fid, grunnriss.intersection(l.geom, county.geom) as geom
           from grunnriss.layer_land_cover l join grunnriss.current_dataset d on d.id = l.dataset_id, county
           where st_intersects(l.geom, county.geom)
         )
         select grunnriss.area(county.geom) as county,
           (select sum(grunnriss.area(geom)) from cover) as sum,
           (select grunnriss.area(grunnriss.united(array_agg(geom))) from cover) as covered,
           (select coalesce(sum(grunnriss.area(grunnriss.intersection(a.geom, b.geom))), 0)
            from cover a join cover b on a.fid < b.fid and st_intersects(a.geom, b.geom)) as overlap
         from county`,
      );
      const { county = NaN, sum = NaN, covered = NaN, overlap = NaN } = proof ?? {};
      // Coordinates have five decimals, about a metre: edges of neighbours differ by that, and no more.
      expect(sum / county).to.be.closeTo(1, 1e-4);
      expect(covered / county).to.be.closeTo(1, 1e-4);
      expect(overlap / county).to.be.lessThan(1e-4);
      // The three agree: what is claimed twice is what the sum has over the union.
      expect((sum - covered) / county).to.be.closeTo(overlap / county, 1e-6);
    });

    it('population 2019 sums to the figure of the source', async () => {
      const [sum] = await ask<{ residents: number; years: number[]; area: number }>(
        database(),
        `select sum(residents)::integer as residents, array_agg(distinct year)::integer[] as years, avg(grunnriss.area(geom)) as area
         from grunnriss.layer_population l join grunnriss.current_dataset d on d.id = l.dataset_id`,
      );
      expect(sum)
        .to.include({ residents: residents2019 })
        .and.deep.include({ years: [2019] });
      expect(sum?.area).to.be.closeTo(62_500, 300);
    });

    it('holiday homes of the municipalities are a figure of the barometer, with year and source', async () => {
      const listed = parse<{ kommunenummer: string; holiday_homes: string }>(
        readFileSync(path.join(folder, 'stats-fritidsbygg.csv')),
        { columns: true },
      );
      const numbers = listed.map(({ kommunenummer }) => kommunenummer);
      const { figures } = await readBarometer(database(), numbers, standardBuffer);
      expect(
        figures.map(({ municipality, indicator, year, value, source }) => [
          municipality,
          indicator,
          year,
          value,
          source,
        ]),
      ).to.deep.equal(
        listed.map((row) => [row.kommunenummer, 'holiday-homes', 2022, Number(row.holiday_homes), 'stats-fritidsbygg']),
      );
    });

    it('traffic keeps what is unknown unknown', async () => {
      const [links] = await ask<object>(
        database(),
        `select count(*) as links, count(aadt) as with_aadt, count(long_share) as with_share, max(aadt)::integer as most,
           count(*) filter (where aadt_direction = 'per-direction') as per_direction
         from grunnriss.layer_traffic l join grunnriss.current_dataset d on d.id = l.dataset_id
         where d.part = 'svv_traffic_links_2024_buskerud'`,
      );
      expect(links).to.include({ links: 1783, with_aadt: 574, with_share: 270, most: 31_671, per_direction: 574 });
    });

    it('the real plan: purposes, consideration zones, place on earth', async () => {
      const file = path.join(folder, 'formats/plan_reguleringsplan_4204_1536_25832.geojson');
      const { outcome, reports, leftOut } = await importFile(database(), catalogue(), { path: file });
      expect(outcome).to.equal('published');
      expect(
        reports.map(({ layer, loaded, rejected, repaired }) => ({ layer, loaded, rejected, repaired })),
      ).to.deep.equal([
        { layer: 'plan', loaded: 1, rejected: 0, repaired: 0 },
        { layer: 'zoning', loaded: 10, rejected: 0, repaired: 0 },
        { layer: 'zoning-consideration', loaded: 9, rejected: 0, repaired: 0 },
      ]);
      expect(leftOut.reduce((sum, { count }) => sum + count, 0)).to.equal(99 - 20);
      const [zones] = await ask<object>(
        database(),
        `select array_agg(distinct purpose order by purpose)::integer[] as purposes, array_agg(distinct plan_id) as plans
         from grunnriss.layer_zoning l join grunnriss.current_dataset d on d.id = l.dataset_id`,
      );
      expect(zones).to.deep.equal({ purposes: [1470, 2010, 5100, 5130, 6001], plans: ['4204_1536'] });
      const considerations = await ask<object>(
        database(),
        `select type, code::integer, count(*)::integer from grunnriss.layer_zoning_consideration l
         join grunnriss.current_dataset d on d.id = l.dataset_id group by 1, 2 order by 2`,
      );
      expect(considerations).to.deep.equal([
        { type: 'fare', code: 360, count: 3 },
        { type: 'angitt hensyn', code: 560, count: 6 },
      ]);
      // Kristiansand: the place on earth, and zones that fill the outline.
      const [place] = await ask<{ lon: number; lat: number; share: number }>(
        database(),
        `select st_x(p) as lon, st_y(p) as lat, (
           select st_area(st_union(z.geom)) from grunnriss.layer_zoning z join grunnriss.current_dataset d on d.id = z.dataset_id
         ) / st_area(l.geom) as share
         from grunnriss.layer_plan l join grunnriss.current_dataset d on d.id = l.dataset_id,
           st_transform(st_centroid(l.geom), 4326) p`,
      );
      expect(place?.lon).to.be.closeTo(7.85, 0.05);
      expect(place?.lat).to.be.closeTo(58.18, 0.05);
      expect(place?.share).to.be.closeTo(1, 0.001);
    });
  });
});
