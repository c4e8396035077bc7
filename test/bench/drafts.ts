import type { Position } from 'geojson';
import { randomStream } from '../../services/example/random.ts';
import type { DraftPlan } from '../../services/imports/plans/plan-file.ts';

/** Holiday homes, housing, centre, business, service: so that every rule has something to judge. */
const purposes = [1120, 1120, 1110, 1120, 1300, 1130, 1160, 1120];
/** Metres from one zone to the next. */
const pitch = 150;

/**
 * A draft master plan with as many zones: blocks of 60 to 140 m side by side, in a square whose corner is given.
 * @param corner west, south in EPSG:25832
 */
export function benchDraft(seed: number, zones: number, corner: Position): DraftPlan {
  const random = randomStream(seed, 'bench drafts');
  const columns = Math.ceil(Math.sqrt(zones));
  const [west = 0, south = 0] = corner;
  const facts = { plan_id: `0000_${seed}`, name: `Utkast ${seed}`, plan_type: 20, plan_status: 2, law: 2008 };
  return {
    crs: 25832,
    facts: { ...facts, in_force: null, predecessor: null },
    plan: {
      index: 0,
      id: facts.plan_id,
      properties: {},
      geometry: square(west - 50, south - 50, columns * pitch + 100),
    },
    zoning: Array.from({ length: zones }, (_, index) => ({
      index,
      id: `Z${index}`,
      properties: {
        object_type: 'KpArealformålOmråde',
        purpose: purposes[index % purposes.length],
        ...{ status: 2, level: 2, name: `Z${index}`, accuracy_m: null },
      },
      geometry: square(
        west + (index % columns) * pitch,
        south + Math.floor(index / columns) * pitch,
        random.between(60, 140),
      ),
    })),
    considerations: [],
    problems: [],
    leftOut: [],
  };
}

const square = (west: number, south: number, side: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});
