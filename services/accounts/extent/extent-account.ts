/** Class of land that no polygon covers, or whose polygon has no class. It stands beside the others and is never spread. */
export const unclassified = 'unclassified';

/** What a class had, gained, lost and has. Ellipsoidal m²; opening + additions − reductions = closing. */
export interface ClassRow {
  /** A code of the layer's field `class`, or `unclassified`. */
  class: string;
  opening_m2: number;
  /** Land that became this class; mapping noise left out. */
  additions_m2: number;
  /** Of the additions, land that people made it: the rest may be either. Null where the scheme does not tell. */
  managed_additions_m2: number | null;
  reductions_m2: number;
  managed_reductions_m2: number | null;
  /** Additions − reductions. */
  net_m2: number;
  /** The opening and real change. */
  closing_m2: number;
  /** The class in the later data as they are, noise and all. */
  mapped_closing_m2: number;
}

/** Ellipsoidal m² by class at the opening, then at the closing; cells that are not there are 0. */
export type Matrix = Record<string, Record<string, number>>;

/** Whether a coverage closes: three checks, apart from each other, for a gap and an overlap of one size cancel in a sum. */
export interface Proof {
  /** Sum over the polygons in the municipality; one that is there twice is summed twice. */
  sum_m2: number;
  /** Area of their union. */
  union_m2: number;
  /** Sum of the overlaps of all pairs. */
  overlap_m2: number;
  /** The municipality without the union: land nobody mapped. */
  unclassified_m2: number;
  /** What gaps and overlaps make together, by the municipality's area. */
  relative_misfit: number;
  /** The misfit is below the tolerance. */
  closes: boolean;
}

/** A coverage as an account takes it: one year of the layer, or certain datasets. */
export interface Version {
  /** Null where the data say none. */
  year: number | null;
  datasets: number[];
}

/**
 * The extent account of a coverage (UN SEEA EA, table 4.1 and the change matrix 4.2) in one municipality, a region or the
 * county. All areas ellipsoidal m².
 */
export interface ExtentAccount {
  layer: string;
  from: Version;
  to: Version;
  /** The municipality's polygon as given: sea is in it where the polygon has sea. */
  area_m2: number;
  /**
   * `none`: no polygon lies here in either version. `from-missing`, `to-missing`: in one of them none does. `one-version`:
   * the layer has one year alone, so nothing can have changed.
   */
  data: 'both' | 'none' | 'from-missing' | 'to-missing' | 'one-version';
  classes: ClassRow[];
  /** Land mapped once in both versions; land mapped more often stands in the rows of its classes alone. */
  matrix: Matrix;
  /** All change as mapped, noise and all. */
  gross_change_m2: number;
  /** Change narrower than `sliver_width_m`, which the rows leave out. */
  noise_m2: number;
  /** Noise by gross change; null where nothing changed. */
  noise_share: number | null;
  sliver_width_m: number;
  /** Of the version that misfits more. */
  proof: Proof;
  proof_by_year: { from: Proof; to: Proof };
  /** Largest misfit between the columns of the matrix as mapped and the closing version: what overlays lost or made. */
  matrix_misfit_m2: number;
  /** Classes of one version that the other does not have at all: the schemes may differ. */
  only_in: { from: string[]; to: string[] };
  tolerance: number;
  /** Polygons without a year, of datasets here whose other polygons have one: they are counted in both versions. */
  undated: { dataset: number; polygons: number }[];
}

/** How areas are taken, the same in every account. */
export const areaMethod = {
  nb: 'Ellipsoidisk (GRS80): integralet av 1/k² over flaten, kanter rette i analysens kartprojeksjon',
  en: 'Ellipsoidal (GRS80): the integral of 1/k² over the polygon, edges straight in the analysis CRS',
} as const;
