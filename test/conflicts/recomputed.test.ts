import { expect } from 'chai';
import { featureCollection, intersect, union } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { carryOut, prepareCheck, yardstick, type PreparedCheck } from '../../services/conflicts/check.ts';
import { planAsLoaded } from '../../services/conflicts/sweep/plan-as-loaded.ts';
import { readRegister } from '../../services/conflicts/sweep/register.ts';
import { isInForce } from '../../services/conflicts/plan/plans-in-force.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { exampleCounty } from '../../services/example/county.ts';
import { crsOf } from '../../services/imports/crs.ts';
import { readPlan } from '../../services/imports/plans/plan-file.ts';
import { fromWkb } from '../../services/imports/wkb-reader.ts';
import { geodesicArea } from '../geometry/geodesic.ts';
import { onServer } from '../setup/databases.ts';

type Areal = Feature<Polygon | MultiPolygon>;

/** Rules that measure land on polygons, without belts or buffers: what can be clipped by anybody. */
const clipped = ['nature-areas', 'wild-reindeer', 'mineral-built-over'];

/**
 * The areas of findings once more, by nothing that made them: turf clips in the plane of the analysis CRS, and
 * GeographicLib measures what is left on the ellipsoid, edges cut into pieces of 10 m.
 */
onServer(
  'overlaps of a county, clipped and measured outside of PostGIS',
  ({ database, catalogue }) => {
    const crs = crsOf(25832);

    it('agree to a millionth', async function () {
      this.timeout(300_000);
      let compared = 0;
      for (const prepared of await plans()) {
        const { findings } = await carryOut(database(), prepared);
        for (const { rule, zone, measured } of findings) {
          if (!clipped.includes(rule.id) || !zone?.land || !measured?.overlap) continue;
          const constraints = await shapesOf(measured.constraints);
          if (!constraints) continue;
          const joined = constraints.length > 1 ? union(featureCollection(constraints)) : constraints[0];
          const shared = joined && intersect(featureCollection([areal(zone.land), joined]));
          const expected = shared ? area(shared) : 0;
          expect(Math.abs(measured.area_m2 / expected - 1), `${rule.id} ${zone.id}: ${expected}`).to.be.below(1e-6);
          compared += 1;
        }
      }
      expect(compared).to.be.at.least(10);
    });

    /** The drafts of the example county and its plans in force. */
    async function plans(): Promise<PreparedCheck[]> {
      const { drafts } = exampleCounty({ seed: 1, scale: 0.02 });
      const measure = await yardstick(database(), { rules: clipped });
      const inForce = (await readRegister(database(), measure.constraints)).filter(isInForce);
      return [
        ...(await Promise.all(
          drafts.map(async (file) =>
            prepareCheck(database(), {
              plan: await readPlan(file as unknown as FeatureCollection, { catalogue: catalogue() }),
              rules: clipped,
            }),
          ),
        )),
        ...(await Promise.all(
          inForce.map(async (registered) => {
            const plan = await planAsLoaded(database(), registered);
            return { ...measure, plan, standing: { plan: plan.facts, guidelineAdopted: null } };
          }),
        )),
      ];
    }

    /** Constraints as they were loaded; null when one is no polygon: its land is a buffer. */
    async function shapesOf(hits: readonly { layer: string; dataset: number; fid: number }[]): Promise<Areal[] | null> {
      const shapes: Areal[] = [];
      for (const { layer, dataset, fid } of hits) {
        const { table } = catalogue().get(layer);
        const select = parseStatement(
          `shape of ${layer}`,
          `select ST_AsBinary(geom, 'NDR') as geom from grunnriss.${table} where dataset_id = :dataset and fid = :fid`,
        );
        const { geom } = await database().row<{ geom: Buffer }>(select, { dataset, fid });
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
  },
  'example',
);
