import { bands } from '../services/imports/bands.ts';

/** The band of generalised geometry that is drawn at a zoom; past the last band, the last one. */
export function bandAt(z: number): number {
  const found = bands.find(({ zooms }) => z <= zooms[1]) ?? bands.at(-1);
  if (!found) throw new Error('There is no band of generalised geometry.');
  return found.band;
}
