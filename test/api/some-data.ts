import type { Geometry } from 'geojson';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import type { Given } from '../setup/databases.ts';

interface Feature {
  geometry: Geometry;
  properties: Record<string, unknown>;
}

const point = (lon: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lon, lat] });
const box = (west: number, south: number, east: number, north: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

/** 250 stops on a row from 9° east, 0.01° apart, at 60.5° north. */
export const stops: Feature[] = Array.from({ length: 250 }, (_, index) => ({
  geometry: point(9 + index * 0.01, 60.5),
  properties: { id: `stop-${index}`, name: `Holdeplass ${index}, «Æ»`, departures: index, høyde: 12 },
}));

/** Three plans, in force in 2001, 2011 and never. */
export const plans: Feature[] = [
  {
    geometry: box(9, 60, 9.1, 60.1),
    properties: { plan_id: '3330_1', name: 'Gammel', in_force: '2001-06-15', law: 1985 },
  },
  {
    geometry: box(9.2, 60, 9.3, 60.1),
    properties: { plan_id: '3330_2', name: 'Ny', in_force: '2011-01-01', law: 2008 },
  },
  { geometry: box(9.4, 60, 9.5, 60.1), properties: { plan_id: '3330_3', name: 'Forslag', law: 2008 } },
];

/** Two municipalities beside each other. */
export const municipalities: Feature[] = [
  { geometry: box(8.5, 59.9, 9.15, 60.6), properties: { number: '3330', name: 'Hol' } },
  { geometry: box(9.15, 59.9, 9.9, 60.6), properties: { number: '3324', name: 'Gol' } },
];

/** Load and publish features in degrees as a dataset of a layer. */
export async function loadInto({ database, catalogue }: Given, layer: string, features: Feature[], part = 'test') {
  const { datasetId, report } = await loadDataset(database(), catalogue(), {
    layer,
    part,
    crs: 4326,
    features: features.map((feature, index) => ({ index, ...feature })),
    provenance: { title: 'Prøvedata', provider: 'Testeren', dataDate: '2024-05-31', accuracyM: 2, example: true },
  });
  if (report.rejected > 0) throw new Error(`Of the test's own data ${report.rejected} were rejected.`);
  await publish(database(), catalogue(), [{ layer, add: [datasetId] }]);
}
