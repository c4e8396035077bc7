import { basename, extname } from 'node:path';
import type { FeatureCollection } from 'geojson';
import type { Catalogue } from '../../../layers/catalogue.ts';
import { crsOf } from '../crs.ts';
import { mappingTo } from '../mapping.ts';
import { ObjectTypes } from '../object-type.ts';
import { readFile } from '../read-file.ts';
import { crsOfMember } from '../readers/formats/geojson.ts';
import { featureFrom, isObject } from '../readers/geojson-feature.ts';
import { UnreadableFile } from '../readers/unreadable.ts';
import type { Warning } from '../report.ts';
import type { SourceFeature } from '../source-feature.ts';
import { inheritLevel } from './inherit-level.ts';

/** The layers that a plan is made of. */
export const planLayers = ['plan', 'zoning', 'zoning-consideration'] as const;
export type PlanLayer = (typeof planLayers)[number];

/** The features of a plan's file, parted by layer, as the file has them. */
export interface PlanSource {
  /** EPSG number */
  crs: number;
  features: Record<PlanLayer, SourceFeature[]>;
  /** Features that are no part of a plan's land use: borders, labels, legal lines. */
  leftOut: { objectType: string; count: number }[];
  /** What the file says about itself. */
  metadata: Record<string, unknown>;
  sha256: string | null;
  /** What the reader of the file had to say. */
  warnings: readonly Warning[];
  /** The files it was read from, in order; features are numbered through them. None of what came without a file. */
  files: readonly PlanFile[];
}

export interface PlanFile {
  name: string;
  /** EPSG number that its coordinates were in. */
  crs: number;
  /** Features in it, those that are left out too. */
  features: number;
}

/**
 * Read a plan from a file or a FeatureCollection and part its features by layer: by their object type, or, where they
 * have none, by what they carry (a purpose, a consideration, a plan type).
 * @throws UnreadableFile, UnknownCrs
 */
export async function readPlanSource(
  from: string | FeatureCollection,
  catalogue: Catalogue,
  options: { crs?: number | undefined; format?: string | undefined } = {},
): Promise<PlanSource> {
  const opened = typeof from === 'string' ? await readFile(from, options) : collectionOf(from, options.crs);
  const source: PlanSource = {
    crs: crsOf(opened.crs ?? 4326).epsg,
    features: { plan: [], zoning: [], 'zoning-consideration': [] },
    leftOut: [],
    metadata: opened.metadata,
    sha256: 'sha256' in opened ? opened.sha256 : null,
    warnings: ('warnings' in opened ? opened.warnings : undefined) ?? [],
    files: [],
  };
  const collection = 'collection' in opened ? opened.collection : null;
  let read = 0;
  const sorter = new Sorter(catalogue);
  const left = new Map<string, number>();
  for await (const feature of opened.features) {
    read = feature.index + 1;
    const objectType = sorter.types.of(feature, collection);
    const sorted = objectType === undefined ? feature : { ...feature, objectType };
    const layer = sorter.layerOf(sorted);
    if (layer) source.features[layer].push(sorted);
    else left.set(objectType ?? '', (left.get(objectType ?? '') ?? 0) + 1);
  }
  source.features.zoning = inheritLevel(source.features.zoning, source.features.plan);
  if (typeof from === 'string') source.files = [{ name: basename(from), crs: source.crs, features: read }];
  source.leftOut = [...left].map(([objectType, count]) => ({ objectType, count }));
  return source;
}

/** A FeatureCollection that is in memory already, as a source. */
function collectionOf(value: FeatureCollection, crs: number | undefined) {
  const { type, features, ...members } = value as unknown as Record<string, unknown>;
  if (type !== 'FeatureCollection' || !Array.isArray(features))
    throw new UnreadableFile('not-features', { type: typeof type === 'string' ? type : '–' });
  return {
    crs: crs ?? crsOfMember(members['crs']),
    features: features.map((feature, index) => featureFrom(feature, index)),
    metadata: isObject(members['metadata']) ? members['metadata'] : {},
  };
}

class Sorter {
  readonly types: ObjectTypes;
  readonly #signs: readonly { layer: PlanLayer; carries: (feature: SourceFeature) => boolean }[];

  constructor(catalogue: Catalogue) {
    this.types = new ObjectTypes(catalogue);
    const carries = (layer: PlanLayer, fields: readonly string[]) => {
      const mapping = mappingTo(catalogue.get(layer), { onFault: () => {} });
      return (feature: SourceFeature) => {
        const { values, unknown } = mapping(feature);
        return fields.some((name) => values[name] !== null || unknown.some(({ field }) => field === name));
      };
    };
    this.#signs = [
      { layer: 'zoning', carries: carries('zoning', ['purpose']) },
      { layer: 'zoning-consideration', carries: carries('zoning-consideration', ['code']) },
      { layer: 'plan', carries: carries('plan', ['plan_type', 'plan_status', 'law']) },
    ];
  }

  layerOf(feature: SourceFeature): PlanLayer | undefined {
    const known = this.types.layersOf(feature.objectType);
    const named = planLayers.find((layer) => known.includes(layer));
    if (named || feature.objectType !== undefined) return named;
    return this.#signs.find(({ carries }) => carries(feature))?.layer;
  }
}

/** The names of its files as one text, for a plan id that nothing else says. */
export const namesOf = ({ files }: PlanSource): string =>
  files.map(({ name }) => basename(name, extname(name))).join(' ');
