import type { Frame } from './frame.ts';
import { randomStream } from './random.ts';
import type { Settlements } from './settlements.ts';
import type { Terrain } from './terrain.ts';

/** What a site stands for: open ground, or a strip along a road or river with ground on both sides. */
export const strip = { none: 0, road: 1, river: 2, newRoad: 3 } as const;

/** The points whose Voronoi cells are the land-cover polygons, EPSG:25832. */
export interface Sites {
  x: Float64Array;
  y: Float64Array;
  /** One of `strip`; ground beside a strip is `none`. */
  kind: Uint8Array;
}

/** Half the width of roads and rivers is half of this, metres. */
const stripReach = 36;
const sitesAtScale1 = 150_000;
/** At most this share of the cells belongs to strips. */
const stripShare = 0.35;

/** Close together in towns, farther apart in the mountains; about 150 000 × scale of them inside the county. */
export function sitesOf(terrain: Terrain, settlements: Settlements): Sites {
  const { frame } = terrain;
  const target = sitesAtScale1 * frame.scale;
  const gathered = gather();
  const lines = stripLines(terrain);
  const metres = lines.reduce((sum, line) => sum + line.metres, 0);
  const step = Math.max(140, (3 * metres) / (stripShare * target));
  for (const line of lines) addStrip(gathered, frame, line, step);
  const inStrips = gathered.countInside(frame);
  addGround(gathered, terrain, settlements, lines, target - inStrips);
  return gathered.sites();
}

/** A road or river as a function: the map axis it runs along, and how far across it lies. */
interface StripLine {
  kind: number;
  /** Point and direction at a distance along its axis, in the frame's axes. */
  axis: 'along' | 'across';
  offset(position: number): number;
  /** Only where it says so (a river ends in the lake). */
  present(position: number): boolean;
  metres: number;
}

function stripLines({ frame, valleys }: Terrain): StripLine[] {
  const metres = 2 * frame.radius;
  const inReach = valleys.valleys.filter((valley) => Math.abs((valley + 0.5) * valleys.spacing) < frame.radius);
  const always = () => true;
  const lines: StripLine[] = inReach.flatMap((valley) => [
    { kind: strip.road, axis: 'along', offset: (v) => valleys.roadAcross(valley, v), present: always, metres },
    {
      kind: strip.river,
      axis: 'along',
      offset: (v) => valleys.valleyAcross(valley, v),
      present: (v) => valleys.lakeHalfWidth(valley, v) < 2 * stripReach,
      metres,
    },
  ]);
  // The new road crosses the ridge in the middle of the county, from shore to shore.
  const shore = (valley: number, side: number) => {
    const along = valleys.passAlong(-1, valleys.valleyAcross(valley, 0));
    return valleys.valleyAcross(valley, along) + side * (valleys.lakeHalfWidth(valley, along) + 5 * stripReach);
  };
  const from = shore(-1, 1);
  const to = shore(0, -1);
  lines.push({
    kind: strip.newRoad,
    axis: 'across',
    offset: (u) => valleys.passAlong(-1, u),
    present: (u) => u > from && u < to,
    metres: to - from,
  });
  return lines;
}

function addStrip(gathered: Gathered, frame: Frame, line: StripLine, step: number): void {
  const random = randomStream(frame.seed, `strip:${line.axis}:${line.offset(0)}`);
  const reach = frame.radius * 1.2 + 3000;
  for (let at = -reach; at < reach; at += step) {
    const position = at + random.between(-0.1, 0.1) * step;
    if (!line.present(position)) continue;
    const offset = line.offset(position);
    const slope = (line.offset(position + 1) - line.offset(position - 1)) / 2;
    const length = Math.hypot(1, slope);
    for (const side of [0, -1, 1]) {
      const away = side * stripReach * random.between(0.95, 1.05);
      const u = offset + away / length;
      const v = position - (away * slope) / length;
      const [x, y] = line.axis === 'along' ? frame.toMap(u, v) : frame.toMap(v, u);
      gathered.add(x, y, side === 0 ? line.kind : strip.none);
    }
  }
}

/** One block of the frame after the other, each divided as finely as its ground asks for, one jittered site per part. */
function addGround(
  gathered: Gathered,
  terrain: Terrain,
  settlements: Settlements,
  lines: StripLine[],
  wanted: number,
): void {
  const { frame } = terrain;
  const random = randomStream(frame.seed, 'ground');
  const block = Math.min(1000, frame.radius / 4);
  const reach = Math.ceil((frame.radius * 1.2 + 3000) / block);
  const margin = 1 + 3000 / frame.radius;
  const blocks: { across: number; along: number; density: number }[] = [];
  let expected = 0;
  for (let i = -reach; i < reach; i++)
    for (let j = -reach; j < reach; j++) {
      const middle = frame.toMap((i + 0.5) * block, (j + 0.5) * block);
      const far = frame.reach(...middle);
      if (far > margin) continue;
      const density = 1 / spacingAt(terrain, settlements, ...middle) ** 2;
      blocks.push({ across: i * block, along: j * block, density });
      if (far < 1) expected += density * block * block * freeShare(lines, i * block, j * block, block);
    }
  const factor = Math.max(0.1, wanted / expected);
  for (const { across, along, density } of blocks) {
    const count = density * block * block * factor;
    const parts = Math.ceil(Math.sqrt(count));
    const size = block / parts;
    for (let i = 0; i < parts * parts; i++) {
      const u = across + ((i % parts) + random.between(0.1, 0.9)) * size;
      const v = along + (Math.floor(i / parts) + random.between(0.1, 0.9)) * size;
      if (random.next() * parts * parts > count || nearStrip(lines, u, v)) continue;
      gathered.add(...frame.toMap(u, v), strip.none);
    }
  }
}

/** Share of a block that is not taken by strips. */
function freeShare(lines: StripLine[], across: number, along: number, block: number): number {
  let free = 0;
  for (let i = 0; i < 64; i++) {
    const u = across + (((i % 8) + 0.5) / 8) * block;
    const v = along + ((Math.floor(i / 8) + 0.5) / 8) * block;
    if (!nearStrip(lines, u, v)) free += 1 / 64;
  }
  return free;
}

function nearStrip(lines: StripLine[], across: number, along: number): boolean {
  return lines.some((line) => {
    const [position, offset] = line.axis === 'along' ? [along, across] : [across, along];
    return Math.abs(line.offset(position) - offset) < 2.2 * stripReach && line.present(position);
  });
}

/** Metres between neighbouring sites, before the count is fitted. */
function spacingAt(terrain: Terrain, settlements: Settlements, x: number, y: number): number {
  const { value } = settlements.nearness(x, y);
  if (value < 1.3) return 120;
  return 230 + 270 * terrain.rise(x, y);
}

interface Gathered {
  add(x: number, y: number, kind: number): void;
  countInside(frame: Frame): number;
  sites(): Sites;
}

function gather(): Gathered {
  const xs: number[] = [];
  const ys: number[] = [];
  const kinds: number[] = [];
  return {
    add(x, y, kind) {
      xs.push(x);
      ys.push(y);
      kinds.push(kind);
    },
    countInside: (frame) => xs.reduce((count, x, i) => count + (frame.reach(x, ys[i] ?? 0) < 1 ? 1 : 0), 0),
    sites: () => ({ x: Float64Array.from(xs), y: Float64Array.from(ys), kind: Uint8Array.from(kinds) }),
  };
}
