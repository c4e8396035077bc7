import type { Point } from './frame.ts';
import { cover } from './ground.ts';
import type { Land } from './land.ts';
import { placeName } from './names.ts';
import { countyFaces, siteOf } from './places.ts';
import { randomStream, type Random } from './random.ts';
import { band, blob, blobPolygon, type Blob } from './shapes.ts';
import type { Polygon } from 'geojson';
import type { Spot, SpotName, Stage } from './stage.ts';

export type NatureValue = 'national' | 'regional' | 'local' | 'not-assessed';

export interface NatureArea {
  id: string;
  name: string;
  value: NatureValue;
  geometry: Polygon;
}

/** What nature and outdoor life need: areas of each kind, the ones that drafts meet among them. */
export interface Nature {
  contiguous: NatureArea[];
  corridors: NatureArea[];
  recreation: NatureArea[];
  protected: NatureArea[];
  types: NatureArea[];
  reindeer: NatureArea[];
  mountainPlans: NatureArea[];
}

const values: NatureValue[] = ['national', 'regional', 'local', 'not-assessed'];

export function natureOf(land: Land, stage: Stage): Nature {
  const random = randomStream(land.seed, 'nature');
  const { scale } = land;
  const faces = countyFaces(land).filter((face) => !stage.taken.has(face));
  const high = faces.filter((face) => land.ground.aboveTreeline[face] > 40);
  const wild = faces.filter((face) => land.ground.nearness[face] > 3);
  const near = faces.filter((face) => land.ground.nearness[face] > 1 && land.ground.nearness[face] < 6);
  const largest = Math.min(5000, 0.25 * land.frame.radius);
  const scatter = (
    prefix: string,
    ending: string,
    count: number,
    from: number[],
    radius: number,
    fixed?: NatureValue,
  ) => spread(land, random, { prefix, ending, count: Math.max(1, Math.round(count)), from, radius, fixed });
  const contiguous = scatter('natur', 'fjella', 80 * scale + 3, wild, 0.7 * largest);
  return {
    contiguous: [...contiguous.map(drawn), ...atSpot(stage, 'cabins-nature', 'regional', 2.2, random)],
    corridors: [...between(contiguous), ...acrossSpot(stage)],
    recreation: [
      ...scatter('friluft', 'marka', 500 * scale + 4, near.length > 0 ? near : wild, 0.16 * largest).map(drawn),
      ...atSpot(stage, 'cabins-recreation', 'national', 1.4, random),
    ],
    protected: scatter('vern', 'reservatet', 120 * scale + 2, wild, 0.3 * largest).map(drawn),
    types: scatter(
      'naturtype',
      'lokaliteten',
      2500 * scale + 4,
      faces.filter((face) => land.ground.opening[face] !== cover.built),
      90,
    ).map(drawn),
    reindeer: [
      ...scatter('villrein', 'vidda', 6 * scale + 1, high.length > 0 ? high : wild, largest, 'national').map(drawn),
      ...atSpot(stage, 'cabins-reindeer', 'national', 2.5, random),
    ],
    mountainPlans: scatter(
      'fjellplan',
      'planområdet',
      5 * scale + 1,
      high.length > 0 ? high : wild,
      1.1 * largest,
      'regional',
    ).map(drawn),
  };
}

interface Scattered {
  id: string;
  name: string;
  value: NatureValue;
  area: Blob;
}

function spread(
  land: Land,
  random: Random,
  wish: {
    prefix: string;
    ending: string;
    count: number;
    from: number[];
    radius: number;
    fixed: NatureValue | undefined;
  },
): Scattered[] {
  return Array.from({ length: wish.count }, (_, index) => ({
    id: `${wish.prefix}-${index}`,
    name: placeName(index, wish.ending),
    value: wish.fixed ?? values[index % values.length] ?? 'local',
    area: blob(
      random,
      siteOf(land, random.pick(wish.from)),
      wish.radius * random.between(0.5, 1),
      random.between(1, 2),
    ),
  }));
}

function drawn({ id, name, value, area }: Scattered): NatureArea {
  return { id, name, value, geometry: blobPolygon(area, 1, 40) };
}

function atSpot(stage: Stage, name: SpotName, value: NatureValue, size: number, random: Random): NatureArea[] {
  const spot = stage.spots.get(name);
  if (!spot) return [];
  return [
    { id: name, name: `${name} område`, value, geometry: blobPolygon(blob(random, spot.at, size * spot.radius, 1.1)) },
  ];
}

/** Corridors between neighbouring contiguous areas, bending a little. */
function between(areas: Scattered[]): NatureArea[] {
  return areas.slice(1).flatMap((area, index) => {
    const other = nearest(area, areas.slice(0, index + 1));
    const [a, b] = [area.area.at, other.area.at];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length < 50) return [];
    const line = Array.from({ length: 9 }, (_, i): Point => {
      const share = i / 8;
      const out = 0.1 * Math.sin(Math.PI * share);
      return [a[0] + (b[0] - a[0]) * share - out * (b[1] - a[1]), a[1] + (b[1] - a[1]) * share + out * (b[0] - a[0])];
    });
    const value = values[index % 3] ?? 'local';
    return [
      {
        id: `korridor-${index}`,
        name: placeName(index, 'draget'),
        value,
        geometry: band(line, Math.min(350, 0.12 * length)),
      },
    ];
  });
}

function nearest(area: Scattered, others: Scattered[]): Scattered {
  const far = ({ area: { at: [x, y] } }: Scattered) => Math.hypot(x - area.area.at[0], y - area.area.at[1]); // prettier-ignore
  return others.reduce((a, b) => (far(b) < far(a) ? b : a));
}

/** A corridor narrow enough to be cut through by the cabins that are proposed in the middle of it. */
function acrossSpot({ spots }: Stage): NatureArea[] {
  const spot: Spot | undefined = spots.get('cabins-corridor');
  if (!spot) return [];
  const [x, y] = spot.at;
  const reach = 6 * spot.radius;
  const line: Point[] = [[x - reach, y - 0.3 * reach], [x, y], [x + reach, y + 0.3 * reach]]; // prettier-ignore
  return [{ id: 'cabins-corridor', name: 'Trekkveien', value: 'regional', geometry: band(line, 0.25 * spot.radius) }];
}
