import { expect } from 'chai';
import { builder } from '../../services/database/connections.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { buildPieces, currentDivision } from '../../services/imports/pieces.ts';
import { publish } from '../../services/imports/publish.ts';
import { eachDatabase } from '../setup/databases.ts';
import { addDataset } from './dataset.ts';
import { polygonText, rectangle, star, type Position } from './star.ts';
import { bentCells } from './voronoi.ts';

interface Piece {
  fid: number;
  municipality: string;
  area: number;
  vertices: number;
}

const corner: Position = [540_000, 6_700_000];

eachDatabase('pieces', ({ database, catalogue }) => {
  const piecesOf = parseStatement(
    'pieces',
    `select fid, municipality, grunnriss.area(geom) as area, ST_NPoints(geom) as vertices
     from grunnriss.piece where dataset_id = :dataset and division = :division order by fid, municipality`,
  );
  const pieces = (dataset: number, division: number) => database().rows<Piece>(piecesOf, { dataset, division });
  const nature = () => catalogue().get('nature-type');
  const municipality = () => catalogue().get('municipality');
  const near = (got: number, expected: number) => expect(Math.abs(got / expected - 1)).to.be.below(1e-9);
  const byMunicipality = (rows: readonly Piece[], number: string) =>
    rows.filter((row) => row.municipality === number).reduce((sum, { area }) => sum + area, 0);

  /** Two municipalities side by side, 10 km each way, the border between them at 545 000. */
  const two = () =>
    addDataset(
      database(),
      municipality(),
      [rectangle(540_000, 6_700_000, 5000, 10_000), rectangle(545_000, 6_700_000, 5000, 10_000)].map((ring) =>
        polygonText(ring),
      ),
      [{ number: '3301' }, { number: '3303' }],
    );

  it('have no municipality when there is no division', async () => {
    const dataset = await addDataset(database(), nature(), [polygonText(rectangle(...corner, 100, 200))]);
    expect(await currentDivision(database())).to.equal(0);
    expect(await buildPieces(database(), { layer: nature(), datasetIds: [dataset], division: 0 })).to.equal(1);
    expect(await pieces(dataset, 0))
      .to.have.lengthOf(1)
      .and.have.nested.property('[0].municipality', '');
  });

  it('are cut at the border, and what is outside stays', async () => {
    await divide(7, await two());
    const dataset = await addDataset(database(), nature(), [
      polygonText(rectangle(541_000, 6_701_000, 100, 100)),
      polygonText(rectangle(544_900, 6_701_000, 300, 100)),
      polygonText(rectangle(549_900, 6_701_000, 300, 100)),
      polygonText(rectangle(560_000, 6_701_000, 300, 100)),
      polygonText(rectangle(545_000, 6_702_000, 300, 100)), // its side lies on the border
    ]);
    await buildPieces(database(), { layer: nature(), datasetIds: [dataset], division: 7 });
    const found = (await pieces(dataset, 7)).map(({ fid, municipality: number, area }) => [
      fid,
      number,
      Math.round(area / 1000),
    ]);
    expect(found).to.deep.equal([
      [1, '3301', 10],
      [2, '3301', 10],
      [2, '3303', 20],
      [3, '', 20],
      [3, '3303', 10],
      [4, '', 30],
      [5, '3303', 30],
    ]);
  });

  it('add up to the feature, also where municipalities overlap or leave a gap', async () => {
    // 3301 and 3302 share a strip of 100 m, between 3302 and 3303 there is a gap of 100 m.
    await divide(
      8,
      await addDataset(
        database(),
        municipality(),
        [
          polygonText(rectangle(540_000, 6_700_000, 2100, 9000)),
          polygonText(rectangle(542_000, 6_700_000, 1900, 9000)),
          polygonText(rectangle(544_000, 6_700_000, 2000, 9000)),
        ],
        [{ number: '3301' }, { number: '3302' }, { number: '3303' }],
      ),
    );
    const shapes = [
      polygonText(star([542_900, 6_704_000], [3500, 3000, 3400, 2000, 3300])),
      polygonText(rectangle(540_100, 6_701_000, 5500, 1000), rectangle(542_020, 6_701_200, 3000, 300)),
      `MULTI${polygonText(rectangle(541_900, 6_700_100, 300, 300)).replace('((', '(((')},${polygonText(
        rectangle(543_800, 6_700_100, 300, 300),
      ).slice(7)})`,
    ];
    const dataset = await addDataset(database(), nature(), shapes);
    await buildPieces(database(), { layer: nature(), datasetIds: [dataset], division: 8 });
    const rows = await pieces(dataset, 8);
    const areaOf = parseStatement('wkt-area', 'select grunnriss.area(ST_GeomFromText(:wkt, 25832)) as area');
    for (const [index, wkt] of shapes.entries()) {
      const { area } = await database().row<{ area: number }>(areaOf, { wkt });
      const own = rows.filter(({ fid }) => fid === index + 1);
      near(own.reduce((sum, piece) => sum + piece.area, 0), area); // prettier-ignore
    }
    // The strip that both claim goes to the lower number; the gap is nobody's.
    const third = rows.filter(({ fid }) => fid === 3);
    expect(third.map((piece) => piece.municipality)).to.deep.equal(['', '3301', '3302', '3302', '3303']);
    expect(byMunicipality(third, '3301') / byMunicipality(third, '')).to.be.closeTo(2, 1e-3);
  });

  it('are small, none is lost, and batches do not show', async () => {
    await divide(9, await two());
    const cells = bentCells({ count: 2500, corner, side: 10_000 });
    const large = star(
      [545_000, 6_705_000],
      Array.from({ length: 3000 }, (_, index) => 3000 + 40 * Math.sin(index)),
    );
    const dataset = await addDataset(
      database(),
      nature(),
      [...cells, large].map((ring) => polygonText(ring)),
    );
    const made = await buildPieces(database(), {
      ...{ layer: nature(), datasetIds: [dataset], division: 9 },
    });
    const rows = await pieces(dataset, 9);
    expect(rows).to.have.lengthOf(made);
    expect(new Set(rows.map(({ fid }) => fid)).size).to.equal(2501);
    expect(Math.max(...rows.map(({ vertices }) => vertices))).to.be.at.most(128);
    const whole = parseStatement(
      'whole',
      `select fid, grunnriss.area(geom) as area from grunnriss.layer_nature_type where dataset_id = :dataset`,
    );
    const sums = new Map<number, number>();
    for (const { fid, area } of rows) sums.set(fid, (sums.get(fid) ?? 0) + area);
    for (const { fid, area } of await database().rows<Piece>(whole, { dataset })) near(sums.get(fid) ?? 0, area);
    expect(byMunicipality(rows, '')).to.be.below(1);
  });

  it('are not made of points and lines', async () => {
    const elevation = catalogue().get('elevation');
    const dataset = await addDataset(database(), elevation, [
      'POINT(541000 6701000)',
      'LINESTRING(541000 6701000,549000 6701000)',
      polygonText(rectangle(541_000, 6_701_000, 100, 100)),
    ]);
    await buildPieces(database(), { layer: elevation, datasetIds: [dataset], division: 0 });
    expect((await pieces(dataset, 0)).map(({ fid }) => fid)).to.deep.equal([3]);
  });

  it('leave out municipalities that were gone when they were imported', async () => {
    const land = polygonText(rectangle(540_000, 6_700_000, 5000, 10_000));
    await divide(
      10,
      await addDataset(
        database(),
        municipality(),
        [land, land],
        [{ number: '0604', valid_to: '2019-12-31' }, { number: '3006' }],
      ),
    );
    const dataset = await addDataset(database(), nature(), [polygonText(rectangle(541_000, 6_701_000, 100, 100))]);
    await buildPieces(database(), { layer: nature(), datasetIds: [dataset], division: 10 });
    expect((await pieces(dataset, 10)).map((piece) => piece.municipality)).to.deep.equal(['3006']);
  });

  it('are made again for a new division, and stay for readers of the one before', async () => {
    const dataset = await addDataset(database(), nature(), [polygonText(rectangle(544_900, 6_701_000, 300, 100))]);
    await publish(database(), catalogue(), [{ layer: nature().id, add: [dataset] }]);
    const redivide = async () => {
      const change = { layer: 'municipality', add: [await two()], remove: 'all' as const };
      return (await publish(database(), catalogue(), [change])).get('municipality') ?? 0;
    };
    const [first, second] = [await redivide(), await redivide()];
    expect(await pieces(dataset, 0)).to.have.lengthOf(0);
    expect(await pieces(dataset, first)).to.have.lengthOf(2);
    expect(await pieces(dataset, second)).to.have.lengthOf(2);
  });

  /** An edition of the municipalities that is not published. */
  async function divide(number: number, dataset: number): Promise<void> {
    const tables = builder.withSchema('grunnriss');
    const edition = { layer: 'municipality', edition: number, dataset_id: dataset };
    await database().build(tables.clone().insert({ layer: 'municipality', number }).into('edition'));
    await database().build(tables.clone().insert(edition).into('edition_dataset'));
  }
});
