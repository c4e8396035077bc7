import { expect } from 'chai';
import type { Geometry, Position } from 'geojson';
import { parseStatement } from '../../services/database/statement.ts';
import { TileServer } from '../../services/api/tile-server.ts';
import { extent, type TileAddress } from '../../tiles/grid/tile-matrix-set.ts';
import { lonLat, tileAt, webMercatorQuad } from '../../tiles/grid/web-mercator-quad.ts';
import { gunzipSync } from 'node:zlib';
import { eachDatabase } from '../setup/databases.ts';
import { load } from './awkward-shapes.ts';
import { decode } from './decode.ts';

const z = 13;
const corner = tileAt(9.09, 60.52, z);
const [west, , east, north] = webMercatorQuad.bounds(corner);
/** Metres of EPSG:3857 in one tile coordinate. */
const unit = (east - west) / extent;

/** A point by tile coordinates of the corner tile, in degrees. */
const at = (x: number, y: number): Position => lonLat(west + x * unit, north - y * unit);
const square = (x: number, y: number, side: number): Geometry => ({
  type: 'Polygon',
  coordinates: [[at(x, y), at(x, y + side), at(x + side, y + side), at(x + side, y), at(x, y)]],
});

const eastern: TileAddress = { ...corner, x: corner.x + 1 };
const four = [0, 1].flatMap((dx) => [0, 1].map((dy) => ({ z, x: corner.x + dx, y: corner.y + dy })));

eachDatabase('tiles at their edges', ({ database, catalogue }) => {
  let tiles: TileServer;
  const decoded = async (id: string, address: TileAddress) => {
    const { tile } = await tiles.tile(await tiles.shown([catalogue().get(id)]), address);
    return tile.gzipped.length === 0 ? [] : (decode(gunzipSync(tile.gzipped)).get(id)?.features ?? []);
  };

  before(async () => {
    tiles = new TileServer(database());
    await load(database(), catalogue(), {
      layer: 'stop',
      crs: 4326,
      features: [
        { geometry: { type: 'Point', coordinates: at(extent - 40, 2000) }, properties: { id: 'inside the buffer' } },
        { geometry: { type: 'Point', coordinates: at(extent - 100, 2000) }, properties: { id: 'outside of it' } },
        { geometry: { type: 'Point', coordinates: at(extent + 40, 2000) }, properties: { id: 'from the other side' } },
      ],
    });
    await load(database(), catalogue(), {
      layer: 'protected-area',
      crs: 4326,
      features: [
        { geometry: square(extent - 1500, extent - 700, 2000), properties: { id: 'over four tiles' } },
        { geometry: square(extent + 10, 1000, 30), properties: { id: 'next door, within the buffer' } },
      ],
    });
  });

  it('a point in the buffer is in the tiles on both sides, at the same place', async () => {
    const [here, there] = [await decoded('stop', corner), await decoded('stop', eastern)];
    expect(here.map(({ wkt }) => wkt).sort()).to.deep.equal(
      [
        `MULTIPOINT((${extent + 40} 2000))`,
        `MULTIPOINT((${extent - 100} 2000))`,
        `MULTIPOINT((${extent - 40} 2000))`,
      ].sort(),
    );
    expect(there.map(({ wkt }) => wkt).sort()).to.deep.equal(
      [`MULTIPOINT((-40 2000))`, `MULTIPOINT((40 2000))`].sort(),
    );
    const shared = here.filter(({ id }) => there.some((other) => other.id === id));
    expect(shared).to.have.length(2);
  });

  it('a neighbour that only reaches into the buffer is drawn', async () => {
    expect(await decoded('protected-area', corner)).to.have.length(2);
  });

  it('the parts of an area in its four tiles are together the whole area', async () => {
    const inside = parseStatement(
      'test/area-inside',
      `select ST_Area(ST_Intersection(ST_MakeValid(ST_GeomFromText(:wkt), 'method=structure'),
                                      ST_MakeEnvelope(0, 0, 4096, 4096))) as area`,
    );
    const [large] = (await decoded('protected-area', { ...corner, y: corner.y + 1 })).map(({ id }) => id);
    let sum = 0;
    for (const address of four)
      for (const { id, wkt } of await decoded('protected-area', address))
        if (id === large) sum += (await database().row<{ area: number }>(inside, { wkt })).area;
    // A unit's rounding along the outline.
    expect(sum).to.be.closeTo(2000 * 2000, 4 * 2000);
  });
});
