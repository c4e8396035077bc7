import type { Position } from 'geojson';
import type { ConflictCase } from '../cases/truth-case.ts';
import { everywhere, feature, rectangle } from '../conflicts/scene.ts';

/** South-west corner of the small county, EPSG:25832. */
export const [west, south] = [500_000, 6_640_000];
/** A metre of the grid here, on the ground. */
export const ground = 1 / 0.9996;

type Properties = Parameters<typeof feature>[1];

/** A population cell of 250 m by the middle of its lower edge's left corner, metres from the corner of the county. */
export const cellAt = (id: string, x: number, y: number, properties: Properties) =>
  feature(rectangle(west + x, south + y, 250, 250), { cell: id, year: 2024, ...properties }, id);

export const pointAt = (x: number, y: number, properties: Properties) =>
  feature({ type: 'Point', coordinates: [west + x, south + y] }, properties);

export const roadAlong = (places: [number, number][], properties: Properties = {}) =>
  feature(
    { type: 'LineString', coordinates: places.map(([x, y]): Position => [west + x, south + y]) },
    {
      speed_kmh: 60,
      category: 'county',
      ...properties,
    },
  );

/**
 * Two municipalities beside each other: a town (0301, the anchor) in the west and a village (3301) in the east, on one
 * road at 60 km/h; a cell far from every road in the village. The middles of the cells lie on the road.
 */
export const smallCounty: ConflictCase['layers'] = {
  municipality: everywhere([
    feature(rectangle(west - 1000, south - 5000, 11_000, 20_000), { number: '0301', name: 'Byen' }, '0301'),
    feature(rectangle(west + 10_000, south - 5000, 12_000, 20_000), { number: '3301', name: 'Bygda' }, '3301'),
  ]),
  'road-link': everywhere([roadAlong([[0, 0], [20_000, 0]])]), // prettier-ignore
  population: everywhere([
    cellAt('town', 875, -125, { residents: 800 }),
    cellAt('suburb', 5875, -125, { residents: 200 }),
    cellAt('village', 15_875, -125, { residents: 50 }),
    cellAt('remote', 15_875, 9000, { residents: 10 }),
  ]),
  workplace: everywhere([
    pointAt(1000, 50, { jobs: 1000, year: 2024 }),
    pointAt(15_900, 0, { jobs: 100, year: 2024 }),
    pointAt(12_000, 0, { jobs: 64, year: 2024 }),
    pointAt(12_000, 0, { jobs: 5, year: 2020 }),
    pointAt(15_000, -4500, { jobs: 7, year: 2024 }),
    pointAt(1000, 0, { jobs: -3, year: 2024 }),
  ]),
  service: everywhere([pointAt(1000, 0, { kind: 'school', count: 8 }), pointAt(16_000, 0, { kind: 'shop' })]),
};
