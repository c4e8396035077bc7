import { expect } from 'chai';
import type { Geometry } from 'geojson';
import { importFile } from '../../services/imports/import-file.ts';
import { UnreadableFile } from '../../services/imports/readers/unreadable.ts';
import type { Loadable } from '../../services/imports/wkb.ts';
import { eachDatabase } from '../setup/databases.ts';
import { collection, temporaryFiles } from './files.ts';
import { geoPackage, type GeoPackageTable } from './geopackage-file.ts';
import { ask } from './rows.ts';

const [x, y] = [500_000, 6_700_000];
const area: Loadable = {
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 100, y],
      [x + 100, y + 100],
      [x, y + 100],
      [x, y],
    ],
  ],
};
const line: Loadable = {
  type: 'LineString',
  coordinates: [
    [x, y],
    [x + 500, y],
  ],
};
const point: Loadable = { type: 'Point', coordinates: [x, y] };
const table = (name: string, ...geometries: Loadable[]): GeoPackageTable => ({
  name,
  epsg: 25832,
  envelope: 0,
  rows: geometries.map((geometry) => ({ geometry, name: '' })),
});
const typed = (objtype: string | null, geometry: Geometry | null) => ({ geometry, properties: { objtype } });

eachDatabase('imports: several layers in a file', ({ database, catalogue }) => {
  const { write } = temporaryFiles();
  const run = (path: string, options: object = {}) => importFile(database(), catalogue(), { path, ...options });
  const summary = async (path: string, options: object = {}) => {
    const { outcome, reports, leftOut } = await run(path, options);
    return {
      outcome,
      layers: reports.map(({ layer, loaded, rejected }) => [layer, loaded, rejected]),
      leftOut: leftOut.map(({ objectType, count }) => [objectType, count]),
    };
  };
  const refused = (path: string) =>
    run(path).then(
      () => expect.fail('it should have been refused'),
      (error: unknown) => error as UnreadableFile,
    );

  it('tables named for their object types or for product and shape each go to their layer', async () => {
    const path = write(
      'n50.gpkg',
      await geoPackage([
        table('Veglenke', line),
        table('n50_skog_omrade', area, area),
        table('fkb_ar5_omrade', area),
        table('N50_BygningerOgAnlegg_senterlinje', line),
        table('fkb_ar5_grense', line),
      ]),
    );
    expect(await summary(path)).to.deep.equal({
      outcome: 'published',
      layers: [
        ['land-cover', 3, 0],
        ['road-link', 1, 0],
      ],
      leftOut: [
        ['N50_BygningerOgAnlegg_senterlinje', 1],
        ['fkb_ar5_grense', 1],
      ],
    });
    const classes = await ask<object>(
      database(),
      `select class, count(*)::integer from grunnriss.layer_land_cover l
       join grunnriss.current_dataset d on d.id = l.dataset_id and d.part = 'n50' group by 1 order by 1`,
    );
    expect(classes).to.deep.equal([
      { class: '30', count: 2 },
      { class: null, count: 1 },
    ]);
  });

  it('a type whose features have another shape than its layer is left out; where some have it, the others are rejected', async () => {
    const path = write(
      'n1000.geojson',
      collection([
        typed('Skog', area),
        typed('Skog', line),
        typed('Lufthavn', point),
        typed('Lufthavn', point),
        typed('Veglenke', line),
      ]),
    );
    expect(await summary(path)).to.deep.equal({
      outcome: 'published',
      layers: [
        ['land-cover', 1, 1],
        ['road-link', 1, 0],
      ],
      leftOut: [['Lufthavn', 2]],
    });
  });

  it('for a named layer takes its types and what says nothing, and lists the rest', async () => {
    const path = write(
      'vann.geojson',
      collection([
        typed('Innsjø', area),
        typed('Havflate', area),
        typed(null, area),
        typed('Myr', area),
        typed('Veglenke', line),
      ]),
    );
    expect(await summary(path, { layer: 'water' })).to.deep.equal({
      outcome: 'published',
      layers: [['water', 3, 0]],
      leftOut: [
        ['Myr', 1],
        ['Veglenke', 1],
      ],
    });
  });

  it('finds the types of a named layer behind more than it holds on to', async () => {
    const ring = Array.from({ length: 3000 }, (_, at) => [Math.cos(at / 500) * (1 + at / 1e5), Math.sin(at / 500)]);
    const large = { type: 'LineString' as const, coordinates: ring.map(([x, y]) => [9 + x / 100, 60 + y / 100]) };
    const many = Array.from({ length: 80 }, () => typed('Veglenke', large));
    const path = write('langt-bak.geojson', collection([...many, typed('Innsjø', area), typed(null, area)]));
    expect(await summary(path, { layer: 'water' })).to.deep.equal({
      outcome: 'published',
      layers: [['water', 2, 0]],
      leftOut: [['Veglenke', 80]],
    });
  });

  it('takes all of a file for a layer of which it has no type: the user knows what it is', async () => {
    const path = write('min-egen.geojson', collection([typed('Myr', area), typed('Skog', area)]));
    expect(await summary(path, { layer: 'nature-type' })).to.deep.equal({
      outcome: 'published',
      layers: [['nature-type', 2, 0]],
      leftOut: [],
    });
  });

  it('asks which layer where a type belongs to two, naming both', async () => {
    const path = write('tett.geojson', collection([typed('Tettbebyggelse', area)]));
    const error = await refused(path);
    expect(error).to.be.instanceOf(UnreadableFile);
    expect(error.fault).to.equal('layer-unclear');
    expect(error.message).to.match(/Tettbebyggelse.*land-cover, urban-area.*--layer/);
    expect((await summary(path, { layer: 'urban-area' })).layers).to.deep.equal([['urban-area', 1, 0]]);
  });

  it('says the types of a file of which no layer takes any', async () => {
    const path = write('stedsnavn.geojson', collection([typed('StedsnavnTekst', line)]));
    const error = await refused(path);
    expect(error.fault).to.equal('layer-unknown');
    expect(error.message).to.include('StedsnavnTekst');
  });
});
