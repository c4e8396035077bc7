/** The editions that findings rest on, by layer; null where a layer had none. */
export type Basis = Readonly<Record<string, number | null>>;

/**
 * Whether findings that are on the map rest on newer data than others of the same plan that want to take their place.
 * What rests on the data of now is newest, also after an edition was taken back; else the numbers of the editions tell.
 * @param now the current editions of every layer of both
 */
export function isOvertaken(own: Basis, present: Basis, now: Basis): boolean {
  if (isNow(own, now)) return false;
  if (isNow(present, now)) return true;
  const steps = Object.entries(own).map(([layer, number]) => (present[layer] ?? 0) - (number ?? 0));
  return steps.some((step) => step > 0) && !steps.some((step) => step < 0);
}

const isNow = (basis: Basis, now: Basis): boolean =>
  Object.entries(basis).every(([layer, number]) => number === (now[layer] ?? null));
