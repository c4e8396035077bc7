/**
 * Why a feature was not loaded, with what must be said beside the words. The texts are in texts/nb.ts and texts/en.ts;
 * stored reports hold these codes and values, so that a report can be read in either language.
 */
export interface Reasons {
  unreadable: { what: string };
  'no-geometry': Record<string, never>;
  'empty-geometry': Record<string, never>;
  'wrong-type': { type: string; wanted: string };
  'not-finite': { vertex: number };
  'too-many-vertices': { vertices: number; limit: number };
  'too-few-points': { part: string };
  'ring-open': { ring: number; gap: number; unit: string };
  'outside-crs': { x: number; y: number; crs: number };
  'axes-swapped': { x: number; y: number; crs: number };
  'degrees-not-metres': { x: number; y: number; crs: number };
  'metres-not-degrees': { x: number; y: number; crs: number };
  'millimetres-not-metres': { x: number; y: number; crs: number };
  'centimetres-not-metres': { x: number; y: number; crs: number };
  invalid: { fault: Fault; areaBefore: number | null; areaAfter: number | null };
  'duplicate-id': { id: string };
  'missing-value': { field: string };
  'bad-value': { field: string; value: string; kind: string };
}

export type Reason = keyof Reasons;

/** What can be wrong with a geometry, after OGC Simple Features; `ring-closed` is our own mending of a gap. */
export type Fault =
  | 'self-intersection'
  | 'ring-self-intersection'
  | 'hole-outside'
  | 'holes-nested'
  | 'shells-nested'
  | 'rings-repeated'
  | 'interior-split'
  | 'collapsed'
  | 'ring-closed'
  | 'other';

/** A feature that cannot be loaded. */
export class Rejection<Code extends Reason = Reason> extends Error {
  readonly reason: Code;
  readonly values: Reasons[Code];
  /** Where it is wrong, in the CRS of the source. */
  readonly place: readonly [number, number] | null;

  constructor(reason: Code, values: Reasons[Code], place: readonly [number, number] | null = null) {
    super(reason);
    this.reason = reason;
    this.values = values;
    this.place = place;
  }
}

const faults: readonly [start: string, fault: Fault][] = [
  ['self-intersection', 'self-intersection'],
  ['ring self-intersection', 'ring-self-intersection'],
  ['hole lies outside', 'hole-outside'],
  ['holes are nested', 'holes-nested'],
  ['nested holes', 'holes-nested'],
  ['nested shells', 'shells-nested'],
  ['duplicate rings', 'rings-repeated'],
  ['interior is disconnected', 'interior-split'],
  ['too few points', 'collapsed'],
];

/** The fault behind the words of ST_IsValidDetail. */
export function faultOf(words: string): Fault {
  const lower = words.toLowerCase();
  return faults.find(([start]) => lower.startsWith(start))?.[1] ?? 'other';
}
