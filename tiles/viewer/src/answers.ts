import type { Feature, Point } from 'geojson';
import type { Language } from './texts/texts.ts';

/**
 * What the service answers, as far as the map uses it. Coordinates are EPSG:4326 throughout.
 * The answer of the conflict check is declared where it is made: services/conflicts/answer/result.ts.
 */

interface DatasetInfo {
  title: string | null;
  provider: string | null;
  licence: string | null;
  attribution: string | null;
  /** ISO 2024, 2024-05 or 2024-05-31. */
  dataDate: string | null;
  /** Day and time; for a result, when it was made. */
  importedAt: string;
  accuracyM: number | null;
  example: boolean;
  /** False: what lies outside the features is unknown, not empty. */
  hasCoverage: boolean;
}

export interface LegendEntry {
  /** The code that is drawn so; null for a layer of one colour and for all other values. */
  code: string | null;
  text: string;
  shape: 'fill' | 'line' | 'circle';
  colour: string;
  opacity: number;
  outline: string | null;
  dash: number[] | null;
}

/** A layer of the catalogue with what is known about its data now. */
export interface Collection {
  id: string;
  title: string;
  description: string;
  group: { id: string; title: string };
  zooms: [min: number, max: number];
  fields: string[];
  /** Years to choose from, earliest first; empty where there is no choice. */
  years: number[];
  legend: LegendEntry[];
  /** The analysis whose result the layer is; null for layers that come from files. */
  producedBy: string | null;
  /** Datasets of the current edition; empty: no data, which is not the same as nothing there. */
  datasets: DatasetInfo[];
  /** West, south, east, north of the data. */
  bbox: [number, number, number, number] | null;
}

export interface Property {
  name: string;
  title: string;
  /** As the reader's language writes it; null when the data do not say. */
  value: string | number | boolean | null;
  unit: string | null;
  kind: string;
}

/** All that is known about one feature: GeoJSON, and beside it what the reader is to be told. */
export interface Facts extends Feature {
  id: number;
  layer: string;
  name: string | null;
  facts: Property[];
  properties: { source_id: string | null } & Record<string, unknown>;
  /** What the source said that has no field here. */
  unmapped: Record<string, unknown>;
  dataset: DatasetInfo;
}

export interface Municipality {
  number: string;
  name: string | null;
  bbox: [number, number, number, number];
  /** A point inside, for the name on the map. */
  centre: [number, number];
}

/** Sites for energy stations as they were ranked last, with what each criterion found at each. */
export interface StationRun {
  /** Null where nobody has ranked any. */
  run: { key: string } | null;
  ranking: {
    features: (Feature<Point> & {
      properties: {
        id: string;
        name: string | null;
        excluded_by: unknown[];
        criteria: { id: string; value: number | null }[];
      };
    })[];
  };
  criteria: { id: string; direction: 'max' | 'min'; weight: number; left_out: Record<Language, string> | null }[];
}

/** What sites are judged by, in words. */
export interface CriterionWords {
  id: string;
  title: Record<Language, string>;
  direction: 'max' | 'min';
  description: Record<Language, string>;
  weight: { why: Record<Language, string> };
}
