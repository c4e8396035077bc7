import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Place } from './defect.ts';
import type { PlanLayer } from './plan-source.ts';

/** A plan as paths of SVG. */
export interface PlanDrawing {
  /** Units of the frame; y runs from −height to 0, as SVG has it. */
  width: number;
  height: number;
  /** Degrees, and units per degree. */
  west: number;
  south: number;
  perLon: number;
  perLat: number;
  paths: { layer: PlanLayer; kind: string | null; path: string }[];
}

/** The longer side of the frame. */
const frameUnits = 800;

interface Row {
  layer: PlanLayer;
  kind: string | null;
  west: number;
  south: number;
  east: number;
  north: number;
  scale: number;
  narrowing: number;
  path: string;
}

/** @returns null for a plan of which nothing was loaded */
export async function drawPlan(database: Database, datasets: Record<PlanLayer, number>): Promise<PlanDrawing | null> {
  const { plan, zoning, 'zoning-consideration': considerations } = datasets;
  const rows = await database.rows<Row>(statement('plans/drawing'), {
    plan,
    zoning,
    considerations,
    width: frameUnits,
  });
  const [first] = rows;
  if (!first) return null;
  const { west, south, east, north, scale, narrowing } = first;
  return {
    ...{ west, south },
    perLon: scale * narrowing,
    perLat: scale,
    width: (east - west) * scale * narrowing,
    height: (north - south) * scale,
    paths: rows.map(({ layer, kind, path }) => ({ layer, kind, path })),
  };
}

/** Where a place is in a drawing. */
export const positionIn = (
  { west, south, perLon, perLat }: PlanDrawing,
  { lon, lat }: Pick<Place, 'lon' | 'lat'>,
): [number, number] => [(lon - west) * perLon, -(lat - south) * perLat];
