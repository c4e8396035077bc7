/** A feature of the treeline layer, without its geometry. */
export interface TreelineFeature {
  dataset: number;
  fid: number;
  source_id: string | null;
  definition: 'climatic' | 'empirical' | 'derived' | null;
  source: string | null;
  uncertainty_m: number | null;
  uncertainty_axis: 'vertical' | 'horizontal' | null;
  /** The feature's own, or its dataset's; the worse of the two. */
  accuracy_m: number | null;
}

/** How far off the line may run: not at all, a belt on the map, a belt in height, or nobody says. */
export type Belt = 'none' | 'horizontal' | 'vertical' | 'unknown';

/** One treeline: the features that say where one and the same line runs, in however many sheets. */
export interface Treeline {
  number: number;
  definition: TreelineFeature['definition'];
  source: string | null;
  belt: Belt;
  /** Of its features the largest: a line is as certain as its worst sheet. */
  uncertainty_m: number | null;
  datasets: number[];
  features: TreelineFeature[];
}

/**
 * Sort features into lines: the same definition from the same source is one line, also over several sheets and
 * datasets; without a source, each dataset is a line of its own.
 */
export function linesOf(features: readonly TreelineFeature[]): Treeline[] {
  const lines = new Map<string, TreelineFeature[]>();
  for (const feature of features) {
    const line = JSON.stringify([feature.definition, feature.source ?? feature.dataset]);
    const members = lines.get(line);
    if (members) members.push(feature);
    else lines.set(line, [feature]);
  }
  return [...lines.values()].map((members, number) => {
    const [{ definition, source }] = members as [TreelineFeature];
    const uncertainties = members.map((feature) => feature.uncertainty_m);
    return {
      number,
      definition,
      source,
      belt: beltOf(members),
      uncertainty_m: uncertainties.includes(null) ? null : Math.max(...(uncertainties as number[])),
      datasets: [...new Set(members.map((feature) => feature.dataset))],
      features: members,
    };
  });
}

/** An uncertainty that nobody states is not zero; two kinds of belt on one line cannot be drawn as one. */
function beltOf(members: readonly TreelineFeature[]): Belt {
  const belts = new Set(
    members.map(({ uncertainty_m: metres, uncertainty_axis: axis }) =>
      metres === null ? 'unknown' : metres === 0 ? 'none' : (axis ?? 'unknown'),
    ),
  );
  belts.delete('none');
  if (belts.size === 0) return 'none';
  const [only] = belts;
  return belts.size === 1 && only ? only : 'unknown';
}

/** Whether a line, where its belt is known, can give red: mapped or modelled, not derived. */
export const isEvidence = ({ definition }: Treeline): boolean =>
  definition === 'climatic' || definition === 'empirical';
