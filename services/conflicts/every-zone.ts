/** An overlay of PostGIS failed; as an error of the server says it, or by what is missing from the answer. */
export class OverlayFailed extends Error {
  readonly code = 'XX000';
}

/**
 * Rows of a statement that answers for every zone, by zone.
 * @throws OverlayFailed when zones are missing: the embedded database gives no rows and no error where GEOS raised an
 *   exception, and *no answer* must not be read as *no hit*
 */
export function everyZone<Row extends { zone: number }>(
  rows: readonly Row[],
  zones: readonly { index: number }[],
): Map<number, Row> {
  const found = new Map(rows.map((row) => [row.zone, row]));
  const missing = zones.filter(({ index }) => !found.has(index));
  if (missing.length > 0) throw new OverlayFailed(`The overlay gave no answer for ${missing.length} zones.`);
  return found;
}
