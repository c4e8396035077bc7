import { managedClasses } from './managed.ts';
import {
  unclassified,
  type ClassRow,
  type ExtentAccount,
  type Matrix,
  type Proof,
  type Version,
} from './extent-account.ts';
import type { ChangeRow, MeasuredCoverage, MeasuredExtent } from './measured.ts';
import { add, addCell, sum } from './tallies.ts';

/** What an extent account is of. */
export interface Subject {
  layer: string;
  from: Version;
  to: Version;
  sliver_width_m: number;
  tolerance: number;
}

/**
 * The extent account of a municipality from what was measured. Pure.
 *
 * Nothing is spread: land that polygons claim more than once stays with every class that claims it, and the matrix holds
 * the land that both versions have at most once. Noise keeps its opening class.
 */
export function balance(measured: MeasuredExtent, subject: Subject): Omit<ExtentAccount, 'undated'> {
  const { from, to, claims } = measured;
  const opening = extents(from);
  const mapped = extents(to);
  const changes = measured.changes.filter((row) => row.side === null);
  const real: Matrix = {};
  for (const { opening: before, closing: after, area_m2: area, noise_m2: noise } of changes)
    addCell(real, before, after, area - noise);
  const once = onceMapped(opening, from, measured.changes, 'from');
  const matrix = wholeMatrix(once, real);
  const gained = Object.fromEntries(claims.map((row) => [row.class, row.gained_m2 - row.gained_noise_m2]));
  const lost = Object.fromEntries(claims.map((row) => [row.class, row.lost_m2 - row.lost_noise_m2]));
  const made = managedClasses(subject.layer);
  const names = new Set([...Object.keys(opening), ...Object.keys(mapped)]);
  const classes = [...names].sort(byCode).map((name): ClassRow => {
    const came = Object.entries(real).flatMap(([before, cells]) => [[before, cells[name] ?? 0] as const]);
    const went = Object.entries(real[name] ?? {});
    const additions = sum(came.map(([, area]) => area)) + (gained[name] ?? 0);
    const reductions = sum(went.map(([, area]) => area)) + (lost[name] ?? 0);
    const start = opening[name] ?? 0;
    return {
      class: name,
      opening_m2: start,
      additions_m2: additions,
      managed_additions_m2:
        made && (made.has(name) ? sum(came.flatMap(([before, area]) => (before === unclassified ? [] : area))) : 0),
      reductions_m2: reductions,
      managed_reductions_m2:
        made && (name === unclassified ? 0 : sum(went.flatMap(([after, area]) => (made.has(after) ? area : [])))),
      net_m2: additions - reductions,
      closing_m2: start + additions - reductions,
      mapped_closing_m2: mapped[name] ?? 0,
    };
  });
  const noise =
    sum(changes.map(({ noise_m2 }) => noise_m2)) +
    Math.max(
      sum(claims.map(({ gained_noise_m2 }) => gained_noise_m2)),
      sum(claims.map(({ lost_noise_m2 }) => lost_noise_m2)),
    );
  const gross =
    sum(changes.map(({ area_m2 }) => area_m2)) +
    Math.max(sum(claims.map(({ gained_m2 }) => gained_m2)), sum(claims.map(({ lost_m2 }) => lost_m2)));
  const proofs = { from: proofOf(from, subject.tolerance), to: proofOf(to, subject.tolerance) };
  return {
    ...subject,
    area_m2: from.area_m2,
    data: isSame(subject) ? (from.polygons > 0 ? 'one-version' : 'none') : dataOf(from, to),
    classes,
    matrix,
    gross_change_m2: gross,
    noise_m2: noise,
    noise_share: gross > 0 ? noise / gross : null,
    proof: worse(proofs),
    proof_by_year: proofs,
    matrix_misfit_m2: columnMisfit(measured, once, mapped),
    only_in: { from: missingIn(opening, mapped), to: missingIn(mapped, opening) },
  };
}

/** m² by class, what a class claims twice once, and the land that no polygon covers. */
function extents({ classes, repeated, gap, area_m2, union_m2 }: MeasuredCoverage): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [name, area] of Object.entries(classes)) add(found, name, area - (repeated[name] ?? 0));
  if (gap) add(found, unclassified, area_m2 - union_m2);
  return found;
}

/** m² by class of the land that both versions have at most once. */
function onceMapped(
  extent: Record<string, number>,
  { repeated }: MeasuredCoverage,
  rows: readonly ChangeRow[],
  side: 'from' | 'to',
): Record<string, number> {
  const once = Object.fromEntries(Object.entries(extent).map(([name, area]) => [name, area + (repeated[name] ?? 0)]));
  for (const row of rows) if (row.side === side) add(once, row.opening, -row.removed_m2);
  return once;
}

/** What a class keeps is what it had without what really left it. Cells of 0 are left out. */
function wholeMatrix(once: Readonly<Record<string, number>>, real: Matrix): Matrix {
  const whole: Matrix = {};
  for (const [name, area] of Object.entries(once)) {
    const went = Object.entries(real[name] ?? {}).filter(([, moved]) => moved > 0);
    const stays = area - sum(went.map(([, moved]) => moved));
    whole[name] = Object.fromEntries(
      [...went, ...(stays > 0 ? [[name, stays] as const] : [])].sort(([a], [b]) => byCode(a, b)),
    );
  }
  return whole;
}

/** By how much the columns of the matrix as mapped miss the closing version at most: what overlays lost or made. */
function columnMisfit(
  { changes, to }: MeasuredExtent,
  once: Readonly<Record<string, number>>,
  mapped: Readonly<Record<string, number>>,
): number {
  const columns = { ...once };
  for (const row of changes) {
    if (row.side !== null) continue;
    add(columns, row.opening, -row.area_m2);
    add(columns, row.closing, row.area_m2);
  }
  const closing = onceMapped(mapped, to, changes, 'to');
  return Math.max(
    0,
    ...[...new Set([...Object.keys(columns), ...Object.keys(closing)])].map((name) =>
      Math.abs((columns[name] ?? 0) - (closing[name] ?? 0)),
    ),
  );
}

/** @returns a proof that says whether gaps and overlaps together stay within the tolerance */
export function prove(
  area: number,
  { sum_m2, union_m2, overlap_m2, unclassified_m2 }: Omit<Proof, 'relative_misfit' | 'closes'>,
  tolerance: number,
): Proof {
  const misfit = area > 0 ? (overlap_m2 + unclassified_m2) / area : 0;
  return { sum_m2, union_m2, overlap_m2, unclassified_m2, relative_misfit: misfit, closes: misfit <= tolerance };
}

function proofOf({ area_m2, sum_m2, union_m2, overlap_m2 }: MeasuredCoverage, tolerance: number): Proof {
  return prove(area_m2, { sum_m2, union_m2, overlap_m2, unclassified_m2: Math.max(0, area_m2 - union_m2) }, tolerance);
}

export const worse = ({ from, to }: ExtentAccount['proof_by_year']): Proof =>
  from.relative_misfit > to.relative_misfit ? from : to;

const isSame = ({ from, to }: Subject): boolean => from.year === to.year && from.datasets.join() === to.datasets.join();

function dataOf({ polygons: before }: MeasuredCoverage, { polygons: after }: MeasuredCoverage): ExtentAccount['data'] {
  if (before > 0 && after > 0) return 'both';
  if (before === 0 && after === 0) return 'none';
  return before === 0 ? 'from-missing' : 'to-missing';
}

const missingIn = (have: object, lack: object): string[] =>
  Object.keys(have)
    .filter((name) => name !== unclassified && !(name in lack))
    .sort(byCode);

/** Codes that are numbers by their value, words after them. */
export const byCode = (a: string, b: string): number =>
  (Number(a) || Infinity) - (Number(b) || Infinity) || a.localeCompare(b);
