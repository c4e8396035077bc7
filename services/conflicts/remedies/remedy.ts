/** What would solve a finding, drawn in the analysis CRS. */
export type Remedy =
  | {
      kind: 'trimmed-zone';
      /** The zone as it could be instead; null where nothing of it could stay. */
      geom: Buffer | null;
      /** Ellipsoidal m² that the zone gives up. */
      left_m2: number;
    }
  | { kind: 'consideration-zone'; code: number; geom: Buffer };

export const remedyKinds = ['trimmed-zone', 'zone-taken-out', 'consideration-zone'] as const;

/** What a reader is told it is: a zone of which nothing could stay is taken out. */
export const kindOf = ({ kind, geom }: Remedy): (typeof remedyKinds)[number] =>
  kind === 'trimmed-zone' && geom === null ? 'zone-taken-out' : kind;
