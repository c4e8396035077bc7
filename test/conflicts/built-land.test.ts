import { expect } from 'chai';
import { BuiltLand } from '../../services/conflicts/measurement/built-land.ts';
import { readConstraints } from '../../services/conflicts/measurement/constraints.ts';
import type { DatasetInfo, Edition } from '../../services/imports/editions.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { removeDataset } from '../../services/imports/sweep.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { eachDatabase } from '../setup/databases.ts';
import { everywhere, feature, rectangle, Stage } from './scene.ts';

const counted = parseStatement(
  'counted',
  'select count(*)::integer as squares, count(distinct built_land)::integer as sets from grunnriss.built_square',
);

/** What is left of land when what is built is taken away, and the same told by the houses themselves. */
const compared = parseStatement(
  'compared',
  `with land as (select st_geomfromwkb(:land::bytea, grunnriss.analysis_srid()) as geom),
   kept as (select grunnriss.difference(geom, grunnriss.built_on(:store::bigint, geom)) as geom from land),
   asked as (
     select grunnriss.difference(l.geom, (select st_buffer(st_collect(b.geom), :metres::float8) from grunnriss.layer_building b)) as geom
     from land l)
   select st_area(k.geom) as area, st_area(a.geom) as expected, st_numgeometries(k.geom) as parts,
     st_numgeometries(a.geom) as expected_parts
   from kept k cross join asked a`,
);

const wkbOf = parseStatement(
  'wkb',
  'select st_asbinary(st_makeenvelope(:west::float8, :south::float8, :east::float8, :north::float8, grunnriss.analysis_srid())) as wkb',
);

eachDatabase('land near buildings, kept', (given) => {
  const stage = new Stage(given);
  const [west, south] = [499_600, 6_700_100];
  // Houses on a border of squares, along one, in a corner of four, and so near each other that they enclose open land.
  const houses = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((at) => [
    feature(rectangle(west + 390 + 3 * at, south + 100 * at, 12, 9), { building_type: 111 }),
    feature(rectangle(west + 80 + 90 * Math.cos(at), south + 380 + 90 * Math.sin(at), 8, 8), { building_type: 161 }),
  ]);

  before(async () => {
    await stage.request({ layers: { building: everywhere(houses) }, zones: [] });
  });

  const landOf = async (width: number) => {
    const box = { west, south, east: west + width, north: south + width };
    return (await stage.database.row<{ wkb: Buffer }>(wkbOf, box)).wkb;
  };
  const builtLand = async (metres: number) =>
    new BuiltLand(
      stage.database,
      await readConstraints(stage.database, ['building', 'holiday-home', 'dwelling']),
      metres,
    );
  const squares = () => stage.database.row<{ squares: number; sets: number }>(counted);

  for (const metres of [50, 20])
    it(`is the land within ${metres} m of the houses, across the borders of squares`, async () => {
      const built = await builtLand(metres);
      const land = await landOf(1000);
      const store = await built.under([land]);
      const { area, expected, ...parts } = await stage.database.row<
        Record<'area' | 'expected' | 'parts' | 'expected_parts', number>
      >(compared, { land, store, metres });
      expect(area).to.be.below(1_000_000);
      expect(Math.abs(area / expected - 1)).to.be.below(1e-9);
      expect(parts.parts).to.equal(parts.expected_parts);
      await built.forget();
    });

  it('is worked out once, and for another distance only as long as a check lasts', async () => {
    const before = await squares();
    expect(before.sets, 'the default is kept').to.equal(1);
    await (await builtLand(50)).under([await landOf(1000)]);
    expect(await squares()).to.deep.equal(before);
    await (await builtLand(50)).under([await landOf(1500)]);
    expect((await squares()).squares).to.be.greaterThan(before.squares);
  });

  it('goes with the dataset', async () => {
    const { database, catalogue } = stage;
    const { datasetId } = await loadDataset(database, catalogue, {
      ...{ layer: 'building', part: 'unpublished', crs: 25832 },
      features: houses.map((house, index) => ({ ...house, index, id: String(index) })),
    });
    const constraints = await readConstraints(database, ['building']);
    const edition = constraints.editions.get('building') as Edition;
    const [info] = edition.datasets as [DatasetInfo];
    const alone = { ...edition, datasets: [{ ...info, id: datasetId }] };
    await new BuiltLand(database, { ...constraints, editions: new Map([['building', alone]]) }, 50).under([
      await landOf(1000),
    ]);
    expect((await squares()).sets).to.equal(2);
    await database.transaction((session) => removeDataset(session, catalogue, datasetId, 'building'));
    expect((await squares()).sets).to.equal(1);
  });
});
