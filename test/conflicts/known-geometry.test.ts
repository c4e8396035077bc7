import { expect } from 'chai';
import type { Polygon, Position } from 'geojson';
import proj4 from 'proj4';
import { eachDatabase } from '../setup/databases.ts';
import { cabins, everywhere, feature, rectangle, Stage } from './scene.ts';

const [x, y] = [500_000, 6_700_000];
/** Ellipsoidal m² and m of those of the grid, on the central meridian. */
const [square, metre] = [1 / 0.9996 ** 2, 1 / 0.9996];

const ringOf = ({ coordinates: [ring = []] }: Polygon): Position[] => ring;
const withHole = (outer: Polygon, hole: Polygon): Polygon => ({
  type: 'Polygon',
  coordinates: [ringOf(outer), ringOf(hole)],
});

/** A circle drawn with so many corners; its first corner lies due east. */
function circle(radius: number, corners = 720): Polygon {
  const ring = Array.from({ length: corners }, (_, at): Position => {
    const angle = (2 * Math.PI * at) / corners;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
}

/** Its area: as many triangles as it has corners. */
const circleArea = (radius: number, corners = 720) => (corners / 2) * radius ** 2 * Math.sin((2 * Math.PI) / corners);

/** A square around the middle. */
const squareOf = (side: number) => rectangle(x - side / 2, y - side / 2, side, side);

/** The same ground with points at most so far apart. */
function densified(polygon: Polygon, apart: number): Polygon {
  const ring = ringOf(polygon);
  const points = ring.slice(0, -1).flatMap((from, at) => {
    const to = ring[at + 1];
    const parts = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / apart);
    return Array.from({ length: parts }, (_, part): Position => [
      from[0] + ((to[0] - from[0]) * part) / parts,
      from[1] + ((to[1] - from[1]) * part) / parts,
    ]);
  });
  return { type: 'Polygon', coordinates: [[...points, points[0]]] };
}

eachDatabase('overlaps and distances that can be worked out by hand', (given) => {
  const stage = new Stage(given);
  const nature = (geometry: Polygon) => feature(geometry, { name: 'N', value: 'national' });
  const layersOf = (geometry: Polygon, others = {}) => ({
    ...{ 'contiguous-nature': everywhere([nature(geometry)]), 'nature-corridor': everywhere([]) },
    ...{ 'recreation-area': everywhere([]), ...others },
  });
  const finding = (zone: Polygon, constraint: Polygon, more: { crs?: string; others?: object } = {}) =>
    stage.finding(
      {
        layers: layersOf(constraint, more.others),
        zones: [cabins(zone)],
        ...(more.crs && { crs: more.crs, outline: null }),
      },
      'nature-areas',
    );

  it('are those of a circle in a square, a square in a circle, and half a circle', async () => {
    const inside = await finding(squareOf(400), circle(150));
    expect(inside.verdict).to.equal('conflict');
    expect(inside.area_m2).to.be.closeTo(circleArea(150) * square, 1e-8 * circleArea(150));
    expect(inside.share_of_zone).to.be.closeTo(circleArea(150) / 160_000, 1e-8);
    const around = await finding(squareOf(100), circle(150));
    expect(around.area_m2).to.be.closeTo(10_000 * square, 1e-4);
    expect(around.share_of_zone).to.be.closeTo(1, 1e-9);
    const half = await finding(rectangle(x - 200, y, 400, 200), circle(150));
    expect(half.area_m2).to.be.closeTo((circleArea(150) / 2) * square, 1e-8 * circleArea(150));
  });

  it('are nothing in a hole, of the constraint or of the zone, and the distance is that to its edge', async () => {
    const zoneInHole = await finding(squareOf(100), withHole(squareOf(1000), squareOf(340)));
    expect(zoneInHole).to.include({ verdict: 'clear', area_m2: 0 });
    expect(zoneInHole.distance_m).to.be.closeTo(120 * metre, 1e-4);
    const constraintInHole = await finding(withHole(squareOf(1000), squareOf(340)), squareOf(100));
    expect(constraintInHole).to.include({ verdict: 'clear', area_m2: 0 });
    expect(constraintInHole.distance_m).to.be.closeTo(120 * metre, 1e-4);
    const filling = await finding(withHole(squareOf(1000), squareOf(300)), squareOf(300));
    expect(filling).to.include({ area_m2: 0, touching: true });
    const across = await finding(withHole(squareOf(1000), squareOf(300)), squareOf(400));
    expect(across.area_m2).to.be.closeTo((160_000 - 90_000) * square, 1e-3);
  });

  it('are the same across a municipal border and the border of the county', async () => {
    const zone = squareOf(300);
    const constraint = rectangle(x - 400, y - 100, 800, 200);
    const alone = await finding(zone, constraint);
    const west = feature(rectangle(x - 5000, y - 5000, 5000, 10_000), { number: '3338', name: 'V' });
    const east = feature(rectangle(x, y - 5000, 120, 10_000), { number: '3330', name: 'Ø' });
    // East of x + 120 lies no municipality of the county.
    const divided = await finding(zone, constraint, { others: { municipality: everywhere([west, east]) } });
    expect(divided.verdict).to.equal(alone.verdict);
    expect(divided.area_m2).to.be.closeTo(60_000 * square, 1e-3);
    expect(divided.area_m2).to.be.closeTo(alone.area_m2 ?? 0, 1e-9 * 60_000);
  });

  it('are the same for a draft in UTM 32, UTM 33, NTM 10 and degrees', async () => {
    const ground = densified(circle(200, 9), 10);
    const constraint = rectangle(x - 300, y - 20, 600, 600);
    const utm32 = await finding(ground, constraint, { crs: 'EPSG:25832' });
    expect(utm32.verdict).to.equal('conflict');
    const systems = {
      'EPSG:25833': '+proj=utm +zone=33 +ellps=GRS80',
      'EPSG:5110': '+proj=tmerc +lat_0=58 +lon_0=10.5 +k=1 +x_0=100000 +y_0=1000000 +ellps=GRS80',
      'EPSG:4326': '+proj=longlat +ellps=GRS80',
    };
    for (const [crs, definition] of Object.entries(systems)) {
      const { forward } = proj4('+proj=utm +zone=32 +ellps=GRS80', definition);
      const there: Polygon = { type: 'Polygon', coordinates: [ringOf(ground).map((at) => forward([at[0], at[1]]))] };
      const found = await finding(there, constraint, { crs });
      expect(found.verdict, crs).to.equal(utm32.verdict);
      for (const figure of ['area_m2', 'zone_area_m2', 'new_area_m2'] as const)
        expect(found[figure], `${crs} ${figure}`).to.be.closeTo(utm32[figure] ?? 0, 1e-6 * (utm32[figure] ?? 0));
    }
  });
});
