import type { CabinField } from './cabin-fields.ts';
import { considerationList } from './considerations.ts';
import type { Land } from './land.ts';
import { layoutOutline, layoutZones, type Layout } from './layout.ts';
import { tunnel } from './master-plans.ts';
import type { Plan } from './plan.ts';
import { purposeAndStatus } from './purposes.ts';
import { onTreeline } from './treeline-slope.ts';
import { blob, blobPolygon } from './shapes.ts';
import { randomStream } from './random.ts';
import type { SpotName, Stage } from './stage.ts';
import { zonesByMunicipality } from './zones.ts';

/** What the draft master plan proposes at the staged places. */
const proposed: Partial<Record<SpotName, [purpose: number, status: 1 | 2]>> = {
  'cabins-above': [1120, 2],
  'cabins-below': [1120, 2],
  'cabins-belt': [1120, 2],
  'cabins-disputed': [1120, 2],
  'quota-above': [5220, 2],
  'quota-partly': [5220, 2],
  'leisure-above': [1170, 2],
  'cabins-extended': [1120, 2],
  'cabins-old-law': [1120, 1],
  'cabins-nature': [1120, 2],
  'cabins-corridor': [1120, 2],
  'cabins-recreation': [1120, 2],
  'cabins-reindeer': [1120, 2],
  'cabins-border': [1120, 2],
  'housing-mineral': [1110, 2],
  'housing-monument': [1110, 2],
  'housing-secured-monument': [1110, 2],
  'housing-listed': [1110, 2],
  'housing-environment': [1110, 2],
  'business-point-mineral': [1300, 2],
};

/**
 * The draft that amends the master plan in force and keeps its id: new and extended cabin areas above, below and in the
 * belt of the treeline, quota zones, housing and business on what should be kept, a park built over, a reserve given up.
 */
export function draftMasterPlan(
  land: Land,
  stage: Stage,
  fields: CabinField[],
  purposes: Int32Array,
  current: Plan,
): Plan {
  const own = Int32Array.from(purposes, (value, face) =>
    land.municipalityOf[face] === stage.municipality ? value : -1,
  );
  const set = (faces: number[], value: number) => faces.forEach((face) => (own[face] = value));
  for (const [name, spot] of stage.spots) {
    const proposal = proposed[name];
    if (proposal) set(spot.faces, purposeAndStatus(...proposal));
  }
  const givenUp = fields.find((field) => field.municipality === stage.municipality && !field.built);
  set(givenUp?.faces ?? [], purposeAndStatus(5100, 1));
  own.forEach((value, face) => {
    if (value === purposeAndStatus(3040, 1)) own[face] = purposeAndStatus(1110, 2);
  });
  const joined = own.map((value, face) => (value < 0 ? value : own[land.origin[face]]));
  return {
    ...current,
    name: current.name.replace('2019–2031', '2025–2037, forslag'),
    status: 2,
    inForce: null,
    zones: [
      ...(zonesByMunicipality(land, joined, 'KpArealformålOmråde').get(stage.municipality) ?? []),
      tunnel(land, stage.municipality),
    ],
  };
}

/** A detailed regulation across the treeline: rows of cabins well below it, on it and well above it. */
export function draftRegulation(land: Land, stage: Stage): Plan | null {
  const spot = stage.spots.get('regulation-treeline');
  const number = land.municipalities[stage.municipality]?.number;
  if (!spot || !number) return null;
  const { at: middle, uphill } = onTreeline(land, spot.at);
  const layout: Layout = {
    at: middle,
    turn: uphill - Math.PI / 2,
    columns: [-140, -25, 25, 140],
    rows: [-300, -190, -182, -90, -25, 25, 90, 190, 260],
    purposes: [
      [1121, 1121, 1121],
      [2011, 2011, 2011],
      [1122, 3040, 1121],
      [3040, 3040, 3040],
      [3040, 1121, 3040],
      [3040, 3040, 3040],
      [1121, 3040, 1171],
      [5130, 5130, 5130],
    ],
    parted: [],
  };
  const { list, zone } = considerationList();
  const random = randomStream(land.seed, 'draft-regulation');
  zone(310, blobPolygon(blob(random, middle, 60, 1.5)));
  return {
    id: `${number}_2025001`,
    name: 'Skoggrenda hyttefelt, detaljregulering, forslag (eksempel)',
    type: 35,
    status: 2,
    law: 2008,
    inForce: null,
    predecessor: null,
    outline: layoutOutline(layout),
    zones: layoutZones(layout, 'RpArealformålOmråde'),
    considerations: list,
  };
}
