import type { Position } from 'geojson';
import { statement } from '../../database/statement.ts';
import { fromWkb } from '../../imports/wkb-reader.ts';
import { everyZone, OverlayFailed } from '../measurement/every-zone.ts';
import type { Measuring } from '../measurement/measure.ts';
import type { JudgedZone } from '../plan/zone.ts';
import { gridOver, nearestOn, placesOf, type Grid, type LineParts } from './height-over-line.ts';
import { spacing } from './relief.ts';
import type { Treeline, TreelineFeature } from './treeline-lines.ts';

/** One line where it runs nearest to a zone. */
export interface Shore {
  zone: JudgedZone;
  /** The feature whose land lies nearest. */
  nearest: Pick<TreelineFeature, 'dataset' | 'fid'>;
  /** Places all over the zone, and the line's nearest place to each; analysis CRS. */
  grid: Grid;
  places: Position[];
  shore: Position[];
}

/** A line that lies farther off is not looked for, metres: nothing is known of it. */
const farthest = 256_000;

/**
 * How far to look for a line, metres, each if nothing was found within the one before. The land within is joined, so a line
 * that is known to be kilometres off is looked for from a little beyond that on; the steps are of our choice.
 * @param away metres that it is off at least; infinite where there is no line
 */
export function reachesFor(away: number): number[] {
  const reaches: number[] = [];
  for (let reach = away < 1_000 ? 1_000 : 1.25 * away + 4_000; reach < farthest; reach *= 4) reaches.push(reach);
  return away <= farthest ? [...reaches, farthest] : [];
}

/** Where a line runs nearest to zones; zones that it does not come near are not there. @throws OverlayFailed */
export async function shoresOf(given: Measuring, line: Treeline): Promise<Shore[]> {
  const shores: Shore[] = [];
  let left = given.zones;
  for (const reach of reachesFor(await metresAway(given, line))) {
    if (left.length === 0) break;
    given.signal?.throwIfAborted();
    const found = await shoresWithin(given, line, left, reach);
    shores.push(...found);
    const zones = new Set(found.map(({ zone }) => zone));
    left = left.filter((zone) => !zones.has(zone));
  }
  return shores;
}

/** How many metres a line is off at least; infinite where it has no land in the division. */
async function metresAway({ session, zones, constraints }: Measuring, line: Treeline): Promise<number> {
  const { metres } = await session.row<{ metres: number | null }>(statement('conflicts/treeline-away'), {
    geoms: zones.map(({ land }) => land),
    datasets: line.datasets,
    feature_datasets: line.features.map(({ dataset }) => dataset),
    fids: line.features.map(({ fid }) => fid),
    division: constraints.division,
  });
  return metres ?? Infinity;
}

/** What sql/conflicts/treeline-around.sql says of a zone; without a zone, the line. */
interface Around {
  zone: number | null;
  above_dataset: number | null;
  above_fid: number | null;
  reached: boolean | null;
  line: Buffer | null;
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
    return [{ zone, nearest: { dataset, fid }, grid, places, shore: places.map(([x, y]) => place(x, y)) }];
  });
}

const isAboutZone = (row: Around): row is Around & { zone: number } => row.zone !== null;

function partsOf(line: Buffer | null): LineParts {
  const geometry = line && fromWkb(line);
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : [];
}
