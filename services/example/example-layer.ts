import type { Geometry } from 'geojson';
import type { SourceFeature } from '../imports/source-feature.ts';
import type { Area } from './rings.ts';

/** One dataset of the example county, as the imports take it. Coordinates EPSG:25832. */
export interface ExampleLayer {
  /** Id of the layer. */
  layer: string;
  part: string;
  /** Made anew, one by one, each time they are asked for: 150 000 polygons need not be in memory at once. */
  features: Iterable<SourceFeature>;
  /** Where it was mapped; null when that is not known. */
  coverage: Area | null;
  /** ISO day. */
  dataDate: string;
  /** Positional accuracy, metres; null when not stated. */
  accuracyM: number | null;
  provenance: ExampleProvenance;
}

export interface ExampleProvenance {
  title: string;
  provider: string;
  licence: string;
  attribution: string;
  example: true;
}

/** A feature before it has its place in the dataset. */
export interface ExampleFeature {
  /** Its id in the made-up register it comes from. */
  id: string;
  properties: Record<string, string | number | boolean | null>;
  geometry: Geometry;
}

export const provider = 'grunnriss eksempel/example';

/**
 * @param title what the dataset is called, in Norwegian; `(eksempel)` is added
 * @param make yields the features; called for each reading
 */
export function exampleLayer(
  layer: string,
  part: string,
  about: { title: string; coverage: Area | null; dataDate: string; accuracyM?: number },
  make: () => Iterable<ExampleFeature>,
): ExampleLayer {
  return {
    layer,
    part,
    features: { [Symbol.iterator]: () => numbered(make()) },
    coverage: about.coverage,
    dataDate: about.dataDate,
    accuracyM: about.accuracyM ?? null,
    provenance: {
      title: `${about.title} (eksempel)`,
      provider,
      licence: 'CC0-1.0',
      attribution: 'Generert eksempel, ikke et virkelig sted / Generated example, not a real place',
      example: true,
    },
  };
}

function* numbered(features: Iterable<ExampleFeature>): Generator<SourceFeature> {
  let index = 0;
  for (const feature of features) yield { index: index++, ...feature };
}
