import type { CabinField } from './cabin-fields.ts';
import { considerationList } from './considerations.ts';
import type { Point } from './frame.ts';
import { cover } from './ground.ts';
import type { Land } from './land.ts';
import { layoutOutline, layoutZones, type Layout } from './layout.ts';
import { placeName } from './names.ts';
import type { Plan } from './plan.ts';
import { countyFaces, siteOf } from './places.ts';
import { randomStream, type Random } from './random.ts';
import { blob, blobPolygon } from './shapes.ts';
import type { Stage } from './stage.ts';

type Kind = 'housing' | 'cabins' | 'centre' | 'business' | 'quarry';

/** Purposes of the blocks, the road between them and the green behind, in regulations of either law. */
const templates: Record<Kind, Record<1985 | 2008, { blocks: number[]; road: number; green: number }>> = {
  housing: { 2008: { blocks: [1111, 1112, 1111], road: 2011, green: 3040 }, 1985: { blocks: [110, 112], road: 310, green: 430 } },
  cabins: { 2008: { blocks: [1121, 1122, 1121, 1171], road: 2011, green: 5130 }, 1985: { blocks: [150], road: 310, green: 613 } },
  centre: { 2008: { blocks: [1130, 1150, 1160, 1800], road: 2011, green: 2080 }, 1985: { blocks: [120, 160, 910], road: 310, green: 410 } },
  business: { 2008: { blocks: [1300, 1340], road: 2011, green: 3020 }, 1985: { blocks: [140, 130], road: 310, green: 611 } },
  quarry: { 2008: { blocks: [1201], road: 2011, green: 5100 }, 1985: { blocks: [670], road: 310, green: 210 } },
}; // prettier-ignore

/**
 * Regulations of both laws over cabin fields and towns until they hold about `zones` zones; some are expired, some lie
 * partly over an older one. None comes near the staged places.
 */
export function regulationsOf(land: Land, stage: Stage, fields: CabinField[], zones: number): Plan[] {
  const random = randomStream(land.seed, 'regulations');
  const far = (face: number) => {
    const [x, y] = siteOf(land, face);
    return [...stage.spots.values()].every(({ at: [sx, sy], radius }) => Math.hypot(x - sx, y - sy) > radius + 400);
  };
  const cabins = fields.flatMap(({ faces }) => faces).filter(far);
  const built = countyFaces(land).filter((face) => land.ground.opening[face] === cover.built && far(face));
  const places: [Kind, number[]][] = [
    ['cabins', cabins], ['housing', built], ['cabins', cabins], ['business', built], ['centre', built], ['quarry', cabins],
  ]; // prettier-ignore
  const plans: Plan[] = [];
  const counts = new Map<number, number>();
  for (let held = 0, tries = 0; held < zones && tries < zones; tries++) {
    const [kind, faces] = places[tries % places.length] ?? ['cabins', cabins];
    if (faces.length === 0) continue;
    const face = random.pick(faces);
    const municipality = land.municipalityOf[face];
    const year = 1988 + ((tries * 7) % 36);
    const serial = (counts.get(municipality) ?? 0) + 1;
    counts.set(municipality, serial);
    const number = land.municipalities[municipality]?.number ?? '';
    const plan = regulation(
      `${number}_${year}${String(serial).padStart(3, '0')}`,
      kind,
      year,
      siteOf(land, face),
      tries,
      random,
    );
    const newer = tries % 9 === 1 ? renewed(plan, kind, random) : [];
    for (const each of [plan, ...newer]) {
      plans.push(each);
      held += each.zones.length;
    }
  }
  return plans;
}

function regulation(id: string, kind: Kind, year: number, middle: Point, index: number, random: Random): Plan {
  const law = year < 2010 ? 1985 : 2008;
  const layout = layoutOf(kind, law, middle, random);
  const list = considerationList();
  if (law === 2008) list.zone(140, blobPolygon(blob(random, middle, 8, 1)));
  if (index % 4 === 0 && law === 2008) list.zone(index % 8 === 0 ? 310 : 570, blobPolygon(blob(random, middle, 40, 1)));
  return {
    id,
    name: `${placeName(index, kind === 'cabins' ? 'hyttegrend' : 'feltet')}, reguleringsplan (eksempel)`,
    type: law === 1985 ? 30 : index % 5 === 0 ? 34 : 35,
    status: index % 11 === 3 ? 5 : index % 17 === 5 ? 6 : 3,
    law,
    inForce: `${year}-${String(1 + (index % 12)).padStart(2, '0')}-15`,
    predecessor: null,
    outline: layoutOutline(layout),
    zones: layoutZones(layout, law === 1985 ? 'RbFormålOmråde' : 'RpArealformålOmråde'),
    considerations: list.list,
  };
}

/** A newer regulation over a part of an older one that stays in force where they do not meet. */
function renewed(old: Plan, kind: Kind, random: Random): Plan[] {
  const corner = old.outline.type === 'Polygon' ? old.outline.coordinates[0]?.[0] : undefined;
  if (!corner || old.law === 2008) return [];
  const id = old.id.replace(/_\d{4}/, '_2021');
  return [
    { ...regulation(id, kind, 2021, [corner[0] ?? 0, corner[1] ?? 0], 1, random), predecessor: old.id, status: 3 },
  ];
}

/** Blocks on both sides of a road, green behind them. */
function layoutOf(kind: Kind, law: 1985 | 2008, at: Point, random: Random): Layout {
  const { blocks, road, green } = templates[kind][law];
  const count = kind === 'quarry' ? 2 : 3 + random.below(4);
  const width = random.between(45, 80) * (kind === 'quarry' ? 3 : 1);
  const columns = Array.from({ length: count + 1 }, (_, i) => (i - count / 2) * width);
  const depth = random.between(45, 75);
  const row = (turn: number) => Array.from({ length: count }, (_, i) => blocks[(i + turn) % blocks.length] ?? 0);
  const all = (purpose: number) => Array.from({ length: count }, () => purpose);
  return {
    at,
    turn: random.between(0, Math.PI),
    columns,
    rows: [-depth - 4, -4, 4, depth + 4, depth + 24],
    purposes: [row(0), all(road), row(1), all(green)],
    parted: [0, 2],
  };
}
