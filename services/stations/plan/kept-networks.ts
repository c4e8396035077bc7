import { canonicalHash } from '../../runs/request.ts';
import type { NetworkOfSites } from '../answer.ts';
import type { StationInputs } from '../inputs.ts';
import type { Situation } from '../situation.ts';

/** Networks that are kept for a situation: going back and forth between a few of them is what trying out means. */
const most = 16;

const keptOf = new WeakMap<Situation, Map<string, NetworkOfSites>>();

/** The best network does not hang on weights: one that was proven is not looked for again. */
export async function networkKept(
  situation: Situation,
  inputs: StationInputs,
  find: () => Promise<NetworkOfSites>,
): Promise<NetworkOfSites> {
  const { model, p = null, p_new = null, radius_km, range_km, share, existing, fixed, forbidden, min_spacing_km, spacing } = inputs; // prettier-ignore
  const key = canonicalHash({ model, p, p_new, radius_km, range_km, share, existing, fixed, forbidden, min_spacing_km, spacing }); // prettier-ignore
  const kept = keptOf.get(situation) ?? new Map<string, NetworkOfSites>();
  keptOf.set(situation, kept);
  const known = kept.get(key);
  if (known) return known;
  const found = await find();
  if (found.proven) kept.set(key, found);
  if (kept.size > most) for (const oldest of kept.keys()) { kept.delete(oldest); break; } // prettier-ignore
  return found;
}
