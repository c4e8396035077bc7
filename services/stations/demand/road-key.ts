import type { RoadCategory } from '../../centrality/graph/road.ts';

const letterOf: Partial<Record<RoadCategory, string>> = { european: 'E', national: 'R', county: 'F' };

/** As registers and maps write it: E16, Ev 16, EV16 S2D1, RV7, Rv. 7, Fv280, or a bare number. */
const written = /^\s*([ERF])?V?\.?\s*(\d+)(?!\d)/i;

/**
 * The road that a number names, in one way of writing: E16, R7, F280.
 * @returns null for roads whose numbers begin anew in each municipality, and where nothing is said that names a road
 */
export function roadKey(number: string | null, category: RoadCategory | null): string | null {
  const [, letter, digits] = written.exec(number ?? '') ?? [];
  if (!digits) return null;
  const own = letter?.toUpperCase() ?? (category ? letterOf[category] : undefined);
  return own ? `${own}${Number(digits)}` : null;
}

/** A road's key as people write it: E16, Rv. 7, Fv. 280. */
export const roadName = (key: string): string => {
  const [letter = '', digits] = [key[0], key.slice(1)];
  return letter === 'E' ? `E${digits}` : `${letter}v.\u00a0${digits}`;
};
