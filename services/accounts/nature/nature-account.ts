import type { Reach } from '../reach.ts';

/** Land of a kind. */
export interface NatureRow {
  /** A form of protection, a value, an ecosystem type: a code of the layer's field. */
  class: string;
  /** Ellipsoidal m², each piece of ground once within the kind. */
  area_m2: number;
  /** By the municipality's area. */
  share: number;
}

/** Patches of contiguous nature, clipped at the municipality's border. */
export interface Fragmentation {
  patches: number;
  area_m2: number;
  largest_m2: number;
  /** Σ patch² ÷ area of the municipality (Jaeger 2000, cutting-out procedure): m². */
  effective_mesh_m2: number;
}

/** Nature in one municipality, a region or the county. A table is null where nobody looked for what is in it. */
export interface NatureAccount extends Reach {
  /** EU ecosystem types, level 1, newest year. */
  ecosystems: { year: number | null; types: NatureRow[] } | null;
  protected: { area_m2: number; share: number; forms: NatureRow[] } | null;
  nature_types: { area_m2: number; share: number; values: NatureRow[] } | null;
  contiguous: Fragmentation | null;
  /** What the plan reserve would take of each ecosystem type, m²; null without plans or ecosystems. */
  planned_loss: { class: string; area_m2: number }[] | null;
}
