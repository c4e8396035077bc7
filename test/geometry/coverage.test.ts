import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseStatement } from '../../services/database/statement.ts';
import { bandsOf } from '../../services/imports/bands.ts';
import type { Session } from '../../services/database/database.ts';
import { generaliseCoverage } from '../../services/imports/coverage.ts';
import { generalise } from '../../services/imports/generalise.ts';
import { eachDatabase } from '../setup/databases.ts';
import { realData } from '../setup/real-data.ts';
import { addDataset } from './dataset.ts';
import { polygonText, rectangle, star, type Position } from './star.ts';
import { bentCells } from './voronoi.ts';

interface Band {
  band: number;
  faces: number;
  vertices: number;
  invalid: number;
  sum: number;
  union: number;
}

const corner: Position = [540_000, 6_700_000];

eachDatabase('a generalised coverage', ({ database, catalogue }) => {
  const bandsDrawn = parseStatement(
    'bands-drawn',
    `select band, count(*) as faces, sum(ST_NPoints(geom)) as vertices,
       count(*) filter (where not ST_IsValid(geom)) as invalid, sum(ST_Area(geom)) as sum, ST_Area(ST_Union(geom)) as union
     from grunnriss.generalised
     join unnest(array[7, 9, 11, 13, 14]) as band on band between first_band and last_band
     where dataset_id = :dataset group by band order by band`,
  );
  const invalidOf = parseStatement(
    'invalid-of',
    'select count(*) as invalid from grunnriss.layer_land_cover where dataset_id = :dataset and not ST_IsValid(geom)',
  );
  const landCover = () => catalogue().get('land-cover');
  const draw = async (polygons: string[], layer = landCover()) => {
    const datasetId = await addDataset(database(), layer, polygons);
    expect(await database().row(invalidOf, { dataset: datasetId })).to.deep.equal({ invalid: 0 });
    const { ownOutline } = await generalise(database(), { layer, datasetId });
    const drawn = await database().rows<Band>(bandsDrawn, { dataset: datasetId });
    expect(drawn.map(({ band }) => band)).to.deep.equal(bandsOf(layer).map(({ band }) => band));
    return { ownOutline, drawn, datasetId };
  };
  /** No gap and no overlap: what the faces cover together is what they cover one by one, and the same in every band. */
  const expectToMeet = (drawn: readonly Band[], borderMoves = 1e-3) => {
    const whole = drawn.at(-1)?.sum ?? 0;
    for (const { band, sum, union, invalid } of drawn) {
      expect(Math.abs(union / sum - 1), `band ${band}: overlap`).to.be.below(1e-6);
      expect(Math.abs(sum / whole - 1), `band ${band}: land lost`).to.be.below(borderMoves);
      expect(invalid, `band ${band}: invalid`).to.equal(0);
    }
  };

  it('has every face, simpler the farther away, and neighbours still meet', async () => {
    const cells = bentCells({ count: 400, corner, side: 12_000 });
    const { drawn, ownOutline } = await draw(cells.map((ring) => polygonText(ring)));
    expectToMeet(drawn);
    expect(ownOutline).to.equal(0);
    expect(drawn.at(-1)?.faces).to.equal(400);
    expect(drawn.find(({ band }) => band === 11)?.faces).to.equal(400);
    for (const [index, { vertices }] of drawn.entries())
      if (index > 0) expect(vertices).to.be.above(drawn[index - 1]?.vertices ?? 0);
  });

  it('meets across the borders of blocks, too', async () => {
    const cells = bentCells({ count: 200, corner, side: 12_000, seed: 2 });
    const dataset = await addDataset(
      database(),
      landCover(),
      cells.map((ring) => polygonText(ring)),
    );
    const options = { layer: landCover(), dataset, bands: bandsOf(landCover()), mostVertices: 3000 };
    expect(await generaliseCoverage(database(), options)).to.equal(0);
    const drawn = await database().rows<Band>(bandsDrawn, { dataset });
    expectToMeet(drawn);
    for (const { faces } of drawn.slice(1)) expect(faces).to.equal(200);
    const [far, near] = [drawn[1].vertices, drawn[drawn.length - 1].vertices];
    expect(far).to.be.below(near / 2);
  });

  it('is worked on in blocks of a bounded size, wherever its polygons lie, each polygon once', async () => {
    const cells = bentCells({ count: 120, corner, side: 3000, seed: 3 }).map((ring) => polygonText(ring));
    const stray = polygonText(rectangle(200_000, 6_400_000, 500, 500));
    const dataset = await addDataset(database(), landCover(), [...cells, stray, stray]);
    const read: number[] = [];
    const watched: Session = {
      ...database(),
      rows: async (statement, parameters) => {
        const rows = await database().rows<never>(statement, parameters);
        if (statement.name.startsWith('generalise/polygons')) read.push(rows.length);
        return rows;
      },
    };
    const options = { layer: landCover(), dataset, bands: bandsOf(landCover()), mostVertices: 3000 };
    await generaliseCoverage(watched, options);
    expect(read.reduce((sum, rows) => sum + rows, 0)).to.equal(122);
    expect(Math.max(...read)).to.be.below(60);
    for (const { faces } of (await database().rows<Band>(bandsDrawn, { dataset })).slice(1))
      expect(faces).to.equal(122);
  });

  it('keeps islands, holes and faces in several parts', async () => {
    const land = rectangle(...corner, 9000, 9000);
    const lake = star(
      [543_000, 6_703_000],
      Array.from({ length: 300 }, (_, index) => 1500 + 9 * Math.sin(index * 1.3)),
    );
    const island = star([543_000, 6_703_000], [500, 450, 480, 390]);
    const [east, west] = [rectangle(547_000, 6_707_000, 800, 800), rectangle(541_000, 6_707_000, 800, 800)];
    const { drawn, ownOutline } = await draw([
      polygonText(land, lake.toReversed(), east, west),
      polygonText(lake, island),
      polygonText(island),
      `MULTIPOLYGON(${[east, west].map((ring) => polygonText(ring).slice(7)).join(',')})`,
    ]);
    expectToMeet(drawn);
    expect(ownOutline).to.equal(0);
    expect(drawn.map(({ faces }) => faces)).to.deep.equal([4, 4, 4, 4, 4]);
  });

  it('lets no line cross another where faces are narrower than a pixel', async () => {
    const { drawn, ownOutline } = await draw(roadsBetweenCells());
    expectToMeet(drawn);
    expect(ownOutline).to.equal(0);
  });

  it('lets a speck vanish far away without leaving a hole', async () => {
    const land = rectangle(...corner, 9000, 9000);
    const speck = rectangle(543_000, 6_703_000, 8, 8);
    const { drawn } = await draw([polygonText(land, speck), polygonText(speck)]);
    expectToMeet(drawn);
    expect(drawn[0]?.faces).to.equal(1);
    expect(drawn.at(-1)?.faces).to.equal(2);
  });

  it('has every face in the last band of a layer that ends before zoom 14', async () => {
    const layer = { ...landCover(), tiles: { ...landCover().tiles, zooms: [5, 9] as [number, number] } };
    const land = rectangle(...corner, 9000, 9000);
    const specks = [0, 1, 2].map((index) => rectangle(543_000 + 50 * index, 6_703_000, 8, 8));
    const { drawn } = await draw([polygonText(land, ...specks), ...specks.map((ring) => polygonText(ring))], layer);
    expect(drawn.at(-1)?.faces).to.equal(4);
    expectToMeet(drawn);
  });

  it('draws faces that do not fit their neighbours as they are, and counts them', async () => {
    const overlapping = [rectangle(...corner, 3000, 3000), rectangle(542_000, 6_700_000, 3000, 3000)];
    const twice = rectangle(550_000, 6_700_000, 3000, 3000);
    const { drawn, ownOutline } = await draw([...overlapping, twice, twice].map((ring) => polygonText(ring)));
    for (const { faces, invalid } of drawn) expect([faces, invalid]).to.deep.equal([4, 0]);
    expect(ownOutline).to.be.above(0);
  });

  it('shares a row between the bands in which a face looks the same', async () => {
    // Edges below 2 km: longer ones get vertices that simplifying takes out again.
    const [square, other] = [rectangle(...corner, 1900, 1900), rectangle(541_900, 6_700_000, 1900, 1900)];
    const { datasetId } = await draw([square, other].map((ring) => polygonText(ring)));
    const rows = parseStatement(
      'face-rows',
      'select fid, last_band from grunnriss.generalised where dataset_id = :dataset order by fid',
    );
    expect(await database().rows(rows, { dataset: datasetId })).to.deep.equal([
      { fid: 1, last_band: 14 },
      { fid: 2, last_band: 14 },
    ]);
  });

  it('takes an empty dataset', async () => {
    const empty = await addDataset(database(), landCover(), []);
    expect(await generalise(database(), { layer: landCover(), datasetId: empty })).to.deep.equal({ ownOutline: 0 });
  });

  it('meets on a real map: the areas of N1000', async function () {
    const folder = realData();
    if (!folder) this.skip();
    this.timeout(300_000);
    const transformed = parseStatement(
      'transformed',
      `select ST_AsText(ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(geometry), 4326), 25832)) as wkt
       from unnest(:geometries::text[]) with ordinality as given (geometry, place)
       where ST_IsValid(ST_GeomFromGeoJSON(geometry)) order by place`,
    );
    const rows = await database().rows<{ wkt: string }>(transformed, { geometries: realAreas(folder) });
    const { drawn, ownOutline } = await draw(rows.map(({ wkt }) => wkt));
    expect(drawn.at(-1)?.faces).to.equal(rows.length);
    expect(ownOutline).to.be.below(rows.length / 100);
    expectToMeet(drawn);
  });
});

/** Cells with a road of 8 m all round each: the road is one face with as many holes as there are cells. */
function roadsBetweenCells(): string[] {
  const shrunk = bentCells({ count: 60, corner, side: 6000, seed: 3 }).map((ring) => inwards(ring, 4));
  const land = rectangle(corner[0] - 10, corner[1] - 10, 6020, 6020);
  return [polygonText(land, ...shrunk), ...shrunk.map((ring) => polygonText(ring))];
}

/** A ring drawn towards its middle, by about `metres` where it lies far from it. */
function inwards(ring: readonly Position[], metres: number): Position[] {
  const middle = [0, 1].map((axis) => ring.reduce((sum, position) => sum + (position[axis] ?? 0), 0) / ring.length);
  return ring.map(([x, y]) => {
    const [dx, dy] = [x - (middle[0] ?? 0), y - (middle[1] ?? 0)];
    const share = 1 - metres / Math.max(Math.hypot(dx, dy), 2 * metres);
    return [(middle[0] ?? 0) + dx * share, (middle[1] ?? 0) + dy * share];
  });
}

/** Geometries, as GeoJSON text, of the land-cover layers of the national map 1 : 1,000,000, which fit together. */
function realAreas(folder: string): string[] {
  const themes = ['forest', 'lakes', 'bog', 'open_area', 'builtup', 'snow_glacier', 'sea', 'river_areas', 'mines'];
  return themes.flatMap((theme) => {
    const text = readFileSync(path.join(folder, `n1000_${theme}.geojson`), 'utf8');
    const { features } = JSON.parse(text) as { features: { geometry: { type: string } }[] };
    return features
      .filter(({ geometry }) => /Polygon$/.test(geometry.type))
      .map(({ geometry }) => JSON.stringify(geometry));
  });
}
