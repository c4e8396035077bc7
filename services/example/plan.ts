import type { ConsiderationType } from '../../layers/codes/consideration.ts';
import type { ZoningObjectType } from '../../layers/codes/purpose.ts';
import type { Area } from './rings.ts';

/** One zone of a plan. */
export interface Zone {
  objectType: ZoningObjectType;
  purpose: number;
  /** Regulations carry none. */
  status: 1 | 2 | 3 | null;
  /** Vertical level; 2 is on the ground. */
  level: number;
  name: string;
  geometry: Area;
}

/** A consideration zone, without the H that its name begins with on maps. */
export interface Consideration {
  type: ConsiderationType;
  code: number;
  name: string;
  geometry: Area;
}

export interface Plan {
  /** Municipality number, underscore, plan id. */
  id: string;
  name: string;
  /** National codes: plan type 20, 21, 30, 34, 35; plan status 2, 3, 5, 6. */
  type: number;
  status: number;
  law: 1985 | 2008;
  inForce: string | null;
  predecessor: string | null;
  outline: Area;
  zones: Zone[];
  considerations: Consideration[];
}

/** Zones of the same purpose are numbered in the order they come: B1, B2 … */
export function zoneNames(): (purpose: number) => string {
  const counts = new Map<string, number>();
  return (purpose) => {
    const letters = lettersOf(purpose);
    const count = (counts.get(letters) ?? 0) + 1;
    counts.set(letters, count);
    return `${letters}${count}`;
  };
}

const letters: Record<number, string> = {
  1110: 'B', 1111: 'BFS', 1112: 'BKS', 1120: 'BFR', 1121: 'BFF', 1122: 'BFK', 1130: 'BS', 1150: 'BF', 1160: 'BOP',
  1170: 'BFT', 1171: 'BUN', 1200: 'BRU', 1201: 'BSM', 1300: 'BN', 1340: 'BI', 1800: 'BKB', 2010: 'SV', 2011: 'SKV',
  2080: 'SPA', 3020: 'GN', 3040: 'GF', 5100: 'L', 5130: 'LF', 5220: 'LSF', 6001: 'V',
}; // prettier-ignore

/** Letters of the national drawing rules for the Act of 2008; older plans just say area. */
function lettersOf(purpose: number): string {
  return letters[purpose] ?? 'O';
}
