import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { checkPlan } from '../../services/conflicts/check.ts';
import { importFile } from '../../services/imports/import-file.ts';
import { readPlan } from '../../services/imports/plans/plan-file.ts';
import { deriveTreelineProcess } from '../../services/treeline/process.ts';
import { onServer } from '../setup/databases.ts';
import { withRealData } from '../setup/real-data.ts';
import { ask } from '../imports/rows.ts';
import { controlPoints } from './control-points.ts';
import { geiloSuite } from './geilo.ts';

const files: [file: string, layer: string][] = [
  ['n1000_municipalities.geojson', 'municipality'],
  ['n1000_forest.geojson', 'land-cover'],
  ['n1000_open_area.geojson', 'land-cover'],
  ['n1000_bog.geojson', 'land-cover'],
  ['n1000_snow_glacier.geojson', 'land-cover'],
  ['n1000_lakes.geojson', 'land-cover'],
  ['n1000_river_areas.geojson', 'land-cover'],
  ['n1000_sea.geojson', 'land-cover'],
  ['n1000_builtup.geojson', 'land-cover'],
  ['n1000_contours.geojson', 'elevation'],
  ['n1000_spot_heights.geojson', 'elevation'],
];

withRealData('a derived treeline', (folder) => {
  onServer('on N1000', (given) => {
    const { database, catalogue } = given;
    let line: Awaited<ReturnType<typeof deriveTreelineProcess.execute>>;
    before(async function () {
      this.timeout(300_000);
      for (const [file, layer] of files)
        await importFile(database(), catalogue(), { path: path.join(folder, file), layer });
      line = await deriveTreelineProcess.execute(
        { grid_m: 500, window_m: 10_000 },
        { database: database(), catalogue: catalogue(), language: 'nb' },
      );
    });

    it('has the named places on their side', async () => {
      const found = await ask<{ name: string; above: boolean }>(
        database(),
        `select p.name, exists (
           select from grunnriss.layer_treeline t where t.dataset_id = :dataset
             and st_intersects(t.geom, st_transform(st_setsrid(st_makepoint(p.lon, p.lat), 4326), grunnriss.analysis_srid()))
         ) as above
         from unnest(:names::text[], :lons::float8[], :lats::float8[]) as p(name, lon, lat)`,
        {
          dataset: line.dataset,
          names: controlPoints.map(({ name }) => name),
          lons: controlPoints.map(({ at: [lon] }) => lon),
          lats: controlPoints.map(({ at: [, lat] }) => lat),
        },
      );
      const wrong = controlPoints.filter(
        ({ name, above }) => found.find((each) => each.name === name)?.above !== above,
      );
      expect(wrong.map(({ name }) => name)).to.deep.equal([]);
    });

    it('runs at these heights, and leaves what is surely below it below', async () => {
      const heights = new Map(line.municipalities.map(({ number, name, height_m }) => [number, { name, height_m }]));
      for (const [number, { name, height_m }] of heights)
        if (height_m !== null) console.log(`      ${number} ${name}: ${Math.round(height_m)} m`);
      console.log(`      ± ${line.uncertainty_m} m`);
      for (const number of ['3326', '3328', '3330', '3338'])
        expect(heights.get(number)?.height_m).to.be.within(900, 1200);
      for (const number of ['3301', '3310', '3312', '3314']) expect(heights.get(number)?.height_m).to.equal(null);

      // Ground below 600 m by the map's own bands, which the line was not made of: towns, farmland, bogs and lakes of the valleys.
      const low = read('n1000_elevation_bands.geojson').filter(({ properties }) => properties?.['makshøyde'] === 600);
      // A lake says its own height. In the county itself: around it the map is cut, and the line of a municipality steep.
      const lakes = read('n1000_lakes.geojson').filter(({ properties }) => Number(properties?.['høyde']) > 0);
      const overlap = `
        select g.number, m.number as municipality, coalesce((
            select sum(st_area(st_intersection(t.geom, g.geom))) / st_area(g.geom)
            from grunnriss.layer_treeline t where t.dataset_id = :dataset and st_intersects(t.geom, g.geom)), 0) as share
        from (select n as number, st_makevalid(st_transform(st_setsrid(st_geomfromgeojson(f), 4326), grunnriss.analysis_srid())) as geom
              from unnest(:numbers::integer[], :geometries::text[]) as f(n, f)) g
        left join lateral (select k.number from grunnriss.layer_municipality k
          where st_intersects(k.geom, st_pointonsurface(g.geom)) limit 1) m on true`;
      const shares = (features: Feature[]) =>
        ask<{ number: number; municipality: string | null; share: number }>(database(), overlap, {
          dataset: line.dataset,
          numbers: features.map((_, at) => at),
          geometries: features.map(({ geometry }) => JSON.stringify(geometry)),
        });
      expect(Math.max(...(await shares(low)).map(({ share }) => share))).to.be.below(0.001);
      const above = (await shares(lakes)).filter(({ number, municipality, share }) => {
        const height = municipality?.startsWith('33') ? (heights.get(municipality)?.height_m ?? null) : null;
        return (
          height !== null && Number(lakes[number]?.properties?.['høyde']) < height - line.uncertainty_m && share > 0.5
        );
      });
      expect(above.map(({ number }) => lakes[number]?.properties)).to.deep.equal([]);
    });

    it('is called derived, and never gives more than review', async () => {
      const { zoning, ...plan } = await cabinsAt([7.77, 60.62]);
      const { findings } = await checkPlan(database(), { plan: { ...plan, zoning }, rules: ['treeline'] });
      const [finding] = findings.features.map(({ properties }) => properties);
      expect(finding?.verdict).to.equal('review');
      expect(finding?.steps.join(' ')).to.match(/avledet skoggrense/);
      expect(finding?.dataset).to.match(/Avledet skoggrense/);
    });

    geiloSuite(given, folder);

    const cabinsAt = ([lon, lat]: [number, number]) => {
      const geometry: Polygon = {
        type: 'Polygon',
        coordinates: [
          [
            [lon, lat],
            [lon + 0.01, lat],
            [lon + 0.01, lat + 0.005],
            [lon, lat + 0.005],
            [lon, lat],
          ],
        ],
      };
      const properties = { objekttype: 'KpArealformålOmråde', arealformål: 1120, arealbruksstatus: 2 };
      const zone: Feature = { type: 'Feature', id: 'H1', properties, geometry };
      return readPlan({ type: 'FeatureCollection', features: [zone] }, { catalogue: catalogue() });
    };
    const read = (file: string) =>
      (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as FeatureCollection).features;
  });
});
