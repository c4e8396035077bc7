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
import { boxOf, isIn, stretchesOf } from './stretches.ts';
import type { Height } from './terrain.ts';
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
/** A line that lies farther off is not looked for, metres: nothing is known of it. */
const farthest = 256_000;

/** How far to look for a line that is so far away at least, metres: not much farther than needed, for the land within is joined. */
function reachesFor(away: number): number[] {
  const reaches: number[] = [];
  for (let reach = away < 1_000 ? 1_000 : 1.25 * away + 4_000; reach < farthest; reach *= 4) reaches.push(reach);
  return away <= farthest ? [...reaches, farthest] : [];
}

/** One line where it runs nearest to a zone. */
interface Shore {
  zone: JudgedZone;
  nearest: DrawnBelt['nearest'];
  /** Places all over the zone, and the line's nearest place to each. */
  grid: Grid;
  shore: Position[];
  /** Where the heights of the zone are to be known. */
  ground: Edges;
  /** Stretches of the line that are nearest to some place: a zone halfway between two slopes has its line on both. */
  stretches: Edges[];
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
  for (const reach of reachesFor(await metresAway(given, line))) {
    if (left.length === 0) break;
    given.signal?.throwIfAborted();
    const shores = await shoresWithin(given, line, left, reach);
    let undrawn = shores;
    const inPart = new Map<Shore, DrawnBelt>();
    for (const margin of [near, ...farther]) {
      if (undrawn.length === 0) break;
      const relief = await Relief.around(
        given,
        undrawn.flatMap(({ ground, stretches }) =>
          [ground, ...stretches].map((box) => wider(withSurroundings(box), margin)),
        ),
        { withoutSpots: margin > near },
      );
      undrawn = undrawn.filter((shore) => {
        const { belt, isWhole } = drawBelt(shore, line, relief, margin);
        if (belt && isWhole) belts.push(belt);
        else if (belt && !inPart.has(shore)) inPart.set(shore, belt);
        return !(belt && isWhole);
      });
    }
    for (const shore of undrawn) belts.push(...[inPart.get(shore) ?? []].flat());
    const found = new Set(shores.map(({ zone }) => zone));
    left = left.filter((zone) => !found.has(zone));
  }
  return belts;
}

/** @returns the belt, null where no heights could be compared; whether the heights of every stretch of the line are known */
function drawBelt(
  { zone, nearest, grid, shore, ground, stretches }: Shore,
  { number: line, uncertainty_m }: Treeline,
  relief: Relief,
  margin: number,
): { belt: DrawnBelt | null; isWhole: boolean } {
  const over = (box: Edges) => relief.over(wider(withSurroundings(box), margin));
  const along = stretches.map((stretch) => ({ stretch, height: over(stretch), isKnown: false }));
  const there: Height = (x, y) => {
    const found = along.find(({ stretch }) => isIn(stretch, x, y));
    const height = found?.height(x, y) ?? null;
    if (found && height !== null) found.isKnown = true;
    return height;
  };
  const sampled = heightsOverLine(grid, shore, over(ground), there);
  const isWhole = along.every(({ isKnown }) => isKnown);
  if (!sampled) return { belt: null, isWhole };
  const metres = uncertainty_m ?? 0;
  const [from, to] = [landOver(sampled, -metres), landOver(sampled, metres)].map((land) => JSON.stringify(land));
  return { belt: { zone: zone.index, line, from, to, step_m: grid.step, nearest }, isWhole };
}

/** How far off a line is at least. */
async function metresAway({ session, zones, constraints }: Measuring, line: Treeline): Promise<number> {
  const { metres } = await session.row<{ metres: number | null }>(statement('conflicts/treeline-away'), {
    geoms: zones.map(({ land }) => land),
    feature_datasets: line.features.map(({ dataset }) => dataset),
    fids: line.features.map(({ fid }) => fid),
    division: constraints.division,
  });
  return metres ?? Infinity;
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
    return [
      { zone, nearest: { dataset, fid }, grid, shore, ground: boxOf(places), stretches: stretchesOf(shore, 2 * near) },
    ];
  });
}

const isAboutZone = (row: Around): row is Around & { zone: number } => row.zone !== null;

function partsOf(line: Buffer | null): LineParts {
  const geometry = line && fromWkb(line);
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : [];
}

/** A box and as much around it as it is wide. */
const withSurroundings = (box: Edges): Edges => wider(box, Math.hypot(box[2] - box[0], box[3] - box[1]));

const wider = ([west, south, east, north]: Edges, more: number): Edges => [
  west - more,
  south - more,
  east + more,
  north + more,
];
