import { expect } from 'chai';
import { findCentrality } from '../../services/centrality/centrality/centrality.ts';
import { CentralityInput } from '../../services/centrality/centrality/inputs.ts';
import { cellIds } from '../../services/centrality/places/cell-ids.ts';
import { placeOnRoads } from '../../services/centrality/places/place-network.ts';
import { readPlaces } from '../../services/centrality/places/read-places.ts';
import { residentsOf } from '../../services/centrality/pressure/evidence.ts';
import { editionsIn, publishResults, type Work } from '../../services/centrality/publish/publish-results.ts';
import { deriveUrbanAreas, urbanSources } from '../../services/centrality/settlement/urban-areas.ts';
import { GroundGone, readConstraints } from '../../services/conflicts/measurement/constraints.ts';
import { currentEditions } from '../../services/imports/editions.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { toWkb } from '../../services/imports/wkb.ts';
import { publish } from '../../services/imports/publish.ts';
import type { CaseFeature } from '../cases/truth-case.ts';
import { ask } from '../imports/rows.ts';
import { feature, rectangle } from '../conflicts/scene.ts';
import { anyDatabase } from '../setup/databases.ts';
import { serving } from '../api/serving.ts';
import { cellAt, pointAt, roadAlong, smallCounty, south, west } from './a-small-county.ts';

describe('ids of cells', () => {
  it('are their codes, and the part before them where datasets share a code', () => {
    const parts = new Map([[1, 'a'], [2, 'b']]); // prettier-ignore
    const cell = (dataset: number, fid: number, code: string) => ({ dataset, fid, code });
    const ids = cellIds([cell(1, 1, 'x'), cell(1, 2, 'y'), cell(2, 1, 'x'), cell(2, 2, 'z'), cell(2, 3, 'z')], parts);
    expect(ids).to.deep.equal(['a/x', 'y', 'b/x', 'b/z/2/2', 'b/z/2/3']);
  });
});

anyDatabase('centrality of several datasets', (given) => {
  const load = async (layer: string, parts: Record<string, CaseFeature[]>) => {
    const add: number[] = [];
    for (const [part, features] of Object.entries(parts)) {
      const numbered = features.map((one, index) => ({ index, ...one }));
      const source = { layer, part, features: numbered, crs: 25832 };
      add.push((await loadDataset(given.database(), given.catalogue(), source)).datasetId);
    }
    await publish(given.database(), given.catalogue(), [{ layer, add, remove: 'all' }]);
    return add;
  };
  const constraintsOf = () => readConstraints(given.database(), ['population', 'workplace', 'service', 'municipality']);
  const town = (year: number | null, residents: number) => cellAt('1', 875, -125, { residents, year });

  before(async () => {
    await load('municipality', { m: smallCounty['municipality']?.features ?? [] });
    await load('road-link', { r: smallCounty['road-link']?.features ?? [] });
  });

  it('takes the newest year of each, and what has none; the years are named', async () => {
    await load('population', { a: [town(2024, 800)], b: [cellAt('1', 15_875, -125, { residents: 50, year: 2023 })] });
    await load('workplace', {
      a: [pointAt(1000, 0, { jobs: 500, year: 2023 }), pointAt(1010, 0, { jobs: 900, year: 2020 })],
      b: [pointAt(16_000, 0, { jobs: 100, year: 2022 }), pointAt(16_010, 0, { jobs: 7, year: null })],
    });
    const found = await findCentrality(given.database(), given.catalogue(), CentralityInput.parse({}));
    expect(found.opportunities.jobs).to.include({ total: 607, undated_rows: 1 }).and.to.deep.include({ years: [2023, 2022] }); // prettier-ignore
    expect(found).to.deep.include({ year: 2024, years: [2024, 2023] });
    expect(found.municipalities.map(({ residents }) => residents)).to.deep.equal([800, 50]);
    const rows = await ask(given.database(), 'select cell, year from grunnriss.layer_centrality where dataset_id = :dataset order by year', { dataset: found.datasets['centrality'] }); // prettier-ignore
    expect(rows, 'they share a code').to.deep.equal([{ cell: '1', year: 2023 }, { cell: '1', year: 2024 }]); // prettier-ignore
    expect((await findCentrality(given.database(), given.catalogue(), CentralityInput.parse({ year: 2023 }))).cells).to.include({ residents: 50 }); // prettier-ignore
  });

  it('derives urban areas from all of them, too', async () => {
    const houses = [0, 1, 2].map((at) => feature(rectangle(west + 5900 + 50 * at, south - 10, 8, 8), { building_type: 111 })); // prettier-ignore
    await load('building', { a: houses });
    await load('population', { a: [town(2024, 800)], b: [cellAt('s', 5875, -125, { residents: 300, year: 2022 })], c: [cellAt('s', 5875, -125, { residents: 290, year: 2021 })] }); // prettier-ignore
    const { areas } = await deriveUrbanAreas(given.database(), await readConstraints(given.database(), urbanSources));
    expect(areas.map(({ residents }) => residents)).to.deep.equal([300]);
  });

  it('counts a cell once that is in two of them, by the newest year, and its jobs with it', async () => {
    await load('population', { a: [town(2024, 800)], b: [town(2023, 790)], c: [town(2024, 801)] });
    await load('workplace', { a: [pointAt(1000, 0, { jobs: 500, year: 2023 })] });
    const { cells, counts, repeated } = await readPlaces(given.database(), await constraintsOf(), undefined);
    expect(cells.map(({ residents, id }) => [id, residents])).to.deep.equal([['1', 801]]);
    expect([...counts.jobs]).to.deep.equal([500]);
    expect(repeated).to.equal(2);
    const years = { cell_m: 500, from_year: 2023, to_year: 2024 };
    const lived = await residentsOf(given.database(), await constraintsOf(), years);
    expect(lived.map(({ from, to }) => [from, to])).to.deep.equal([[790, null], [null, 801]]); // prettier-ignore
  });

  it('knows the jobs of a municipality that is covered, and not of one without rows and coverage', async () => {
    const [dataset] = await load('workplace', { a: [pointAt(16_000, 0, { jobs: 500 })] });
    const told = async () =>
      [...(await readPlaces(given.database(), await constraintsOf(), undefined)).told.jobs].sort();
    expect(await told()).to.deep.equal(['3301']);
    await ask(given.database(), "update grunnriss.dataset set coverage = (select st_multi(geom) from grunnriss.layer_municipality where number = '0301' limit 1) where id = :dataset returning id", { dataset }); // prettier-ignore
    expect(await told()).to.deep.equal(['0301', '3301']);
  });

  it('ties a place to the largest part of the network, however many roads of small parts are nearer', async () => {
    const stubs = Array.from({ length: 20 }, (_, at) => roadAlong([[1000, 50 + 10 * at], [1005, 50 + 10 * at]])); // prettier-ignore
    const main = [roadAlong([[0, 2000], [0, 1500]]), roadAlong([[0, 1500], [9000, 1500]])]; // prettier-ignore
    await load('road-link', { r: [...stubs, ...main] });
    const constraints = await readConstraints(given.database(), ['road-link']);
    const [x, y] = [west + 1000, south];
    const points = [{ x, y, geom: toWkb({ type: 'Point', coordinates: [x, y] }) }];
    const apart = async (access_m: number) => [...(await placeOnRoads(given.database(), constraints, { points }, { access_m })).apart]; // prettier-ignore
    expect(await apart(2000)).to.deep.equal([0]);
    expect(await apart(1000), 'none within reach').to.deep.equal([1]);
  });

  describe('on the map', () => {
    const result = async (isStandard: boolean, during: () => Promise<unknown> = () => Promise.resolve(), n = 0) => {
      const constraints = await constraintsOf();
      const work = async (): Promise<Work<object>> => {
        await during();
        const cell = cellAt(isStandard ? 'town' : 'town by its own parameters', 875, -125, {});
        return {
          answer: {},
          layers: [{ layer: 'centrality', title: 't', features: [{ ...cell, index: 0 }] }],
        };
      };
      const request = { kind: 't', version: '1', parameters: { isStandard, n }, editions: editionsIn(constraints) };
      return publishResults(given.database(), given.catalogue(), constraints, request, { part: 't', isStandard }, work);
    };
    const shown = async () =>
      (await currentEditions(given.database(), ['centrality'])).get('centrality')?.datasets.map(({ id }) => id) ?? [];

    const asked = serving(given);

    it('is read by its key where it is not shown: features, tiles, and a clear no to another key', async () => {
      const [standard, own] = [await result(true), await result(false)];
      const items = async (query: string) => (await asked.get(`/collections/centrality/items${query}`)).text;
      expect(await items(`?run=${own.run.key}`)).to.include('town by its own parameters');
      expect(await items(''))
        .to.include('"town"')
        .and.not.include('by its own');
      const { tiles } = (await asked.get(`/tiles/centrality?run=${own.run.key}`)).json<{ tiles: string[] }>();
      expect(tiles[0]).to.include(`run=${own.run.key}`);
      const tile = (key: string) => asked.get(`/tiles/centrality/9/268/148?run=${key}`);
      expect((await tile(own.run.key)).header('etag')).to.not.equal((await tile(standard.run.key)).header('etag'));
      expect((await asked.get(`/collections/centrality/items?run=${'0'.repeat(64)}`)).status).to.equal(404);
      expect((await asked.get(`/collections/population/items?run=${standard.run.key}`)).status).to.equal(404);
    });

    it('are only runs by the defaults, the second time, too', async () => {
      const standard = await result(true);
      expect(await shown()).to.include(standard.datasets['centrality']);
      for (const time of ['done', 'from store']) {
        const own = await result(false);
        expect(own.on_map, time).to.equal('own-parameters');
        expect(await shown()).to.not.include(own.datasets['centrality']);
      }
      expect(await shown()).to.include(standard.datasets['centrality']);
      expect((await result(true)).on_map).to.equal('current');
    });

    it('stays what rests on newer data, when a slower run on older data is done', async () => {
      let newer: number | undefined;
      const older = await result(true, async () => {
        await load('workplace', { a: [pointAt(1000, 0, { jobs: 1 })] });
        newer = (await result(true)).datasets['centrality'];
      }, 1); // prettier-ignore
      expect(older.on_map).to.equal('overtaken');
      expect(await shown())
        .to.include(newer)
        .and.not.include(older.datasets['centrality']);
    });

    it('is nothing of a run whose municipalities went meanwhile', async () => {
      const before = await shown();
      const twice = async () => {
        for (const part of ['m', 'n'])
          await load('municipality', { [part]: smallCounty['municipality']?.features ?? [] });
      };
      const error = await result(true, twice, 2).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).to.be.instanceOf(GroundGone);
      expect(await shown()).to.deep.equal(before);
    });
  });
});
