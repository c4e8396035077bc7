import type { Position } from 'geojson';
import type { ConflictCase } from '../cases/truth-case.ts';
import { everywhere, feature, rectangle } from '../conflicts/scene.ts';

/** South-west of the county, EPSG:25832. */
export const [west, south] = [500_000, 6_640_000];

type Properties = Parameters<typeof feature>[1];

const at = (x: number, y: number): Position => [west + x, south + y];
const point = (id: string, x: number, y: number, properties: Properties) =>
  feature({ type: 'Point', coordinates: at(x, y) }, properties, id);

/** A link of 10 km as its register says, whatever the grid makes of it. */
const link = (id: string, from: [number, number], to: [number, number], properties: Properties) =>
  feature(
    { type: 'LineString', coordinates: [at(...from), at(...to)] },
    { length_m: 10_000, speed_kmh: 80, ...properties },
    id,
  );

const e16 = { road_number: 'Ev16', category: 'european' };
const rv7 = { road_number: 'Rv7', category: 'national' };
const fv280 = { road_number: 'Fv280', category: 'county' };

let rows = 0;
const count = (
  link_id: string,
  road: Properties,
  aadt: number | null,
  direction: string | null,
  share: number | null,
) =>
  feature(
    { type: 'Point', coordinates: at(0, 0) },
    { link_id, ...road, aadt, aadt_direction: direction, long_share: share, long_threshold_m: 5.6, year: 2024 },
    `t${++rows}`,
  );

/**
 * E16 from west to east in four links of 10 km, Rv. 7 north from its middle in two, Fv. 280 south from 30 km in one.
 * Long vehicles: 1000 on the first link of E16; 500 + 100 by direction on the second; AADT 4000 without share on the third;
 * 300 of one direction on the fourth; 200 on the first of Rv. 7, and nothing counted farther on or on Fv. 280.
 */
export const county: ConflictCase['layers'] = {
  municipality: everywhere([
    feature(rectangle(west - 1000, south - 20_000, 42_000, 50_000), { number: '3301', name: 'Bygda' }, '3301'),
  ]),
  'road-link': everywhere([
    link('e1', [0, 0], [10_000, 0], e16),
    link('e2', [10_000, 0], [20_000, 0], e16),
    link('e3', [20_000, 0], [30_000, 0], e16),
    link('e4', [30_000, 0], [40_000, 0], e16),
    link('r1', [20_000, 0], [20_000, 10_000], rv7),
    link('r2', [20_000, 10_000], [20_000, 20_000], rv7),
    link('f1', [30_000, 0], [30_000, -10_000], fv280),
  ]),
  traffic: everywhere(
    [
      count('e1', e16, 5000, 'both', 0.2),
      count('e2', e16, 2000, 'per-direction', 0.25),
      count('e2', e16, 1000, 'per-direction', 0.1),
      count('e3', e16, 4000, 'both', null),
      count('e4', e16, 1500, 'per-direction', 0.2),
      count('r1', rv7, 2000, 'both', 0.1),
    ].map((row) => ({ ...row, geometry: null as unknown as typeof row.geometry })),
  ),
  'rest-area': everywhere([
    point('a', 5000, 50, {
      name: 'Sletta',
      kind: 'truck-rest',
      truck_bays: 20,
      services: 'toalett,dusj',
      directions: 'both',
    }),
    point('g', 35_000, 50, { name: 'Vernet', kind: 'rest', services: null }),
  ]),
  'fuel-station': everywhere([
    point('b', 15_000, 40, { name: 'Tanken', truck_access: 'true', services: 'kafe' }),
    point('c', 12_000, 40, { name: 'Smal', truck_access: 'false' }),
  ]),
  'industrial-area': everywhere([
    feature(rectangle(west + 19_900, south + 15_050, 200, 100), { name: 'Tunet' }, 'd'),
    point('f', 30_000, -6000, { name: 'Bortenfor' }),
  ]),
  'protected-area': everywhere([feature(rectangle(west + 34_900, south, 200, 200), { name: 'Myra' }, 'p')]),
  'energy-station': everywhere([
    point('s1', 0, 30, { name: 'Vest', energy: 'charging', status: 'open', power_kw: 700 }),
    point('s2', 40_000, 30, { name: 'Øst', energy: 'biogas', status: 'open' }),
    point('s3', 70_000, 40_000, { name: 'Øde', energy: 'charging', status: 'open' }),
  ]),
  'grid-point': everywhere([
    point('n1', 5000, 1050, { name: 'Vestnett', available_mw: 8, date: '2024-05-01' }),
    point('n2', 15_000, 2000, { name: 'Midtnett' }),
    point('n3', 20_000, 1000, { name: 'Nordnett', available_mw: 3, date: '2024-05-01' }),
  ]),
};
