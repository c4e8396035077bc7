import { expect } from 'chai';
import fc from 'fast-check';
import { parseStatement } from '../../services/database/statement.ts';
import { buffer, extent } from '../../tiles/grid/tile-matrix-set.ts';
import { degrees, lonLat, mercator, tileAt, webMercatorQuad } from '../../tiles/grid/web-mercator-quad.ts';
import { eachDatabase } from '../setup/databases.ts';

/** Half the side of the world in EPSG:3857, metres. */
const world = 20_037_508.34;

const tile = fc.integer({ min: 0, max: 22 }).chain((z) => {
  const last = 2 ** z - 1;
  return fc.record({ z: fc.constant(z), x: fc.integer({ min: 0, max: last }), y: fc.integer({ min: 0, max: last }) });
});

describe('WebMercatorQuad', () => {
  it('has exactly the tiles of its grid', () => {
    expect(webMercatorQuad.has({ z: 0, x: 0, y: 0 })).to.be.true;
    for (const wrong of [
      { z: -1, x: 0, y: 0 },
      { z: 23, x: 0, y: 0 },
      { z: 3, x: 8, y: 0 },
      { z: 3, x: 0, y: 8 },
      { z: 3, x: -1, y: 0 },
      { z: 3, x: 0.5, y: 0 },
      { z: Number.NaN, x: 0, y: 0 },
      { z: 3, x: Number.POSITIVE_INFINITY, y: 0 },
    ])
      expect(webMercatorQuad.has(wrong), JSON.stringify(wrong)).to.be.false;
  });

  it('gives four children that fill their parent', () => {
    fc.assert(
      fc.property(tile, ({ z, x, y }) => {
        fc.pre(z < 22);
        const [west, south, east, north] = webMercatorQuad.bounds({ z, x, y });
        const northWest = webMercatorQuad.bounds({ z: z + 1, x: 2 * x, y: 2 * y });
        const southEast = webMercatorQuad.bounds({ z: z + 1, x: 2 * x + 1, y: 2 * y + 1 });
        expect([northWest[0], northWest[3]]).to.deep.equal([west, north]);
        expect(southEast[2]).to.be.closeTo(east, 1e-6);
        expect(southEast[1]).to.be.closeTo(south, 1e-6);
      }),
    );
  });

  it('finds the tile that a point is in', () => {
    fc.assert(
      fc.property(tile, ({ z, x, y }) => {
        const [west, south, east, north] = degrees(webMercatorQuad.bounds({ z, x, y }));
        expect(tileAt((west + east) / 2, (south + north) / 2, z)).to.deep.equal({ z, x, y });
      }),
    );
  });

  it('goes to degrees and back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -85, max: 85, noNaN: true }),
        (lon, lat) => {
          const [lonAgain, latAgain] = lonLat(...mercator(lon, lat));
          expect(lonAgain).to.be.closeTo(lon, 1e-9);
          expect(latAgain).to.be.closeTo(lat, 1e-9);
        },
      ),
    );
  });
});

eachDatabase('WebMercatorQuad against PostGIS', ({ database }) => {
  const envelope = parseStatement(
    'test/tile-envelope',
    `select ST_XMin(e) as west, ST_YMin(e) as south, ST_XMax(e) as east, ST_YMax(e) as north
     from ST_TileEnvelope(:z::integer, :x::integer, :y::integer, margin => :margin::float8) e`,
  );
  const transformed = parseStatement(
    'test/to-3857',
    'select ST_X(p) as x, ST_Y(p) as y from ST_Transform(ST_SetSRID(ST_MakePoint(:lon::float8, :lat::float8), 4326), 3857) p',
  );

  it('bounds, with and without the buffer, are those of ST_TileEnvelope', async () => {
    for (const address of fc.sample(tile, { numRuns: 30, seed: 1 }))
      for (const margin of [0, buffer]) {
        const row = await database().row<Record<'west' | 'south' | 'east' | 'north', number>>(envelope, {
          ...address,
          margin: margin / extent,
        });
        const theirs = [row.west, row.south, row.east, row.north];
        webMercatorQuad.bounds(address, margin).forEach((metres, side) => {
          const [near, expected = NaN] = [Math.abs(metres) < world, theirs[side]];
          // Over the world's edge ST_TileEnvelope may stop there; a search box may as well go on.
          if (near || margin === 0) expect(metres).to.be.closeTo(expected, 1e-6);
          else expect(Math.abs(metres)).to.be.at.least(Math.abs(expected) - 1e-6);
        });
      }
  });

  it('points are those of ST_Transform', async () => {
    for (const [lon, lat] of [
      [9.5, 60.2],
      [-179, -80],
      [31, 71.2],
    ] as const) {
      const { x, y } = await database().row<{ x: number; y: number }>(transformed, { lon, lat });
      expect(mercator(lon, lat)[0]).to.be.closeTo(x, 1e-6);
      expect(mercator(lon, lat)[1]).to.be.closeTo(y, 1e-6);
    }
  });
});
