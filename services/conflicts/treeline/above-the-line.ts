import { statement } from '../../database/statement.ts';
import { datasetIds } from '../measurement/constraints.ts';
import { coverageShares, type Covered } from '../measurement/coverage.ts';
import type { ConstraintHit, Measured, Measuring, Relation } from '../measurement/measure.ts';
import { everyZone } from '../measurement/every-zone.ts';
import { nearestTreeline } from './nearest-treeline.ts';
import { isEvidence, linesOf, type Treeline, type TreelineFeature } from './treeline-lines.ts';
import { treelineSteps, treelineTexts } from './treeline-steps.ts';
import { verticalBelts, type DrawnBelt } from './vertical-belt.ts';

/** A zone's land against the treeline. Areas are ellipsoidal m², each piece of ground once. */
export interface AboveTheLine extends Measured {
  /** Land above any line or in its belt; 0 where it is only touching. */
  above: number;
  /** Some of it is above a line, not only in a belt. */
  isOver: boolean;
  /** Land above a line that can give red, beyond that line's belt; 0 where it is narrower than the touching limit. */
  certainlyAbove: number;
  /** One line puts land of the zone above its belt where another puts it below its own. */
  linesDisagree: boolean;
  /** Among the lines that the zone meets, at least one can give red. */
  evidence: boolean;
}

/** What one line says about a zone. */
export interface LineMet {
  line: number;
  above_m2: number;
  belt_m2: number;
  /** Its belt is known here. */
  drawn: boolean;
}

/** A zone as sql/conflicts/above-treeline.sql measures it. */
interface Met {
  zone: number;
  area_m2: number;
  overlap: Buffer | null;
  /** The overlap is no mere touching. */
  wide: boolean;
  red_m2: number;
  red_wide: boolean;
  disagree: boolean;
  lines: LineMet[] | null;
  near: { dataset: number; fid: number; hit: boolean }[] | null;
}

type Around = Pick<Measured, 'share_covered' | 'covered' | 'distance_m' | 'datasets'>;

/** Land against every current treeline. */
export const aboveTheLine: Relation<AboveTheLine> = { measure, texts: treelineTexts };

async function measure(given: Measuring): Promise<Map<number, AboveTheLine>> {
  const { session, zones, constraints } = given;
  const datasets = datasetIds(constraints, 'treeline');
  const features = await session.rows<TreelineFeature>(statement('conflicts/treeline-features'), { datasets });
  const lines = linesOf(features);
  const belts = await verticalBelts(given, lines);
  const met = everyZone(await meetLines(given, lines, belts), zones);
  const covered = await coverageShares(given, datasets);
  const apart = zones.filter(({ index }) => !met.get(index)?.near?.some(({ hit }) => hit));
  const distances = await nearestTreeline(given, datasets, apart);
  return new Map(
    zones.map(({ index }) => {
      const row = met.get(index) as Met;
      const { share, whole } = covered.get(index) as Covered;
      const distance_m = distances.get(index) ?? null;
      const drawn = belts.filter(({ zone }) => zone === index);
      const facts = factsOf(row, lines, drawn, { share_covered: share, covered: whole, distance_m, datasets });
      return [index, { ...facts, steps: treelineSteps(facts, lines, row.lines ?? [], drawn) }];
    }),
  );
}

async function meetLines(
  { session, zones, constraints, municipalities, parameters }: Measuring,
  lines: readonly Treeline[],
  belts: readonly DrawnBelt[],
): Promise<Met[]> {
  const features = lines.flatMap(({ number, features }) => features.map((feature) => ({ ...feature, line: number })));
  const widths = lines.map(({ belt, uncertainty_m }) => (belt === 'horizontal' ? (uncertainty_m ?? 0) : 0));
  const sheets = lines.flatMap(({ number, datasets }) => datasets.map((dataset) => ({ dataset, line: number })));
  return session.rows<Met>(statement('conflicts/above-treeline'), {
    zones: zones.map(({ index }) => index),
    geoms: zones.map(({ land }) => land),
    datasets: features.map(({ dataset }) => dataset),
    fids: features.map(({ fid }) => fid),
    feature_lines: features.map(({ line }) => line),
    accuracies: features.map(({ accuracy_m }) => accuracy_m),
    lines: lines.map(({ number }) => number),
    widths,
    drawn: lines.map(({ belt }) => belt === 'none' || belt === 'horizontal'),
    evidence: lines.map(isEvidence),
    belt_zones: belts.map(({ zone }) => zone),
    belt_lines: belts.map(({ line }) => line),
    belt_froms: belts.map(({ from }) => from),
    belt_tos: belts.map(({ to }) => to),
    covering: sheets.map(({ dataset }) => dataset),
    line_datasets: sheets.map(({ line }) => line),
    current: datasetIds(constraints, 'treeline'),
    division: constraints.division,
    municipalities,
    reach: Math.max(0, ...widths),
    touching_m: parameters.touching_m,
  });
}

const nothing = { area_m2: 0, red_area_m2: 0, touching: false, constraints: [], overlap: null, remarks: [], steps: [] };

function nothingNear(around: Around): AboveTheLine {
  return { ...around, ...nothing, above: 0, isOver: false, certainlyAbove: 0, linesDisagree: false, evidence: false };
}

function factsOf(met: Met, lines: readonly Treeline[], belts: readonly DrawnBelt[], around: Around): AboveTheLine {
  const near = met.near ?? [];
  const hits = near.filter(({ hit }) => hit);
  if (!met.wide) {
    const distance_m = hits.length > 0 ? 0 : around.distance_m;
    return { ...nothingNear({ ...around, distance_m }), touching: hits.length > 0 || met.area_m2 > 0 };
  }
  const certainlyAbove = met.red_wide && !met.disagree ? met.red_m2 : 0;
  return {
    ...around,
    ...nothing,
    distance_m: null,
    area_m2: met.area_m2,
    red_area_m2: certainlyAbove,
    constraints: constraintsOf(hits.length > 0 ? hits : [...near, ...beltsMet(met, belts)], lines),
    overlap: met.overlap,
    above: met.area_m2,
    isOver: (met.lines ?? []).some(({ above_m2 }) => above_m2 > 0),
    certainlyAbove,
    linesDisagree: met.disagree,
    evidence: (met.lines ?? []).some(({ line, drawn }) => drawn && isEvidence(lines[line])),
  };
}

/** What belongs to the belts of heights that hold land of the zone. */
const beltsMet = ({ lines }: Met, belts: readonly DrawnBelt[]): DrawnBelt['nearest'][] =>
  belts.filter((belt) => lines?.some(({ line }) => line === belt.line)).map(({ nearest }) => nearest);

function constraintsOf(near: readonly DrawnBelt['nearest'][], lines: readonly Treeline[]): ConstraintHit[] {
  const met = new Set(near.map(({ dataset, fid }) => `${dataset}/${fid}`));
  return lines
    .flatMap(({ features }) => features)
    .filter(({ dataset, fid }) => met.has(`${dataset}/${fid}`))
    .map(({ dataset, fid, source_id: id }) => ({ layer: 'treeline', id: id ?? String(fid), fid, dataset }));
}
