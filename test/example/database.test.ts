import { expect } from 'chai';
import { parseStatement } from '../../services/database/statement.ts';
import { exampleDatabase } from '../setup/databases.ts';
import { county } from './county.ts';

exampleDatabase('example county in the database', ({ database, catalogue }) => {
  it('loads whole: nothing rejected, nothing repaired, every polygon valid', async () => {
    const counts = parseStatement(
      'counts',
      `select layer, part, read_count, loaded_count, repaired_count, rejected_count, example
       from grunnriss.current_dataset order by layer, part`,
    );
    const datasets = await database().rows<Counts>(counts);
    expect(datasets.length).to.equal(county().layers.length);
    for (const { layer, part, features } of county().layers) {
      const found = datasets.find((dataset) => dataset.layer === layer && dataset.part === part);
      const read = [...features].length;
      expect(found, `${layer} ${part}`).to.include({ read_count: read, loaded_count: read });
      expect(found, `${layer} ${part}`).to.include({ repaired_count: 0, rejected_count: 0, example: true });
    }
  });

  it('maps every property: nothing is left over', async () => {
    for (const { id, table, producedBy } of catalogue().layers) {
      if (producedBy) continue;
      const odd = parseStatement(
        `odd-${id}`,
        `select count(*)::integer as odd from grunnriss.${table} where unmapped <> '{}'`,
      );
      expect((await database().row<{ odd: number }>(odd)).odd, id).to.equal(0);
    }
  });

  it('covers each municipality with land cover to 1e-9 on the ellipsoid, both years', async () => {
    const areas = parseStatement(
      'areas',
      `select m.number, l.year, sum(grunnriss.area(l.geom)) / grunnriss.area(m.geom) as share
       from grunnriss.layer_municipality m
       join grunnriss.layer_land_cover l on ST_Contains(m.geom, ST_PointOnSurface(l.geom))
       group by m.number, m.geom, l.year`,
    );
    const shares = await database().rows<{ number: string; year: number; share: number }>(areas);
    expect(shares).to.have.length(6);
    for (const { number, year, share } of shares) expect(share, `${number} ${year}`).to.be.closeTo(1, 1e-9);
  });
});

interface Counts {
  layer: string;
  part: string;
  read_count: number;
  loaded_count: number;
  repaired_count: number;
  rejected_count: number;
  example: boolean;
}
