import type { Stretch } from '../../centrality/graph/stretch.ts';

/** What a place for a station is today. */
export const candidateKinds = [
  'rest-area',
  'fuel-station',
  'industrial-area',
  'junction',
  'urban-area',
  'own',
] as const;
export type CandidateKind = (typeof candidateKinds)[number];

/** A place where a station could be, before anything is judged. */
export interface Candidate {
  /** No other has it; of its layer and its id there, so that it is the same in the next run. */
  id: string;
  kind: CandidateKind;
  name: string | null;
  /** Dataset that it is from; null for junctions, which are of the roads, and for the asker's own points. */
  dataset: number | null;
  /** Its own id in its layer. */
  source_id: string | null;
  /** Analysis CRS. */
  x: number;
  y: number;
  /** The point, well-known binary in the analysis CRS. */
  geom: Buffer;
  /** Degrees. */
  lon: number;
  lat: number;
  /** Number of its municipality; '' outside all. */
  municipality: string;
  /** Key of the road that it is said to lie at; null where nobody says. */
  road: string | null;
  truckAccess: boolean | null;
  truckBays: number | null;
  /** As its layer writes them; null where it says nothing. */
  services: string | null;
  /** Which way along its road it serves; null: not said, taken as both. */
  directions: 'both' | 'with' | 'against' | null;
  /** Ellipsoidal; null for points. */
  area_m2: number | null;
  /** Of a junction: where it is in the graph. */
  at: Stretch | null;
}
