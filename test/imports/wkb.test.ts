import { expect } from 'chai';
import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { fromWkt } from '../../services/imports/readers/wkt.ts';
import { fromWkb } from '../../services/imports/wkb-reader.ts';
import { toWkb, type Loadable } from '../../services/imports/wkb.ts';
import { eachDatabase } from '../setup/databases.ts';
import { ask } from './rows.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e7, max: 1e7 });
const position = fc.tuple(number, number).map(([x, y]): Position => [x, y]);
const line = fc.array(position, { minLength: 2, maxLength: 6 });
const ring = fc.array(position, { minLength: 3, maxLength: 6 }).map((open) => [...open, open[0] ?? []]);
const rings = fc.array(ring, { minLength: 1, maxLength: 3 });

const geometry: fc.Arbitrary<Loadable> = fc.oneof(
  position.map((coordinates): Loadable => ({ type: 'Point', coordinates })),
  line.map((coordinates): Loadable => ({ type: 'LineString', coordinates })),
  rings.map((coordinates): Loadable => ({ type: 'Polygon', coordinates })),
  line.map((coordinates): Loadable => ({ type: 'MultiPoint', coordinates })),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((coordinates): Loadable => ({ type: 'MultiLineString', coordinates })),
  fc
    .array(rings, { minLength: 1, maxLength: 3 })
    .map((coordinates): Loadable => ({ type: 'MultiPolygon', coordinates })),
);

describe('imports: well-known binary', () => {
  it('gives back every geometry, number by number', () => {
    fc.assert(fc.property(geometry, (given) => void expect(fromWkb(toWkb(given))).to.deep.equal(given)));
  });

  it('ends a ring exactly where it begins', () => {
    const open: Loadable = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0.001],
        ],
      ],
    };
    expect(fromWkb(toWkb(open))).to.deep.equal({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    });
  });

  it('says what is wrong with broken bytes, whatever they are', () => {
    const whole = toWkb({
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ],
    });
    for (let length = 0; length < whole.length; length += 1)
      expect(() => fromWkb(whole.subarray(0, length)), String(length)).to.throw(/^wkb: cut off/);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          fromWkb(bytes);
        } catch (error) {
          expect((error as Error).message).to.match(/^(wkb: |curve)/);
        }
      }),
    );
  });
});

const texts: [wkt: string, geometry: Geometry][] = [
  ['POINT(1 2)', { type: 'Point', coordinates: [1, 2] }],
  [' point z ( 1e3 -2.5E-1 3 ) ', { type: 'Point', coordinates: [1000, -0.25, 3] }],
  [
    'SRID=25832;LINESTRING M (1 2 9,3 4 9)',
    {
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  ['POLYGON EMPTY', { type: 'Polygon', coordinates: [] }],
  [
    'MULTIPOINT(1 2, 3 4)',
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    'MultiPoint((1 2),(3 4))',
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    'POLYGON((0 0,9 0,9 9,0 0),(.5 .25,2 1,2 2,.5 .25))',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [9, 0],
          [9, 9],
          [0, 0],
        ],
        [
          [0.5, 0.25],
          [2, 1],
          [2, 2],
          [0.5, 0.25],
        ],
      ],
    },
  ],
  [
    'MULTIPOLYGON(((0 0,1 0,1 1,0 0)))',
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ],
    },
  ],
];

describe('imports: well-known text', () => {
  for (const [text, expected] of texts) it(text, () => expect(fromWkt(text)).to.deep.equal(expected));

  for (const text of ['', 'POINT', 'POINT(1)', 'POINT(1 2', 'LINESTRING(1 2,3 4) more', 'HEXAGON(1 2)', 'POLYGON(1 2)'])
    it(`refuses '${text}'`, () => expect(() => fromWkt(text)).to.throw(/^wkt: /));

  it('reads a million vertices in one pass', () => {
    const text = `LINESTRING(${Array.from({ length: 1_000_000 }, (_, i) => `${i}.5 ${i}`).join(',')})`;
    const { coordinates } = fromWkt(text) as { coordinates: Position[] };
    expect(coordinates).to.have.length(1_000_000);
    expect(coordinates.at(-1)).to.deep.equal([999_999.5, 999_999]);
  });
});

eachDatabase('imports: binary and text against PostGIS', ({ database }) => {
  it('means the same geometry', async () => {
    for (const given of fc.sample(geometry, 30)) {
      const [row] = await ask<{ text: string; bytes: Buffer }>(
        database(),
        'select st_astext(g, 20) as text, st_asbinary(g) as bytes from st_geomfromwkb(:wkb::bytea) g',
        { wkb: toWkb(given) },
      );
      expect(fromWkb(row?.bytes ?? Buffer.alloc(0))).to.deep.equal(given);
      expect(fromWkt(row?.text ?? '').type).to.equal(given.type);
    }
  });
});
