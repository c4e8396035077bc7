import { expect } from 'chai';
import type { Polygon } from 'geojson';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import { drawnIn, yearShown, yearsOf, type Succession } from '../../tiles/years.ts';
import { tileAt } from '../../tiles/grid/web-mercator-quad.ts';
import { serving } from '../api/serving.ts';
import { eachDatabase } from '../setup/databases.ts';
import { decode } from './decode.ts';

/** A part of a layer: squares of a kilometre, [x, y] in kilometres from a corner in Hallingdal. */
interface Part {
  name: string;
  /** ISO; null: not known. */
  date: string | null;
  squares: [x: number, y: number][];
  /** Where its source says that it has looked, [west, south, east, north] in kilometres. */
  looked?: [number, number, number, number];
}

const metres = (kilometres: number, from: number) => from + 1000 * kilometres;

function rectangle(west: number, south: number, east: number, north: number): Polygon {
  const [x0, y0, x1, y1] = [
    metres(west, 500_000),
    metres(south, 6_710_000),
    metres(east, 500_000),
    metres(north, 6_710_000),
  ];
  return { type: 'Polygon', coordinates: [[[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]] }; // prettier-ignore
}

/** The squares from west to east and from south to north, the end not among them, but for those left out. */
const block = (west: number, south: number, east: number, north: number, without: [number, number][] = []) =>
  Array.from({ length: east - west }, (_, i) =>
    Array.from({ length: north - south }, (_, j): [number, number] => [west + i, south + j]),
  )
    .flat()
    .filter(([x, y]) => !without.some(([other, north]) => other === x && north === y));

eachDatabase('a layer that comes by year', (given) => {
  const { get, url } = serving(given);
  const { z, x, y } = tileAt(9.05, 60.55, 8);

  /** Let a layer hold these parts and nothing else. */
  const hold = async (layer: string, parts: Part[]) => {
    const add: number[] = [];
    for (const { name, date, squares, looked } of parts) {
      const { datasetId, report } = await loadDataset(given.database(), given.catalogue(), {
        layer,
        part: name,
        crs: 25832,
        features: squares.map(([west, south], index) => ({
          index,
          id: `${name} ${west} ${south}`,
          geometry: rectangle(west, south, west + 1, south + 1),
          properties: { class: '30', jobs: 3, plan_id: `${west}_${south}`, name, law: 2008, industry: name },
        })),
        coverage: looked && rectangle(...looked),
        provenance: { title: name, provider: name, dataDate: date ?? undefined },
      });
      expect(report.rejected).to.equal(0);
      add.push(datasetId);
    }
    await publish(given.database(), given.catalogue(), [{ layer, add, remove: 'all' }]);
  };

  const tile = async (layer: string, year?: number) => {
    const query = year === undefined ? '' : `?year=${year}`;
    const response = await fetch(`${url()}/tiles/${layer}/${z}/${x}/${y}${query}`);
    const features = decode(new Uint8Array(await response.arrayBuffer())).get(layer)?.features ?? [];
    return { response, ids: features.map(({ id }) => id) };
  };
  /** Names of the parts in a tile with the number of their features, from below. */
  const drawn = async (layer: string, year?: number): Promise<string[]> => {
    const { ids } = await tile(layer, year);
    const items = (await get(`/collections/${layer}/items?limit=1000`)).json<{ features: { id: number }[] }>();
    const facts = new Map<number, string>();
    for (const { id } of items.features) facts.set(id, await partOf(layer, id));
    const names = ids.map((id) => facts.get(id) ?? '?');
    const runs = names.filter((name, index) => name !== names[index - 1]);
    return runs.map((run) => `${run} ${names.filter((name) => name === run).length}`);
  };
  const partOf = async (layer: string, id: number) =>
    (await get(`/collections/${layer}/items/${id}`)).json<{ dataset: { part: string } }>().dataset.part;
  const years = async (layer: string) => (await get(`/collections/${layer}`)).json<{ years: number[] }>().years;

  describe('of one place', () => {
    before(() =>
      hold('land-cover', [
        { name: 'new', date: '2024-07-01', squares: block(0, 0, 4, 4) },
        { name: 'old', date: '2018', squares: block(0, 0, 4, 4) },
      ]),
    );

    it('shows the newest, whoever asks for the tile', async () => {
      expect(await drawn('land-cover')).to.deep.equal(['new 16']);
    });

    it('shows the year that is asked for, or the last before it', async () => {
      for (const [year, part] of [
        [2018, 'old'],
        [2023, 'old'],
        [2024, 'new'],
        [2030, 'new'],
      ] as const)
        expect(await drawn('land-cover', year), String(year)).to.deep.equal([`${part} 16`]);
    });

    it('shows the earliest there is for a year before all: the place does not vanish', async () => {
      expect(await drawn('land-cover', 1990)).to.deep.equal(['old 16']);
    });

    it('has a tag per choice, not per address', async () => {
      const tag = async (year?: number) => (await tile('land-cover', year)).response.headers.get('etag');
      expect(await tag(2018)).to.not.equal(await tag());
      expect(await tag(2019)).to.equal(await tag(2018));
      expect(await tag(2024)).to.equal(await tag());
    });

    it('describes the tiles of a year: their address, their sources, the years there are', async () => {
      const newest = (await get('/tiles/land-cover')).json<{ tiles: string[] }>();
      expect(newest).to.deep.include({ years: [2018, 2024], attribution: 'new' });
      const old = (await get('/tiles/land-cover?year=2020')).json<{ tiles: [string] }>();
      expect(old).to.deep.include({ years: [2018, 2024], attribution: 'old' });
      const address = old.tiles[0].replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
      const response = await fetch(address);
      expect(response.headers.get('cache-control')).to.match(/max-age=\d{4,}/);
      expect(response.headers.get('etag')).to.equal((await tile('land-cover', 2018)).response.headers.get('etag'));
      expect(await years('land-cover')).to.deep.equal([2018, 2024]);
    });

    it('has a style that asks for the tiles of the year and hides nothing in them', async () => {
      interface Style {
        sources: Record<string, { url: string }>;
        layers: { filter?: unknown }[];
      }
      for (const query of ['', '?year=2018']) {
        const style = (await get(`/styles/land-cover${query}`)).json<Style>();
        expect(Object.values(style.sources)[0]?.url).to.equal(`${url()}/tiles/land-cover${query}`);
        expect(JSON.stringify(style.layers.map(({ filter }) => filter))).to.not.contain('year');
      }
    });

    it('keeps all years among its items', async () => {
      expect((await get('/collections/land-cover/items')).json()).to.include({ numberMatched: 32 });
    });

    it('takes no year that is none', async () => {
      for (const path of [`/tiles/land-cover/${z}/${x}/${y}`, '/tiles/land-cover', '/styles/land-cover'])
        for (const year of ['new', '20.5', '99999', '']) {
          const { status, header } = await get(`${path}?year=${year}`);
          expect(status, `${path} ${year}`).to.equal(400);
          expect(header('content-type')).to.contain('application/problem+json');
        }
    });
  });

  it('never hides one place behind another', async () => {
    await hold('land-cover', [
      { name: 'west', date: '2024', squares: block(0, 0, 4, 4) },
      { name: 'east', date: '2023', squares: block(4, 0, 8, 4) },
    ]);
    for (const year of [undefined, 2023, 2024, 2000])
      expect(await drawn('land-cover', year)).to.have.members(['west 16', 'east 16']);
    expect(await years('land-cover'), 'nothing to choose').to.deep.equal([]);
  });

  it('never hides a place that a newer one lies round', async () => {
    const inner = block(2, 2, 4, 4);
    await hold('land-cover', [
      { name: 'round', date: '2024', squares: block(0, 0, 6, 6, inner) },
      { name: 'inner', date: '2018', squares: inner },
    ]);
    expect(await drawn('land-cover')).to.deep.equal(['inner 4', 'round 32']);
  });

  it('keeps the older beneath, where the newer is of a part of the place', async () => {
    await hold('land-cover', [
      { name: 'part', date: '2024', squares: block(0, 0, 3, 4) },
      { name: 'whole', date: '2018', squares: block(0, 0, 6, 4) },
    ]);
    expect(await drawn('land-cover')).to.deep.equal(['whole 24', 'part 12']);
    expect(await drawn('land-cover', 2018)).to.deep.equal(['whole 24']);
    expect(await years('land-cover')).to.deep.equal([2018, 2024]);
  });

  it('shows a year on top of what stands in for it where there are no data so old', async () => {
    await hold('land-cover', [
      { name: 'whole', date: '2024', squares: block(0, 0, 6, 4) },
      { name: 'part', date: '2018', squares: block(0, 0, 3, 4) },
    ]);
    expect(await drawn('land-cover')).to.deep.equal(['whole 24']);
    expect(await drawn('land-cover', 2018)).to.deep.equal(['whole 24', 'part 12']);
  });

  it('hides a dataset that several newer ones show together, from the year of the last of them', async () => {
    await hold('land-cover', [
      { name: 'whole', date: '2018', squares: block(0, 0, 6, 4) },
      { name: 'east', date: '2022', squares: block(3, 0, 6, 4) },
      { name: 'west', date: '2024', squares: block(0, 0, 3, 4) },
    ]);
    expect(await drawn('land-cover')).to.deep.equal(['east 12', 'west 12']);
    expect(await drawn('land-cover', 2023)).to.deep.equal(['whole 24', 'east 12']);
    expect(await drawn('land-cover', 2018)).to.deep.equal(['whole 24']);
  });

  it('a dataset without a date hides nothing and is not hidden, one of the same year as another neither', async () => {
    const squares = block(0, 0, 4, 4);
    await hold('land-cover', [
      { name: 'undated', date: null, squares },
      { name: 'new', date: '2024', squares },
      { name: 'may', date: '2024-05', squares },
      { name: 'old', date: '2018', squares },
    ]);
    expect(await drawn('land-cover')).to.deep.equal(['undated 16', 'new 16', 'may 16']);
    expect(await drawn('land-cover', 2018)).to.deep.equal(['undated 16', 'old 16']);
  });

  it('is not there where a newer source says that it has looked, and only then', async () => {
    const old: Part = { name: 'old', date: '2018', squares: [[0, 0], [3, 3], [7, 1]] }; // prettier-ignore
    const found: Part = { name: 'new', date: '2024', squares: [[0, 0]] }; // prettier-ignore
    await hold('workplace', [old, found]);
    expect(await drawn('workplace')).to.deep.equal(['old 3', 'new 1']);
    await hold('workplace', [old, { ...found, looked: [-1, -1, 9, 9] }]);
    expect(await drawn('workplace')).to.deep.equal(['new 1']);
    expect(await drawn('workplace', 2018)).to.deep.equal(['old 3']);
  });

  it('that does not come by year shows all its parts, whatever their dates', async () => {
    await hold('plan', [
      { name: 'later', date: '2024', squares: [[0, 0]] },
      { name: 'earlier', date: '2001', squares: [[0, 0]] },
    ]);
    for (const year of [undefined, 2001]) expect((await tile('plan', year)).ids).to.have.length(2);
    expect(await years('plan')).to.deep.equal([]);
  });
});

describe('Which datasets are drawn in a year', () => {
  const all = [
    { id: 1, dataDate: '2012' },
    { id: 2, dataDate: '2018-07-01' },
    { id: 3, dataDate: '2024-01' },
  ];
  const succession: Succession = new Map([
    [1, { replaced: '2018-07-01', preceded: false }],
    [2, { replaced: '2024-01', preceded: true }],
    [3, { replaced: null, preceded: true }],
  ]);

  it('one of three, whatever the year', () => {
    for (let year = 2005; year < 2030; year++)
      expect(drawnIn(all, succession, year), String(year)).to.deep.equal([year < 2018 ? 1 : year < 2024 ? 2 : 3]);
    expect(drawnIn(all, succession)).to.deep.equal([3]);
  });

  it('there is a choice between the years that differ, and an asked one is the last not after it', () => {
    expect(yearsOf(all, succession)).to.deep.equal([2012, 2018, 2024]);
    expect(yearsOf(all, new Map())).to.deep.equal([]);
    expect([2000, 2012, 2020, 2030, undefined].map((year) => yearShown([2012, 2018, 2024], year))).to.deep.equal([
      2012, 2012, 2018, 2024, 2024,
    ]);
    expect(yearShown([], 2024)).to.equal(undefined);
  });
});
