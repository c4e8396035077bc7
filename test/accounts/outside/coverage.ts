import type { Position } from 'geojson';
import type { SourceFeature } from '../../../services/imports/source-feature.ts';
import { both, landOf, m2, together, without, type Land } from './land.ts';

/** What an account says of two versions of a coverage, m² by class: every figure clipped for itself, none from another. */
interface CoverageFigures {
  area: number;
  classes: Record<string, { opening: number; additions: number; reductions: number; closing: number }>;
  /** Land that both versions have at most once. */
  matrix: Record<string, Record<string, number>>;
  gross: number;
  proof: Record<'from' | 'to', { sum: number; union: number; overlap: number; gap: number }>;
}

interface Mapped {
  class: string;
  land: Land;
}

/** @param ring of the land that is accounted for */
export function recomputeCoverage(
  from: readonly SourceFeature[],
  to: readonly SourceFeature[],
  ring: Position[],
): CoverageFigures {
  const whole = landOf({ type: 'Polygon', coordinates: [ring] });
  const sides = { from: version(from, whole), to: version(to, whole) };
  const figures: CoverageFigures = {
    ...{ area: m2(whole), classes: {}, matrix: {}, gross: 0 },
    proof: { from: sides.from.proof, to: sides.to.proof },
  };
  for (const name of new Set([...sides.from.mapped, ...sides.to.mapped].map((own) => own.class))) {
    const [before, after] = [sides.from, sides.to].map(({ mapped }) =>
      together(mapped.flatMap((own) => (own.class === name ? [own.land] : []))),
    ) as [Land, Land];
    figures.classes[name] = {
      ...{ opening: m2(before), closing: m2(after) },
      ...{ additions: m2(without(after, before)), reductions: m2(without(before, after)) },
    };
  }
  for (const before of sides.from.once)
    for (const after of sides.to.once) {
      const area = m2(both(before.land, after.land));
      if (area === 0) continue;
      const cells = (figures.matrix[before.class] ??= {});
      cells[after.class] = (cells[after.class] ?? 0) + area;
      if (before.class !== after.class) figures.gross += area;
    }
  return figures;
}

/** A version within the land: its polygons and its gaps, and the same without what is there twice. */
function version(features: readonly SourceFeature[], whole: Land) {
  const polygons = features.map(({ properties, geometry }): Mapped => ({
    class: String(properties['class']),
    land: geometry && both(landOf(geometry), whole),
  }));
  const some = polygons.filter(({ land }) => land !== null);
  const overlaps = some.flatMap(({ land }, at) => some.slice(at + 1).map((other) => both(land, other.land)));
  const [all, twice] = [together(some.map(({ land }) => land)), together(overlaps)];
  const gap = { class: 'unclassified', land: without(whole, all) };
  const mapped = [...some, gap].filter(({ land }) => land !== null);
  return {
    mapped,
    once: mapped.map((own): Mapped => ({ ...own, land: without(own.land, twice) })),
    proof: {
      sum: some.reduce((total, { land }) => total + m2(land), 0),
      union: m2(all),
      overlap: overlaps.reduce((total, land) => total + m2(land), 0),
      gap: m2(gap.land),
    },
  };
}
