import { considerationType } from '../../layers/codes/consideration.ts';
import type { Point } from './frame.ts';
import { cover } from './ground.ts';
import type { Heritage } from './heritage.ts';
import type { Land } from './land.ts';
import type { Mineral } from './minerals.ts';
import type { Consideration } from './plan.ts';
import { countyFaces, siteOf } from './places.ts';
import { randomStream, type Random } from './random.ts';
import type { Area } from './rings.ts';
import { blob, blobPolygon } from './shapes.ts';
import type { Stage } from './stage.ts';

/** Consideration zones of the master plans in force, by the index of the municipality. */
export function considerationsInForce(
  land: Land,
  stage: Stage,
  heritage: Heritage,
  minerals: Mineral[],
): Map<number, Consideration[]> {
  const random = randomStream(land.seed, 'considerations');
  const zones = new Map<number, Consideration[]>();
  const faces = facesByMunicipality(land);
  land.municipalities.forEach((_, municipality) => {
    const add = considerationList();
    securedHeritage(heritage, municipality, add.zone);
    securedMinerals(minerals, municipality, add.zone);
    const monument = stage.municipality === municipality ? stage.spots.get('housing-secured-monument') : undefined;
    if (monument) add.zone(730, blobPolygon(blob(random, monument.at, 0.8 * monument.radius, 1)));
    others(land, stage, faces.get(municipality) ?? [], random, add.zone);
    zones.set(municipality, add.list);
  });
  return zones;
}

/** A list that names its zones as plans do: H570_1, H570_2 … */
export function considerationList(): { list: Consideration[]; zone: (code: number, geometry: Area) => void } {
  const list: Consideration[] = [];
  const counts = new Map<number, number>();
  return {
    list,
    zone(code, geometry) {
      const type = considerationType(code);
      if (!type) throw new RangeError(`There is no consideration zone with the code ${code}.`);
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      list.push({ type, code, name: `H${code}_${count}`, geometry });
    },
  };
}

type Add = (code: number, geometry: Area) => void;

function securedHeritage({ environments }: Heritage, municipality: number, add: Add): void {
  for (const environment of environments) {
    if (environment.municipality !== municipality) continue;
    if (environment.secured === 'all') add(570, blobPolygon(environment.area, 1.05));
    if (environment.secured === 'part') add(570, blobPolygon(environment.area, 0.7));
    if (environment.secured === 'landscape') add(550, blobPolygon(environment.area, 1.05));
  }
}

/** The staged resource, and every fourth of those that matter beyond the municipality. */
function securedMinerals(minerals: Mineral[], municipality: number, add: Add): void {
  const weighty = minerals.filter(({ importance }) => ['international', 'national', 'regional'].includes(importance));
  for (const [index, mineral] of weighty.entries()) {
    if (mineral.municipality !== municipality || !mineral.area || mineral.registration === 'province') continue;
    const staged = mineral.id === 'mineral-mineral-secured';
    const other = index % 4 === 0 && /^mineral-\d+$/.test(mineral.id);
    if (staged || other) add(590, blobPolygon(mineral.area, 1.1));
  }
}

/** Kinds that every master plan has somewhere, on ground that fits; the rest of the land stays without. */
function others(land: Land, stage: Stage, faces: number[], random: Random, add: Add): void {
  const { ground } = land;
  const classed = (...classes: number[]) => faces.filter((face) => classes.includes(ground.opening[face]));
  const town = classed(cover.built);
  const wild = classed(cover.forest, cover.open).filter(
    (face) => ground.nearness[face] > 2 && farFromStage(land, stage, face),
  );
  const size = Math.min(1, land.frame.radius / 9000);
  const put = (codes: number[], from: number[], radius: number) => {
    for (const code of codes)
      if (from.length > 0)
        add(code, blobPolygon(blob(random, siteOf(land, random.pick(from)), size * radius * random.between(0.5, 1))));
  };
  put([110, 120], classed(cover.water), 600);
  put([130, 190, 210, 220], classed(cover.transport), 120);
  put([310, 370, 390], wild, 300);
  put([320], classed(cover.cultivated), 250);
  put([410, 540, 810, 820], town, 150);
  put([510], classed(cover.cultivated), 500);
  put([520, 530, 550, 560, 580], wild, 700);
  put([710, 720, 740], wild, 300);
}

/** The staged places keep the zones they were given, and no others. */
function farFromStage(land: Land, { spots }: Stage, face: number): boolean {
  const [x, y]: Point = siteOf(land, face);
  return [...spots.values()].every(({ at: [sx, sy], radius }) => Math.hypot(x - sx, y - sy) > radius + 700);
}

function facesByMunicipality(land: Land): Map<number, number[]> {
  const faces = new Map<number, number[]>();
  for (const face of countyFaces(land)) {
    const municipality = land.municipalityOf[face];
    const own = faces.get(municipality);
    if (own) own.push(face);
    else faces.set(municipality, [face]);
  }
  return faces;
}
