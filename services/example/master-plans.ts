import type { CabinField } from './cabin-fields.ts';
import { considerationList } from './considerations.ts';
import type { Land } from './land.ts';
import { smoothNoise } from './noise.ts';
import type { Consideration, Plan, Zone } from './plan.ts';
import { countyFaces, siteOf } from './places.ts';
import { purposeAndStatus } from './purposes.ts';
import { unionsOf } from './rings.ts';
import { band } from './shapes.ts';
import type { Stage } from './stage.ts';
import { zonesByMunicipality } from './zones.ts';

/** Serial of the master plan in force in every municipality. */
export const masterPlanId = (number: string): string => `${number}_2019003`;

/** A master plan of the Act of 2008 for each municipality, keeping some of its older regulations with zone 910. */
export function masterPlans(
  land: Land,
  stage: Stage,
  purposes: Int32Array,
  considerations: Map<number, Consideration[]>,
  regulations: Plan[],
): Plan[] {
  const zones = zonesByMunicipality(land, purposes, 'KpArealformålOmråde');
  const outlines = unionsOf(land.mesh, land.municipalityOf, 'opening');
  return land.municipalities.flatMap(({ number, name }, index) => {
    const outline = outlines.get(index);
    if (!outline) return [];
    const own = zones.get(index) ?? [];
    const below = index === stage.municipality ? [tunnel(land, index)] : [];
    return [
      {
        id: masterPlanId(number),
        name: `Kommuneplanens arealdel 2019–2031 for ${name} (eksempel)`,
        type: 20,
        status: 3,
        law: 2008 as const,
        inForce: `2019-${String(1 + (index % 12)).padStart(2, '0')}-20`,
        predecessor: null,
        outline,
        zones: [...own, ...below],
        considerations: [...(considerations.get(index) ?? []), ...keptRegulations(number, regulations)],
      },
    ];
  });
}

/** Road in a tunnel under the town, drawn on the level below the ground. */
export function tunnel(land: Land, index: number): Zone {
  const [x, y] = land.municipalities[index]?.centre.at ?? [0, 0];
  const line: [number, number][] = [[x - 400, y - 100], [x, y], [x + 400, y + 60]]; // prettier-ignore
  return {
    objectType: 'KpArealformålOmråde',
    purpose: 2010,
    status: 2,
    level: 1,
    name: 'SV-tunnel',
    geometry: band(line, 12),
  };
}

/** Zone 910 over two of three regulations in force that are older than the master plan. */
export function keptRegulations(number: string, regulations: Plan[]): Consideration[] {
  const { list, zone } = considerationList();
  regulations
    .filter(({ id, status, inForce }) => id.startsWith(`${number}_`) && status === 3 && (inForce ?? '') < '2019')
    .filter((_, index) => index % 3 !== 2)
    .forEach(({ outline }) => zone(910, outline));
  return list;
}

/**
 * Sub-plans of the Act of 1985 round a cabin field in every second municipality and in the drafts' own: still in force
 * beside the newer master plan.
 */
export function oldSubPlans(land: Land, stage: Stage, fields: CabinField[]): Plan[] {
  const oldest = stage.spots.get('cabins-old-law')?.faces[0];
  return land.municipalities.flatMap(({ number, name }, index) => {
    const own = fields.filter((field) => field.municipality === index && field.built);
    const field = own.find(({ faces: [first] }) => first === oldest) ?? own.at(-1);
    if (!field || (index % 2 === 1 && index !== stage.municipality)) return [];
    const purposes = oldPurposes(land, field);
    const outline = unionsOf(
      land.mesh,
      purposes.map((value) => Math.min(value, 0)),
      'opening',
    ).get(0);
    if (!outline) return [];
    const year = 1993 + (index % 6);
    return [
      {
        id: `${number}_${year}901`,
        name: `Kommunedelplan for fjellområdet i ${name} (eksempel)`,
        type: 21,
        status: 3,
        law: 1985 as const,
        inForce: `${year}-11-07`,
        predecessor: null,
        outline,
        zones: zonesByMunicipality(land, purposes, 'KpArealbrukOmråde').get(index) ?? [],
        considerations: [],
      },
    ];
  });
}

/** Codes of the Act of 1985 within a kilometre or so of the field: it is 140, round it 223, 110, 320 and 210. */
function oldPurposes(land: Land, field: CabinField): Int32Array {
  const patch = smoothNoise(land.seed, 'old-purposes');
  const purposes = new Int32Array(land.mesh.faces).fill(-1);
  const [x, y] = siteOf(land, field.faces[0] ?? 0);
  const reach = Math.min(1200, 0.12 * land.frame.radius);
  const near: { face: number; distance: number }[] = [];
  for (const face of countyFaces(land)) {
    const [fx, fy] = siteOf(land, face);
    const distance = Math.hypot(fx - x, fy - y);
    if (land.municipalityOf[face] === field.municipality && distance < reach) near.push({ face, distance });
  }
  near.sort((a, b) => a.distance - b.distance);
  for (const [rank, { face }] of near.entries()) {
    const wave = patch(land.mesh.siteX[face] / 600, land.mesh.siteY[face] / 600);
    const scattered = wave > 0.45 ? 223 : wave < -0.5 ? 110 : 210;
    purposes[face] = purposeAndStatus(rank === near.length - 1 ? 320 : scattered, 1);
  }
  for (const face of field.faces) purposes[face] = purposeAndStatus(140, 1);
  return purposes.map((value, face) => purposes[land.origin[face]] || value);
}
