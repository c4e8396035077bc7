/** A zone of one version. */
export interface Version {
  id: string;
  name: string | null;
}

/** Two zones that share ground: their places in the lists, and the part of the smaller one that is shared. */
export interface SharedGround {
  before: number;
  now: number;
  share: number;
}

/** From here on, zones with other ids and names are taken for the same: most of the smaller one. */
const mostOfIt = 0.5;

/**
 * Which zone of the older version is which of the newer one. By id, then by name, then by ground; an id or a name that
 * fits but lies elsewhere counts last, for some formats number their zones anew in every file, and a zone may also move.
 * @returns place in the older list by place in the newer list
 */
export function matchZones(
  before: readonly Version[],
  now: readonly Version[],
  shared: readonly SharedGround[],
): Map<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const take = (pairs: readonly { before: number; now: number }[]) => {
    for (const pair of pairs)
      if (!found.has(pair.now) && !taken.has(pair.before)) {
        found.set(pair.now, pair.before);
        taken.add(pair.before);
      }
  };
  const sameId = pairsBy(before, now, ({ id }) => id);
  const sameName = pairsBy(before, now, ({ name }) => name);
  const meet = new Set(shared.map(keyOf));
  const onGround = (pair: { before: number; now: number }) => meet.has(keyOf(pair));
  take(sameId.filter(onGround));
  take(sameName.filter(onGround));
  take([...shared].filter(({ share }) => share >= mostOfIt).sort((a, b) => b.share - a.share || a.now - b.now));
  take(sameId);
  take(sameName);
  return found;
}

const keyOf = ({ before, now }: { before: number; now: number }): string => `${before}/${now}`;

/** Pairs with the same key, where each list has it once. */
function pairsBy(
  before: readonly Version[],
  now: readonly Version[],
  of: (version: Version) => string | null,
): { before: number; now: number }[] {
  const only = (versions: readonly Version[]) => {
    const places = new Map<string, number | null>();
    for (const [place, version] of versions.entries()) {
      const key = of(version);
      if (key !== null) places.set(key, places.has(key) ? null : place);
    }
    return places;
  };
  const earlier = only(before);
  return [...only(now)].flatMap(([key, place]) => {
    const old = earlier.get(key);
    return place !== null && old !== null && old !== undefined ? [{ before: old, now: place }] : [];
  });
}
