import { expect } from 'chai';
import { readFile } from '../../services/imports/read-file.ts';
import type { ReadOptions } from '../../services/imports/readers/reader.ts';
import { UnreadableFile } from '../../services/imports/readers/unreadable.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import type { Loadable } from '../../services/imports/wkb.ts';
import { temporaryFiles } from './files.ts';
import { geoPackage } from './geopackage-file.ts';
import { square } from './shapes.ts';

async function all(path: string, options: ReadOptions = {}) {
  const source = await readFile(path, options);
  const features: SourceFeature[] = [];
  for await (const feature of source.features) features.push(feature);
  return { ...source, features };
}

const area = square(0, 0, 10) as Loadable;
const table = { name: 'områder', epsg: 25832, envelope: 1 as const, rows: [{ geometry: area, name: 'Ål' }] };

describe('imports: GeoPackage', () => {
  const { write } = temporaryFiles();

  it('reads geometry with and without envelope, nulls and broken blobs', async () => {
    const rows = [
      ...table.rows,
      { geometry: null, name: 'null' },
      { geometry: Buffer.from('GP'), name: 'cut' },
      { geometry: Buffer.from('x'), name: 'x' },
    ];
    for (const envelope of [0, 1] as const) {
      const path = write(`a${envelope}.gpkg`, await geoPackage([{ ...table, envelope, rows }]));
      const { crs, count, collection, features } = await all(path);
      expect({ crs, count, collection }).to.deep.equal({ crs: 25832, count: 4, collection: 'områder' });
      expect(features[0]).to.deep.equal({
        index: 0,
        objectType: 'områder',
        properties: { fid: 1, name: 'Ål' },
        geometry: area,
      });
      expect(
        features.map(({ geometry, unreadable }) => geometry?.type ?? unreadable?.split(':')[0] ?? null),
      ).to.deep.equal(['Polygon', null, 'wkb', 'wkb']);
    }
  });

  it('reads several tables, or the one that is named', async () => {
    const path = write('b.gpkg', await geoPackage([table, { ...table, name: 'flere"; drop table x' }]));
    expect((await all(path)).features.map(({ objectType }) => objectType)).to.deep.equal([
      'flere"; drop table x',
      'områder',
    ]);
    expect((await all(path, { sourceLayer: 'områder' })).features).to.have.length(1);
  });

  it('refuses what cannot be known: other tables, differing or missing systems, no features', async () => {
    const attempts: [string, Uint8Array, ReadOptions, string][] = [
      ['c.gpkg', await geoPackage([table]), { sourceLayer: 'nei' }, 'no-such-layer'],
      ['d.gpkg', await geoPackage([table, { ...table, name: 'b', epsg: 25833 }]), {}, 'crs-differs'],
      ['e.gpkg', await geoPackage([{ ...table, epsg: -1 }]), {}, 'crs-missing'],
      ['f.gpkg', await geoPackage([]), {}, 'no-features'],
    ];
    for (const [name, content, options, fault] of attempts) {
      const error = await all(write(name, content), options).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error, fault).to.be.instanceOf(UnreadableFile).and.have.property('fault', fault);
    }
    expect((await all(write('g.gpkg', await geoPackage([{ ...table, epsg: -1 }])), { crs: 25833 })).crs).to.equal(
      25833,
    );
  });

  it('reads tables only: views and triggers do nothing', async () => {
    const more = `create view v as select * from "områder";
      insert into gpkg_contents values ('v', 'features', 25832);
      insert into gpkg_geometry_columns values ('v', 'geom', 'GEOMETRY', 25832);
      create trigger t after insert on "områder" begin delete from "områder"; end;`;
    const { features } = await all(write('h.gpkg', await geoPackage([table], more)));
    expect(features.map(({ objectType }) => objectType)).to.deep.equal(['områder']);
  });
});
