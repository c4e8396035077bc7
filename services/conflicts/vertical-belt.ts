import { statement } from '../database/statement.ts';
import { datasetIds } from './constraints.ts';
import { heightsOverLine, landOver, type LinePoint } from './height-over-line.ts';
import type { Measuring } from './measure.ts';
import { terrainOf, type HeightPoint } from './terrain.ts';
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

/** How far around a zone and its line heights are gathered, beyond the line's reach; metres. */
const margin = 1000;
/** Points along contours and lines are at most so far apart, metres. */
const spacing = 25;

const nowhere = JSON.stringify({ type: 'Polygon', coordinates: [] });

/**
 * Draw the belts of lines whose uncertainty is one of height: land whose height differs from the line's, at the line's
 * nearest point, by no more than the uncertainty. Heights are interpolated in triangles between points of known height.
 * @returns one belt per zone and line; none where no heights are known
 */
export async function verticalBelts(
  given: Measuring<'belt_reach_m'>,
  lines: readonly Treeline[],
): Promise<DrawnBelt[]> {
  const vertical = lines.filter(({ belt }) => belt === 'vertical');
  const belts: DrawnBelt[] = [];
  if (vertical.length === 0 || datasetIds(given.constraints, 'elevation').length === 0) return belts;
  for (const zone of given.zones) {
    given.signal?.throwIfAborted();
    const points = await heightsAround(given, zone);
    if (points.length < 3) continue;
    const height = terrainOf(points);
    for (const line of vertical) belts.push(drawBelt(zone, line, height, await lineAround(given, zone, line)));
  }
  return belts;
}

function drawBelt(
  zone: JudgedZone,
  { number, uncertainty_m }: Treeline,
  height: ReturnType<typeof terrainOf>,
  points: readonly LinePoint[],
): DrawnBelt {
  if (points.length === 0) return { zone: zone.index, line: number, from: nowhere, to: nowhere, step_m: 0 };
  const sampled = heightsOverLine(zone.box, height, points);
  return {
    zone: zone.index,
    line: number,
    from: JSON.stringify(landOver(sampled, -(uncertainty_m ?? 0))),
    to: JSON.stringify(landOver(sampled, uncertainty_m ?? 0)),
    step_m: sampled.step,
  };
}

const heightsAround = ({ session, constraints, parameters }: Measuring<'belt_reach_m'>, { land }: JudgedZone) =>
  session.rows<HeightPoint>(statement('conflicts/elevation-near'), {
    geom: land,
    reach: parameters.belt_reach_m + margin,
    spacing,
    datasets: datasetIds(constraints, 'elevation'),
  });

const lineAround = (
  { session, constraints, municipalities, parameters }: Measuring<'belt_reach_m'>,
  { land }: JudgedZone,
  line: Treeline,
) =>
  session.rows<LinePoint>(statement('conflicts/treeline-near-zone'), {
    geom: land,
    datasets: line.datasets,
    feature_datasets: line.features.map(({ dataset }) => dataset),
    fids: line.features.map(({ fid }) => fid),
    division: constraints.division,
    municipalities,
    reach: parameters.belt_reach_m,
    spacing,
  });
