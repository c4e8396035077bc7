import { featureCollection, intersect, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { Catalogue } from '../../layers/catalogue.ts';
import { carryOut, prepareCheck, yardstick, type PreparedCheck } from '../../services/conflicts/check.ts';
import { isInForce } from '../../services/conflicts/plan/plans-in-force.ts';
import { planAsLoaded } from '../../services/conflicts/sweep/plan-as-loaded.ts';
import { readRegister } from '../../services/conflicts/sweep/register.ts';
import type { Database } from '../../services/database/database.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { exampleCounty } from '../../services/example/county.ts';
import { crsOf } from '../../services/imports/crs.ts';
import { readPlan } from '../../services/imports/plans/plan-file.ts';
import { fromWkb } from '../../services/imports/wkb-reader.ts';
import { geodesicArea } from '../geometry/geodesic.ts';

type Areal = Feature<Polygon | MultiPolygon>;

/** Rules that measure land on polygons, without belts or buffers: what can be clipped by anybody. */
const clipped = ['nature-areas', 'wild-reindeer', 'mineral-built-over'];

const crs = crsOf(25832);

/** A finding's area, and the same by nothing that made it. */
export interface Recomputed {
  finding: string;
  area_m2: number;
  expected_m2: number;
}

/**
 * The areas of findings of the example county once more: turf clips in the plane of the analysis CRS, and GeographicLib
 * measures what is left on the ellipsoid, edges cut into pieces of 10 m.
 * @param scale of the county that the database holds; its drafts and its plans in force are checked
 */
export async function* recomputedAreas(
  database: Database,
  catalogue: Catalogue,
  scale: number,
): AsyncGenerator<Recomputed> {
  for await (const prepared of plansOf(database, catalogue, scale)) {
    const { findings } = await carryOut(database, prepared);
    for (const { rule, zone, measured } of findings) {
      if (!clipped.includes(rule.id) || !zone?.land || !measured?.overlap) continue;
      const constraints = await shapesOf(database, catalogue, measured.constraints);
      if (!constraints) continue;
      const joined = constraints.length > 1 ? union(featureCollection(constraints)) : constraints[0];
      const shared = joined && intersect(featureCollection([areal(zone.land), joined]));
      const finding = `${rule.id}, zone ${zone.id} of ${prepared.plan.facts.plan_id}`;
      yield { finding, area_m2: measured.area_m2, expected_m2: shared ? area(shared) : 0 };
    }
  }
}

/** The drafts of the example county and its plans in force, ready to be checked. */
async function* plansOf(database: Database, catalogue: Catalogue, scale: number): AsyncGenerator<PreparedCheck> {
  const { drafts } = exampleCounty({ seed: 1, scale });
  for (const file of drafts) {
    const plan = await readPlan(file, { catalogue });
    yield await prepareCheck(database, { plan, rules: clipped });
  }
  const measure = await yardstick(database, { rules: clipped });
  for (const registered of (await readRegister(database, measure.constraints)).filter(isInForce)) {
    const plan = await planAsLoaded(database, registered);
    yield { ...measure, plan, standing: { plan: plan.facts, guidelineAdopted: null } };
  }
}

/** Constraints as they were loaded; null when one is no polygon: its land is a buffer. */
async function shapesOf(
  database: Database,
  catalogue: Catalogue,
  hits: readonly { layer: string; dataset: number; fid: number }[],
): Promise<Areal[] | null> {
  const shapes: Areal[] = [];
  for (const { layer, dataset, fid } of hits) {
    const { table } = catalogue.get(layer);
    const select = parseStatement(
      `shape of ${layer}`,
      `select ST_AsBinary(geom, 'NDR') as geom from grunnriss.${table} where dataset_id = :dataset and fid = :fid`,
    );
    const { geom } = await database.row<{ geom: Buffer }>(select, { dataset, fid });
    const shape = fromWkb(geom);
    if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') return null;
    shapes.push(areal(geom));
  }
  return shapes;
}

const areal = (wkb: Buffer): Areal => ({
  type: 'Feature',
  properties: {},
  geometry: fromWkb(wkb) as Polygon | MultiPolygon,
});

/** m² on the ellipsoid of an area in the analysis CRS. */
function area({ geometry }: Areal): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const ofRing = (ring: Position[]) => geodesicArea(densified(ring).map(([x = 0, y = 0]) => crs.toLonLat(x, y)));
  return polygons
    .map(([outer = [], ...holes]) => ofRing(outer) - holes.map(ofRing).reduce((sum, hole) => sum + hole, 0))
    .reduce((sum, each) => sum + each, 0);
}

const densified = (ring: Position[]): Position[] =>
  ring.flatMap(([x = 0, y = 0], at) => {
    const [nextX = x, nextY = y] = ring[at + 1] ?? [];
    const pieces = Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / 10));
    return Array.from({ length: at + 1 < ring.length ? pieces : 1 }, (_, piece) => [
      x + ((nextX - x) * piece) / pieces,
      y + ((nextY - y) * piece) / pieces,
    ]);
  });
