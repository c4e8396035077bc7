import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Geometry, Position } from 'geojson';
import type { Catalogue } from '../../../layers/catalogue.ts';
import { crsOf, type Crs } from '../crs.ts';
import { fingerprint } from '../read-file.ts';
import type { archiveLimits } from '../readers/archive/unpack.ts';
import { unpack } from '../readers/archive/unpack.ts';
import { formatOf } from '../readers/formats.ts';
import { mapsAmong } from '../readers/formats/zip.ts';
import { TemporaryFolder } from '../readers/temporary-folder.ts';
import { UnreadableFile } from '../readers/unreadable.ts';
import type { SourceFeature } from '../source-feature.ts';
import { inheritLevel } from './inherit-level.ts';
import { planIdOf, PlansDiffer } from './plan-facts.ts';
import { planLayers, readPlanSource, type PlanSource } from './plan-source.ts';

/** Where files in different systems meet: degrees, ETRS89. */
const meetingCrs = 4258;

export interface PlanFilesOptions {
  /** EPSG number to go by instead of what the files say. */
  crs?: number | undefined;
  format?: string | undefined;
  /** Chooses among several plans; without it all files must be of one. */
  planId?: string | undefined;
  /** What an archive may be unpacked into. */
  limits?: typeof archiveLimits | undefined;
}

/**
 * Read one plan out of one or several files, or of the files in a zip archive: features of all of them parted by layer,
 * numbered through, in one CRS (that of the files, or degrees where they differ).
 * @throws UnreadableFile, UnknownCrs, PlansDiffer
 */
export async function readPlanFiles(
  paths: readonly string[],
  catalogue: Catalogue,
  options: PlanFilesOptions = {},
): Promise<PlanSource> {
  const sources: PlanSource[] = [];
  const hashes: string[] = [];
  for (const path of paths) {
    try {
      hashes.push(await fingerprint(path, options.format));
      sources.push(...(await sourcesIn(path, catalogue, options)));
    } catch (error) {
      if (error instanceof UnreadableFile) error.file ??= basename(path);
      throw error;
    }
  }
  if (options.planId === undefined) refuseOtherPlans(sources, catalogue);
  return { ...joined(sources), sha256: hashOf(hashes) };
}

/** The same files in another order are the same. */
function hashOf(hashes: readonly string[]): string | null {
  if (hashes.length <= 1) return hashes[0] ?? null;
  return createHash('sha256')
    .update([...hashes].sort().join('\n'))
    .digest('hex');
}

async function sourcesIn(path: string, catalogue: Catalogue, options: PlanFilesOptions): Promise<PlanSource[]> {
  const { id } = await formatOf(path, options.format);
  if (id !== 'zip') return [await readPlanSource(path, catalogue, options)];
  const folder = await TemporaryFolder.make();
  try {
    const names = await unpack(path, folder.path, options.limits);
    const maps = await mapsAmong(names);
    if (maps.length === 0) throw new UnreadableFile('archive-empty', { names: names.slice(0, 10).join(', ') });
    const sources: PlanSource[] = [];
    for (const name of maps)
      sources.push(
        named(
          await readPlanSource(join(folder.path, name), catalogue, { crs: options.crs }),
          `${basename(path)}/${name}`,
        ),
      );
    return sources;
  } finally {
    await folder.remove();
  }
}

const named = (source: PlanSource, name: string): PlanSource => ({
  ...source,
  files: source.files.map((file) => ({ ...file, name })),
});

/** @throws PlansDiffer naming two files that are of different plans */
function refuseOtherPlans(sources: readonly PlanSource[], catalogue: Catalogue): void {
  if (sources.length < 2) return;
  let first: { file: string; planId: string } | undefined;
  for (const source of sources) {
    const planId = planIdOf(source, catalogue);
    if (planId === null) continue;
    const found = { file: source.files[0]?.name ?? '', planId };
    first ??= found;
    if (first.planId !== planId) throw new PlansDiffer(first, found);
  }
}

function joined(sources: readonly PlanSource[]): PlanSource {
  const [only] = sources;
  if (only && sources.length === 1) return only;
  const systems = new Set(sources.map(({ crs }) => crs));
  const crs = systems.size === 1 ? ([...systems][0] ?? meetingCrs) : meetingCrs;
  const features: PlanSource['features'] = { plan: [], zoning: [], 'zoning-consideration': [] };
  const left = new Map<string, number>();
  let first = 0;
  for (const source of sources) {
    const place = source.crs === crs ? (feature: SourceFeature) => feature : inDegrees(crsOf(source.crs));
    for (const layer of planLayers)
      for (const feature of source.features[layer])
        features[layer].push({ ...place(feature), index: first + feature.index });
    for (const { objectType, count } of source.leftOut) left.set(objectType, (left.get(objectType) ?? 0) + count);
    first += source.files.reduce((sum, { features: count }) => sum + count, 0);
  }
  features.zoning = inheritLevel(features.zoning, features.plan);
  return {
    crs,
    features,
    leftOut: [...left].map(([objectType, count]) => ({ objectType, count })),
    // What the first file says counts.
    metadata: Object.assign({}, ...sources.map(({ metadata }) => metadata).reverse()) as Record<string, unknown>,
    sha256: null,
    warnings: sources.flatMap(({ warnings }) => warnings),
    files: sources.flatMap(({ files }) => files),
  };
}

/** What is no position is left as it is: the import says what is wrong with it. */
function inDegrees(crs: Crs): (feature: SourceFeature) => SourceFeature {
  const position = ([x, y]: Position): Position => crs.toLonLat(Number(x), Number(y));
  const moved = (coordinates: unknown): unknown => {
    if (!Array.isArray(coordinates)) return coordinates;
    const isPosition = typeof coordinates[0] === 'number' && typeof coordinates[1] === 'number';
    return isPosition ? position(coordinates as Position) : coordinates.map(moved);
  };
  return (feature) => {
    const { geometry } = feature;
    if (!geometry || !('coordinates' in geometry)) return feature;
    return { ...feature, geometry: { ...geometry, coordinates: moved(geometry.coordinates) } as Geometry };
  };
}
