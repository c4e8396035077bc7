import type { Position } from 'geojson';
import { statement } from '../../database/statement.ts';
import { fromWkb } from '../../imports/wkb-reader.ts';
import { datasetIds } from '../measurement/constraints.ts';
import { everyZone, OverlayFailed } from '../measurement/every-zone.ts';
import {
  gridOver,
  heightsOverLine,
  landOver,
  nearestOn,
  placesOf,
  type Grid,
  type LineParts,
} from './height-over-line.ts';
import type { Measuring } from '../measurement/measure.ts';
import { Relief, spacing, type Edges } from './relief.ts';
import type { Treeline, TreelineFeature } from './treeline-lines.ts';
import type { JudgedZone } from '../plan/zone.ts';

/** The belt of an uncertainty in height around one line, drawn for one zone. GeoJSON text in the analysis CRS. */
export interface DrawnBelt {
  zone: number;
  line: number;
  /** Land that lies higher than the line less its uncertainty. */
  from: string;
  /** Land that lies higher than the line and its uncertainty: beyond the belt. */
  to: string;
  /** Metres between the places where heights were compared. */
  step_m: number;
  /** The feature whose land lies nearest: what the belt belongs to. */
  nearest: Pick<TreelineFeature, 'dataset' | 'fid'>;
}

/**
 * Heights are gathered so much farther around the places where they are compared, metres. Where none are known so near,
 * they are worked out between contours farther off, which on a map of small scale lie kilometres apart; not between spot
 * heights, for anything may lie between those.
 */
const [near, ...farther] = [500, 2_000, 8_000] as const;
/** How far to look for a line, metres: near ones are found cheaply. Farther off than the last, nothing is known of it. */
const reaches = [1_000, 4_000, 16_000, 64_000, 256_000];

/** One line where it runs nearest to a zone. */
interface Shore {
  zone: JudgedZone;
  nearest: DrawnBelt['nearest'];
  /** Places all over the zone, and the line's nearest place to each. */
  grid: Grid;
  shore: Position[];
  /** Where the heights of both are to be known. */
  ground: Edges;
  along: Edges;
}

/** What sql/conflicts/treeline-around.sql says of a zone; without a zone, the line. */
interface Around {
  zone: number | null;
  above_dataset: number | null;
  above_fid: number | null;
  reached: boolean | null;
  line: Buffer | null;
}

/**
 * Draw the belts of lines whose uncertainty is one of height: land whose height differs from the line's, at the line's
 * nearest point, by no more than the uncertainty, however far off that point is. Heights are interpolated in triangles
 * between points of known height.
 * @returns one belt per line and zone; none where the heights of the zone or of the line are not known
 * @throws OverlayFailed
 */
export async function verticalBelts(given: Measuring, lines: readonly Treeline[]): Promise<DrawnBelt[]> {
  const belts: DrawnBelt[] = [];
  if (datasetIds(given.constraints, 'elevation').length === 0) return belts;
  for (const line of lines.filter(({ belt }) => belt === 'vertical')) belts.push(...(await beltsOf(given, line)));
  return belts;
}

async function beltsOf(given: Measuring, line: Treeline): Promise<DrawnBelt[]> {
  const belts: DrawnBelt[] = [];
  let left = given.zones;
  for (const reach of reaches) {
    if (left.length === 0) break;
    given.signal?.throwIfAborted();
    const shores = await shoresWithin(given, line, left, reach);
    let undrawn = shores;
    for (const margin of [near, ...farther]) {
      if (undrawn.length === 0) break;
      const relief = await Relief.around(
        given,
        undrawn.flatMap(({ ground, along }) => [wider(ground, margin), wider(along, margin)]),
        { withoutSpots: margin > near },
      );
      undrawn = undrawn.filter((shore) => {
        const belt = drawBelt(shore, line, relief, margin);
        if (belt) belts.push(belt);
        return !belt;
      });
    }
    const found = new Set(shores.map(({ zone }) => zone));
    left = left.filter((zone) => !found.has(zone));
  }
  return belts;
}

function drawBelt(
  { zone, nearest, grid, shore, ground, along }: Shore,
  { number: line, uncertainty_m }: Treeline,
  relief: Relief,
  margin: number,
): DrawnBelt | null {
  const [here, there] = [relief.over(wider(ground, margin)), relief.over(wider(along, margin))];
  const sampled = heightsOverLine(grid, shore, here, there);
  if (!sampled) return null;
  const metres = uncertainty_m ?? 0;
  const [from, to] = [landOver(sampled, -metres), landOver(sampled, metres)].map((land) => JSON.stringify(land));
  return { zone: zone.index, line, from, to, step_m: grid.step, nearest };
}

/** The line near zones, where all of it that they need runs within reach. */
async function shoresWithin(
  { session, constraints }: Measuring,
  line: Treeline,
  zones: readonly JudgedZone[],
  reach: number,
): Promise<Shore[]> {
  const grids = zones.map(({ box }) => gridOver(box));
  const rows = await session.rows<Around>(statement('conflicts/treeline-around'), {
    zones: zones.map(({ index }) => index),
    geoms: zones.map(({ land }) => land),
    acrosses: grids.map(({ columns, rows, step }) => Math.hypot(columns, rows) * step),
    reach,
    datasets: line.datasets,
    feature_datasets: line.features.map(({ dataset }) => dataset),
    fids: line.features.map(({ fid }) => fid),
    division: constraints.division,
    spacing,
  });
  const around = everyZone(rows.filter(isAboutZone), zones);
  const about = rows.find(({ zone }) => zone === null);
  if (!about) throw new OverlayFailed(['treeline']);
  const parts = partsOf(about.line);
  if (parts.length === 0) return [];
  const place = nearestOn(parts);
  return zones.flatMap((zone, at) => {
    const { reached, above_dataset: dataset, above_fid: fid } = around.get(zone.index) as Around;
    if (!reached || dataset === null || fid === null) return [];
    const grid = grids[at];
    const places = placesOf(grid);
    const shore = places.map(([x, y]) => place(x, y));
    return [{ zone, nearest: { dataset, fid }, grid, shore, ground: boxOf(places), along: boxOf(shore) }];
  });
}

const isAboutZone = (row: Around): row is Around & { zone: number } => row.zone !== null;

function partsOf(line: Buffer | null): LineParts {
  const geometry = line && fromWkb(line);
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : [];
}

/** The box around places, and as much around it as it is wide. */
function boxOf(places: readonly Position[]): Edges {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of places) {
    [west, south] = [Math.min(west, x), Math.min(south, y)];
    [east, north] = [Math.max(east, x), Math.max(north, y)];
  }
  return wider([west, south, east, north], Math.hypot(east - west, north - south));
}

const wider = ([west, south, east, north]: Edges, more: number): Edges => [
  west - more,
  south - more,
  east + more,
  north + more,
];
