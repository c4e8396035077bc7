import type { Geometry } from 'geojson';
import { loadInto } from '../api/some-data.ts';
import type { Given } from '../setup/databases.ts';

/** Degrees: west, south, east, north. */
type Box = [number, number, number, number];

const box = ([west, south, east, north]: Box): Geometry => ({
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

const feature = (at: Box, properties: Record<string, unknown>) => ({ geometry: box(at), properties });

const [west, middle, east] = [9, 9.02, 9.04];
/** Where the data of Vest end: what only touches the border lies in both. */
const end = 9.0199;
const [south, half, north] = [60, 60.01, 60.02];

/**
 * Two municipalities of one region: of Vest nearly everything is known, of Øst only its border. Vest's southern half was
 * forest, and a strip of it was built on; its plan sets land aside for homes and holiday homes.
 */
export async function loadSmallMunicipalities(given: Given): Promise<void> {
  const load = (
    layer: string,
    features: { geometry: Geometry; properties: Record<string, unknown> }[],
    part?: string,
  ) => loadInto(given, layer, features, part);
  await load('municipality', [
    feature([west, south, middle, north], { number: '9901', name: 'Vest' }),
    feature([middle, south, east, north], { number: '9902', name: 'Øst' }),
  ]);
  await load('region', [feature([west, south, east, north], { number: '99', name: 'Begge' })]);
  const strip = 9.004;
  /** Half of the zone for homes is cropland, in the map of ecosystems. */
  const [tilled, cropland] = [60.003, '2'];
  for (const [layer, forest, open, built] of [
    ['land-cover', '30', '50', '11'],
    ['ecosystem', '4', '5', '1'],
  ] as const) {
    const north2 = (year: number) => feature([west, half, end, north], { class: open, year });
    await load(layer, [feature([west, south, end, half], { class: forest, year: 2018 }), north2(2018)], '2018');
    await load(
      layer,
      [
        feature([west, south, strip, half], { class: built, year: 2024 }),
        feature([strip, tilled, end, half], { class: forest, year: 2024 }),
        feature([strip, south, end, tilled], { class: layer === 'ecosystem' ? cropland : forest, year: 2024 }),
        north2(2024),
      ],
      '2024',
    );
  }
  const plan = { plan_id: '9901_1', plan_type: 20, plan_status: 3, law: 2008, in_force: '2020-01-01' };
  const zone = (at: Box, purpose: number, name: string) =>
    feature(at, { object_type: 'KpArealformålOmråde', purpose, status: 2, plan_id: '9901_1', name });
  await load('plan', [feature([west, south, end, north], { ...plan, name: 'Kommuneplan' })]);
  await load('zoning', [
    zone([9.006, 60.002, 9.01, 60.004], 1110, 'B1'),
    zone([9.012, 60.012, 9.016, 60.014], 1120, 'F1'),
  ]);
  const cell = (year: number, residents: number) => feature([9.001, 60.001, 9.003, 60.003], { residents, year });
  await load('population', [cell(2018, 80), cell(2024, 100)]);
  const zoned = (at: Box, of: string, need: number, residents: number) =>
    feature(at, { zone: of, need, residents, new_buildings: 2, reserve_m2: 4000, municipality: '9901' });
  await load('coordination-zones-housing', [
    zoned([9.001, 60.001, 9.003, 60.003], 'hinterland-high', 4, 70),
    zoned([9.003, 60.001, 9.005, 60.003], 'hinterland-high', 4, 20),
    zoned([9.005, 60.001, 9.007, 60.003], 'outer-low', 1, 10),
  ]);
}
