import { BadQuestion } from './answer.ts';
import { checkNumber, checkOnce } from './sound-lists.ts';
import type { RoadRule } from './question.ts';

/** See that the rules of roads can be reckoned with. @throws BadQuestion */
export function checkRoads(roads: readonly RoadRule[], candidates: ReadonlySet<string>): void {
  checkOnce(roads, { nb: 'Vegen', en: 'The road' });
  for (const { id, length_km, sites, max_gap_km: gap, ends_km: ends, min_spacing_km: spacing } of roads) {
    checkNumber(length_km, { nb: `Lengden av ${id}`, en: `The length of ${id}` });
    if (gap !== undefined) checkNumber(gap, { nb: `max_gap_km for ${id}`, en: `max_gap_km of ${id}` });
    if (spacing !== undefined) checkNumber(spacing, { nb: `min_spacing_km for ${id}`, en: `min_spacing_km of ${id}` });
    if (ends !== undefined) {
      checkNumber(ends, { nb: `ends_km for ${id}`, en: `ends_km of ${id}` });
      if (gap === undefined || ends > gap)
        throw new BadQuestion({
          nb: `ends_km for ${id} er ${ends}, mer enn max_gap_km (${String(gap)}). Gi høyst max_gap_km.`,
          en: `ends_km of ${id} is ${ends}, more than max_gap_km (${String(gap)}). Give max_gap_km at most.`,
        });
    }
    for (const site of sites) {
      checkNumber(
        site.at_km,
        { nb: `Stedet for ${site.id} på ${id}`, en: `The place of ${site.id} on ${id}` },
        -Infinity,
      );
      if (!candidates.has(site.id))
        throw new BadQuestion({
          nb: `${site.id} ligger på ${id}, men er ikke blant kandidatene.`,
          en: `${site.id} lies on ${id} but is not among the candidates.`,
        });
    }
  }
}
