import { Explained } from '../../../layers/declaration/explained.ts';

/** An overlay of PostGIS failed; as an error of the server says it, or by what is missing from the answer. */
export class OverlayFailed extends Explained {
  readonly code = 'XX000';

  constructor(missing: readonly (string | number)[]) {
    super({
      nb: `Overlegget ga ikke svar for ${missing.join(', ')}. Se etter feil i geometrien der, og prøv igjen.`,
      en: `The overlay gave no answer for ${missing.join(', ')}. Look for faults in the geometry there, and try again.`,
    });
  }
}

/**
 * Rows of a statement that answers for everything it is asked about, by what they answer for.
 * @param asked what the statement was asked about, each by its key
 * @throws OverlayFailed when answers are missing: *no answer* must not be read as *no hit*, whatever lost it
 */
export function everyAnswer<Key extends string | number, Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  asked: readonly Key[],
): Map<Key, Row> {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  const missing = asked.filter((key) => !found.has(key));
  if (missing.length > 0) throw new OverlayFailed(missing);
  return found;
}

/** Rows of a statement that answers for every zone, by zone. @throws OverlayFailed */
export const everyZone = <Row extends { zone: number }>(
  rows: readonly Row[],
  zones: readonly { index: number }[],
): Map<number, Row> =>
  everyAnswer(
    rows,
    ({ zone }) => zone,
    zones.map(({ index }) => index),
  );
