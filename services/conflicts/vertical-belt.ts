import type { Position } from 'geojson';
import { statement } from '../database/statement.ts';
import { datasetIds } from './constraints.ts';
import { heightsOverLine, landOver, type LineParts } from './height-over-line.ts';
import type { Measuring } from './measure.ts';
import { terrainOf } from './terrain.ts';
import type { Treeline } from './treeline-lines.ts';
import type { JudgedZone } from './zone.ts';

/** The belt of an uncertainty in height around one line, drawn for one zone. GeoJSON text in the analysis CRS. */
export interface DrawnBelt {
  zone: number;
  line: number;
  /** Land that lies higher than the line less its uncertainty. */
  from: string;
  /** Land that lies higher than the line and its uncertainty: beyond the belt. */
  to: string;
  /** Metres between the places where heights were compared; 0 where the line runs too far off to matter. */
  step_m: number;
}

/** Heights are gathered so much farther around a zone than its line lies off, metres. */
const margin = 500;
/** Points along contours and lines are at most so far apart, metres. */
const spacing = 25;

const nowhere = JSON.stringify({ type: 'Polygon', coordinates: [] });

/** One line where it concerns a zone. */
interface Around {
  zone: number;
  /** Planar metres from the zone's land to the line; null when the line does not come near and the zone lies above it. */
  distance_m: number | null;
  parts: LineParts | null;
}

/**
 * Draw the belts of lines whose uncertainty is one of height: land whose height differs from the line's, at the line's
 * nearest point, by no more than the uncertainty. Heights are interpolated in triangles between points of known height.
 * @returns one belt per line and zone that it concerns; none where no heights are known
 */
export async function verticalBelts(
  given: Measuring<'belt_reach_m'>,
  lines: readonly Treeline[],
): Promise<DrawnBelt[]> {
  const belts: DrawnBelt[] = [];
  if (datasetIds(given.constraints, 'elevation').length === 0) return belts;
  for (const line of lines.filter(({ belt }) => belt === 'vertical')) {
    given.signal?.throwIfAborted();
    const around = await lineAround(given, line);
    const heights = await heightsAround(given, around);
    for (const { zone, parts } of around) {
      const known = heights.get(zone.index) ?? [];
      if (known.length >= 3) belts.push(drawBelt(zone, line, known, parts));
    }
  }
  return belts;
}

function drawBelt(
  { index: zone, box }: JudgedZone,
  { number: line, uncertainty_m }: Treeline,
  heights: readonly Position[],
  parts: LineParts | null,
): DrawnBelt {
  if (!parts) return { zone, line, from: nowhere, to: nowhere, step_m: 0 };
  const sampled = heightsOverLine(box, terrainOf(heights), parts);
  const metres = uncertainty_m ?? 0;
  const [from, to] = [landOver(sampled, -metres), landOver(sampled, metres)].map((land) => JSON.stringify(land));
  return { zone, line, from, to, step_m: sampled.step };
}

async function lineAround(given: Measuring<'belt_reach_m'>, line: Treeline) {
  const { session, zones, constraints, municipalities, parameters } = given;
  const rows = await session.rows<Around>(statement('conflicts/treeline-around'), {
    zones: zones.map(({ index }) => index),
    geoms: zones.map(({ land }) => land),
    datasets: line.datasets,
    feature_datasets: line.features.map(({ dataset }) => dataset),
    fids: line.features.map(({ fid }) => fid),
    division: constraints.division,
    municipalities,
    reach: parameters.belt_reach_m,
    spacing,
  });
  const byIndex = new Map(zones.map((zone) => [zone.index, zone]));
  return rows.map((row) => ({ ...row, zone: byIndex.get(row.zone) as JudgedZone }));
}

/** Points of known height, [x, y, height], around each zone and the line near it. */
async function heightsAround(
  { session, constraints }: Measuring,
  around: readonly { zone: JudgedZone; distance_m: number | null }[],
): Promise<Map<number, Position[]>> {
  const across = ([west, south, east, north]: JudgedZone['box']) => Math.hypot(east - west, north - south);
  const rows = await session.rows<{ zone: number; points: Position[] }>(statement('conflicts/elevation-near'), {
    zones: around.map(({ zone }) => zone.index),
    geoms: around.map(({ zone }) => zone.land),
    // The line's nearest point to any place of the zone lies no farther off than this.
    reaches: around.map(({ zone, distance_m }) => (distance_m ?? 0) + across(zone.box) + margin),
    spacing,
    datasets: datasetIds(constraints, 'elevation'),
  });
  return new Map(rows.map(({ zone, points }) => [zone, points]));
}
