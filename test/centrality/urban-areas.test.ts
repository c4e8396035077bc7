import { expect } from 'chai';
import { readConstraints } from '../../services/conflicts/measurement/constraints.ts';
import { deriveUrbanAreas, urbanSources } from '../../services/centrality/settlement/urban-areas.ts';
import { fromWkb } from '../../services/imports/wkb-reader.ts';
import { loadCase } from '../cases/load-case.ts';
import type { CaseFeature } from '../cases/truth-case.ts';
import { everywhere, feature, rectangle } from '../conflicts/scene.ts';
import { eachDatabase } from '../setup/databases.ts';
import { cellAt, south, west } from './a-small-county.ts';

/** Four houses of 10 m in a row, so many metres apart, from the corner of a cell of 250 m on. */
const row = (x: number, gap: number, type = 111): CaseFeature[] =>
  [0, 1, 2, 3].map((at) =>
    feature(rectangle(west + x + at * (10 + gap), south + 10, 10, 10), { building_type: type, built_year: 2000 }),
  );

eachDatabase('derived urban areas', (given) => {
  const filled = new Set<string>();
  async function derived(houses: CaseFeature[], cells: CaseFeature[]) {
    const layers = { building: everywhere(houses), population: everywhere(cells) };
    await loadCase(given.database(), given.catalogue(), { id: 'urban', crs: 'EPSG:25832', layers }, filled);
    return deriveUrbanAreas(given.database(), await readConstraints(given.database(), urbanSources));
  }

  it('have 200 residents and houses 50 m apart, and not 199 or 51 m', async () => {
    const found = await derived(
      [...row(0, 50), ...row(2000, 50), ...row(4000, 51)],
      [
        cellAt('town', 0, 0, { residents: 200 }),
        cellAt('small', 2000, 0, { residents: 199 }),
        cellAt('scattered', 4000, 0, { residents: 799 }),
      ],
    );
    expect(found.areas.map(({ residents, houses }) => [residents, houses])).to.deep.equal([[200, 4]]);
    expect(found.unplaced).to.equal(0);
    const land = fromWkb(found.areas[0]?.geom ?? Buffer.alloc(0));
    const xs =
      JSON.stringify(land)
        .match(/\[\d+\.?\d*,/g)
        ?.map((text) => Number(text.slice(1, -1)) - west) ?? [];
    expect(Math.min(...xs)).to.be.closeTo(-25, 0.5);
    expect(Math.max(...xs)).to.be.closeTo(190 + 25, 0.5);
  });

  it('spread the residents of a cell over its dwellings, and count no holiday homes', async () => {
    const found = await derived(
      [...row(0, 15), ...row(120, 15, 241), ...row(2000, 15, 161)],
      [cellAt('town', 0, 0, { residents: 240 }), cellAt('cabins', 2000, 0, { residents: 300 })],
    );
    expect(found.areas.map(({ residents, houses }) => [residents, houses])).to.deep.equal([[240, 8]]);
    expect(found.unplaced).to.equal(300);
  });
});
