import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import { placeName } from './names.ts';
import { countyFaces, pointIn, siteOf } from './places.ts';
import { randomStream, type Random } from './random.ts';
import { blob, type Blob } from './shapes.ts';
import type { SpotName, Stage } from './stage.ts';

/** All types of protection of the heritage register, the common ones more than once. */
const protections = [
  'AUT', 'AUT', 'AUT', 'AUT', 'UAV', 'VED', 'FOR', 'IKKE', 'AUT', 'MID', 'FPG', 'LIST', 'PBSB', 'FJE', 'AUT', 'IKKEV',
  'AVT', 'PBBL', 'OPP', 'ADM', 'WHS', 'AUV',
] as const; // prettier-ignore

export type Protection = (typeof protections)[number];
export type HeritageImportance = 'national' | 'regional' | 'municipal';

export interface HeritageSite {
  id: string;
  area: Blob;
  name: string;
  protection: Protection;
  importance: HeritageImportance | null;
  /** Lie inside the site. */
  monuments: { id: string; area: Blob; protection: Protection }[];
}

export interface HeritageEnvironment {
  id: string;
  area: Blob;
  name: string;
  kind: 'kulturmiljo' | 'kula' | 'ukl';
  importance: HeritageImportance;
  municipality: number;
  /** How the master plan in force sees to it: a zone 570 over all of it, over a part, zone 550, or none. */
  secured: 'all' | 'part' | 'landscape' | 'none';
}

export interface Heritage {
  sites: HeritageSite[];
  environments: HeritageEnvironment[];
}

const sitesAtScale1 = 12_000;
const environmentsPerMunicipality = 4;

export function heritageOf(land: Land, stage: Stage): Heritage {
  const random = randomStream(land.seed, 'heritage');
  const staged = stagedSites(stage, random);
  const count = Math.max(protections.length, Math.round(sitesAtScale1 * land.scale)) - staged.length;
  const faces = countyFaces(land).filter((face) => !stage.taken.has(face) && land.ground.opening[face] !== 81);
  const low = faces.filter((face) => land.ground.aboveTreeline[face] < -200);
  const others = Array.from({ length: count }, (_, index) => {
    const point = pointIn(land, random.pick(low.length > 0 && random.next() < 0.8 ? low : faces), random);
    const protection = protections[index % protections.length] ?? 'AUT';
    const importance = index % 9 === 0 ? (['national', 'regional', 'municipal'] as const)[index % 3] : undefined;
    return site(`lokalitet-${index}`, point, 8 + 40 * random.next() ** 2, protection, importance ?? null, random);
  });
  return { sites: [...staged, ...others], environments: environmentsOf(land, stage, random) };
}

function stagedSites({ spots }: Stage, random: Random): HeritageSite[] {
  const list: [SpotName, Protection, HeritageImportance | null][] = [
    ['housing-monument', 'AUT', null],
    ['housing-secured-monument', 'AUT', null],
    ['housing-listed', 'LIST', 'regional'],
  ];
  return list.flatMap(([name, protection, importance]) => {
    const spot = spots.get(name);
    return spot
      ? [site(`lokalitet-${name}`, spot.at, Math.min(30, spot.radius / 4), protection, importance, random)]
      : [];
  });
}

function site(
  id: string,
  point: Point,
  radius: number,
  protection: Protection,
  importance: HeritageImportance | null,
  random: Random,
): HeritageSite {
  const area = blob(random, point, radius, 1.2);
  const monuments = Array.from({ length: 1 + random.below(3) }, (_, index) => {
    const angle = index * 2.1;
    const away = index === 0 ? 0 : 0.32 * radius;
    const middle: Point = [point[0] + away * Math.cos(angle), point[1] + away * Math.sin(angle)];
    return { id: `${id}-${index + 1}`, area: blob(random, middle, 0.12 * radius, 1), protection };
  });
  return {
    id,
    area,
    name: placeName(Math.abs(Math.round(point[0])) % 240, 'funnet'),
    protection,
    importance,
    monuments,
  };
}

function environmentsOf(land: Land, stage: Stage, random: Random): HeritageEnvironment[] {
  const staged: [SpotName, HeritageEnvironment['kind'], HeritageImportance, HeritageEnvironment['secured']][] = [
    ['environment-secured', 'kulturmiljo', 'national', 'all'],
    ['environment-partly', 'ukl', 'national', 'part'],
    ['environment-unsecured', 'kula', 'national', 'none'],
    ['housing-environment', 'kulturmiljo', 'regional', 'none'],
  ];
  const list = staged.flatMap(([name, kind, importance, secured]): HeritageEnvironment[] => {
    const spot = stage.spots.get(name);
    if (!spot) return [];
    const area = blob(random, spot.at, 0.8 * spot.radius, 1.3);
    const { municipality } = stage;
    return [{ id: `miljo-${name}`, area, name: `${name} kulturmiljø`, kind, importance, municipality, secured }];
  });
  land.municipalities.forEach((_, municipality) => {
    const faces = countyFaces(land).filter(
      (face) =>
        land.municipalityOf[face] === municipality && land.ground.aboveTreeline[face] < -100 && !stage.taken.has(face),
    );
    for (let i = 0; i < environmentsPerMunicipality && faces.length > 0; i++) {
      const kind = (['kulturmiljo', 'kulturmiljo', 'kula', 'ukl'] as const)[i] ?? 'kulturmiljo';
      const size = Math.min(kind === 'kulturmiljo' ? 350 : 1500, 0.06 * land.frame.radius);
      list.push({
        id: `miljo-${municipality}-${i}`,
        area: blob(random, siteOf(land, random.pick(faces)), random.between(0.5, 1) * size),
        name: placeName(municipality * environmentsPerMunicipality + i, 'miljøet'),
        kind,
        importance: kind === 'kulturmiljo' ? random.pick(['regional', 'municipal'] as const) : 'national',
        municipality,
        secured: (['all', 'none', 'landscape', 'part'] as const)[i] ?? 'none',
      });
    }
  });
  return list;
}
