import { expect } from 'chai';
import { bands, bandsOf } from '../../services/imports/bands.ts';
import { generalise } from '../../services/imports/generalise.ts';
import { builder } from '../../services/database/connections.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { eachDatabase } from '../setup/databases.ts';
import { addDataset } from './dataset.ts';
import { polygonText, rectangle, star } from './star.ts';

interface Drawn {
  fid: number;
  band: number;
  size: number;
  valid: boolean;
  vertices: number;
  parts: number;
  /** Metres of EPSG:3857 between the drawn geometry and the feature's own. */
  aside: number;
}

describe('bands', () => {
  it('cover every zoom once, coarse to fine', () => {
    expect(bands[0]?.zooms[0]).to.equal(0);
    for (const [index, band] of bands.entries()) {
      const next = bands[index + 1];
      if (next) expect(next.zooms[0]).to.equal(band.zooms[1] + 1);
      if (next) expect(next.tolerance_m).to.be.below(band.tolerance_m);
    }
    expect(bands.at(-1)?.tolerance_m).to.equal(0);
  });

  it('move nothing by more than half a pixel where they are drawn', () => {
    for (const { zooms, tolerance_m } of bands) {
      const pixel = 40_075_016.685578488 / 2 ** zooms[1] / 512;
      expect(tolerance_m).to.be.at.most(pixel / 2);
    }
  });
});

eachDatabase('generalised geometry', ({ database, catalogue }) => {
  const drawnOf = parseStatement(
    'drawn',
    `select d.fid, band, d.size, ST_IsValid(d.geom) as valid, ST_NPoints(d.geom) as vertices,
       ST_NumGeometries(d.geom) as parts,
       ST_HausdorffDistance(d.geom, ST_Transform(ST_Segmentize(l.geom, 500), 3857)) as aside
     from grunnriss.generalised d
     join unnest(array[7, 9, 11, 13, 14]) as band on band between first_band and last_band
     join grunnriss.layer_nature_type l using (dataset_id, fid)
     where d.dataset_id = :dataset order by d.fid, band`,
  );
  const drawnLines = parseStatement(
    'drawn-lines',
    `select fid, band, size, true as valid, ST_NPoints(geom) as vertices, 1 as parts, 0 as aside
     from grunnriss.generalised
     join unnest(array[7, 9, 11, 13, 14]) as band on band between first_band and last_band
     where dataset_id = :dataset order by fid, band`,
  );
  const nature = () => catalogue().get('nature-type');
  const draw = async (geometries: string[], layer = nature(), statement = drawnOf) => {
    const datasetId = await addDataset(database(), layer, geometries);
    await generalise(database(), { layer, datasetId });
    return database().rows<Drawn>(statement, { dataset: datasetId });
  };
  const wavy = Array.from({ length: 2000 }, (_, index) => 3000 + 20 * Math.sin(index * 1.7));

  it('is in every band of the layer, simpler the farther away, and valid', async () => {
    const drawn = await draw([polygonText(star([540_000, 6_700_000], wavy))]);
    expect(drawn.map(({ band }) => band)).to.deep.equal(bandsOf(nature()).map(({ band }) => band));
    for (const [index, { vertices, valid, size }] of drawn.entries()) {
      expect(valid).to.equal(true);
      expect(size).to.be.closeTo(Math.PI * 9e6, 1e5);
      if (index > 0) expect(vertices).to.be.above(drawn[index - 1]?.vertices ?? 0);
    }
    expect(drawn.at(-1)?.vertices).to.equal(2001);
  });

  it('stays where the feature is', async () => {
    for (const { band, aside } of await draw([polygonText(star([540_000, 6_700_000], wavy))])) {
      const pixel = 40_075_016.685578488 / 2 ** band / 512;
      expect(aside, `band ${band}`).to.be.below(Math.max(pixel, 0.3));
    }
  });

  it('leaves tiny polygons out far away, and has every feature at the last band', async () => {
    const house = polygonText(rectangle(540_000, 6_700_000, 8, 8));
    const forest = polygonText(rectangle(541_000, 6_700_000, 4000, 4000));
    const both = await draw([house, forest]);
    const bandsFor = (fid: number) => both.filter((row) => row.fid === fid).map(({ band }) => band);
    expect(bandsFor(2)).to.deep.equal(bandsOf(nature()).map(({ band }) => band));
    expect(bandsFor(1)).to.deep.equal([13, 14]);
  });

  it('drops the tiny parts of a large feature only far away', async () => {
    const parts = [rectangle(541_000, 6_700_000, 4000, 4000), rectangle(540_000, 6_700_000, 8, 8)];
    const drawn = await draw([`MULTIPOLYGON(${parts.map((ring) => polygonText(ring).slice(7)).join(',')})`]);
    for (const { band, parts } of drawn) expect(parts, `band ${band}`).to.equal(band < 13 ? 1 : 2);
  });

  it('mends what simplifying broke', async () => {
    // A ring road: its two sides wave 3 m apart, and are simplified each for itself.
    const side = (radius: number, corners: number, wave: number) =>
      star(
        [540_000, 6_700_000],
        Array.from({ length: corners }, (_, index) => radius + Math.sin(index * wave)),
      );
    const ring = polygonText(side(3000, 2000, 1.7), side(2997, 1999, 2.3).toReversed());
    const plainly = parseStatement(
      'plainly',
      `select ST_IsValid(ST_SimplifyVW(ST_Transform(ST_GeomFromText(:wkt, 25832), 3857), :tolerance::float8 ^ 2)) as valid`,
    );
    const tolerance = bands.find(({ band }) => band === 9)?.tolerance_m;
    expect(await database().row(plainly, { wkt: ring, tolerance })).to.deep.equal({ valid: false });
    for (const { valid, band } of await draw([ring])) expect(valid, `band ${band}`).to.equal(true);
  });

  it('keeps every line and point, however short', async () => {
    const elevation = catalogue().get('elevation');
    const drawn = await draw(
      ['LINESTRING(540000 6700000,540020 6700000,540040 6700001)', 'POINT(540000 6700000)'],
      elevation,
      drawnLines,
    );
    const all = bandsOf(elevation).map(({ band }) => band);
    expect(drawn.filter(({ fid }) => fid === 1).map(({ band }) => band)).to.deep.equal(all);
    expect(drawn.filter(({ fid }) => fid === 2).map(({ band }) => band)).to.deep.equal(all);
    expect(drawn.find(({ fid }) => fid === 1)?.size).to.be.closeTo(40.02, 0.1);
  });

  it('has one row for all bands in which it looks the same', async () => {
    const elevation = catalogue().get('elevation');
    const wave = Array.from({ length: 200 }, (_, index) => `${540_000 + 30 * index} ${6_700_000 + 5 * (index % 2)}`);
    const datasetId = await addDataset(database(), elevation, [
      'POINT(540000 6700000)',
      'LINESTRING(540000 6700000,560000 6710000)',
      `LINESTRING(${wave.join(',')})`,
    ]);
    await generalise(database(), { layer: elevation, datasetId });
    const ranges = parseStatement(
      'ranges',
      `select fid, first_band, last_band from grunnriss.generalised
       where dataset_id = :dataset order by fid, first_band`,
    );
    const rows = await database().rows<{ fid: number; first_band: number; last_band: number }>(ranges, {
      dataset: datasetId,
    });
    const first = bandsOf(elevation)[0]?.band;
    expect(rows.slice(0, 1)).to.deep.equal([{ fid: 1, first_band: first, last_band: 14 }]);
    // Its waves of 5 m are drawn where half a pixel is less: at no band but the last ones.
    const waves = rows.filter(({ fid }) => fid === 3);
    expect(waves.length).to.be.above(1);
    expect(waves[0]?.first_band).to.equal(first);
    expect(waves.at(-1)?.last_band).to.equal(14);
    for (const [index, { last_band }] of waves.entries())
      if (index + 1 < waves.length) expect(waves[index + 1]?.first_band).to.be.above(last_band);
  });

  it('is not written for a dataset that is gone, alone or in a coverage', async () => {
    const drawn = parseStatement('of-dataset', 'select fid from grunnriss.generalised where dataset_id = :dataset');
    for (const layer of [nature(), catalogue().get('land-cover')]) {
      const datasetId = await addDataset(database(), layer, [polygonText(rectangle(540_000, 6_700_000, 4000, 4000))]);
      await database().build(builder.withSchema('grunnriss').from('dataset').where({ id: datasetId }).delete());
      await generalise(database(), { layer, datasetId });
      expect(await database().rows(drawn, { dataset: datasetId }), layer.id).to.deep.equal([]);
    }
  });

  it('is made anew when asked again', async () => {
    const datasetId = await addDataset(database(), nature(), [polygonText(rectangle(540_000, 6_700_000, 4000, 4000))]);
    await generalise(database(), { layer: nature(), datasetId });
    await generalise(database(), { layer: nature(), datasetId });
    expect(await database().rows(drawnOf, { dataset: datasetId })).to.have.lengthOf(bandsOf(nature()).length);
  });
});
