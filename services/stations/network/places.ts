import type { Demanded } from './answer.ts';
import type { Matrix, NetworkQuestion } from './question.ts';
import { roadRules } from './roads.ts';

/** Room for rounding: what lies on a limit is within it. */
export const spare = 1e-9;

/** One of these sites must be open. */
export interface Must {
  sites: number[];
  demanded: Demanded;
}

/** Two sites that may not both be open. */
export interface Apart {
  one: number;
  other: number;
  rule: 'min_spacing' | 'min_spacing_km';
}

/** Candidates by number, in the order of their ids, so that the order in which they are given changes nothing. */
export interface Sites {
  ids: string[];
  /** Where each stands in the question's lists and matrices. */
  rows: number[];
  standing: number[];
  /** Whether it may be open. */
  allowed: boolean[];
  /** How many are to be open, standing ones too; null where the model says. */
  count: number | null;
  apart: Apart[];
  /** Stretches of road that must have a station. */
  stretches: Must[];
  /** The most that each can serve; null where none has a limit. */
  capacity: Float64Array | null;
}

/** Number the candidates of a question that `checkQuestion` found sound. */
export function sitesOf(question: NetworkQuestion): Sites {
  const rows = inOrder(question.candidates);
  const ids = rows.map((row) => question.candidates[row]?.id ?? '');
  const numbers = new Map(ids.map((id, at) => [id, at]));
  const numbered = (some: readonly string[] = []) =>
    [...new Set(some.map((id) => numbers.get(id) ?? -1))].sort((one, other) => one - other);
  const standing = numbered(question.existing);
  const forbidden = new Set(numbered(question.forbidden));
  const roads = roadRules(question.roads ?? [], numbers);
  const limits = rows.map((row) => question.candidates[row]?.capacity ?? Infinity);
  return {
    ids,
    rows,
    standing,
    allowed: ids.map((_, at) => !forbidden.has(at)),
    count: countOf(question, standing.length),
    apart: [...tooClose(question.min_spacing, rows), ...roads.apart],
    stretches: roads.stretches,
    capacity: limits.some(Number.isFinite) ? Float64Array.from(limits) : null,
  };
}

/** Places in a list by the order of their ids. */
export const inOrder = (list: readonly { id: string }[]): number[] =>
  list
    .map(({ id }, at) => ({ id, at }))
    .sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
    .map(({ at }) => at);

function countOf(question: NetworkQuestion, standing: number): number | null {
  if (question.model === 'set-cover') return null;
  return question.p ?? standing + question.p_new;
}

function tooClose(rule: { value: number; distances: Matrix } | undefined, rows: readonly number[]): Apart[] {
  if (rule === undefined) return [];
  const between = (one: number, other: number) => rule.distances[one]?.[other] ?? Infinity;
  return rows.flatMap((row, one) =>
    rows.slice(one + 1).flatMap((otherRow, after): Apart[] => {
      const distance = Math.min(between(row, otherRow), between(otherRow, row));
      return distance < rule.value - spare ? [{ one, other: one + 1 + after, rule: 'min_spacing' }] : [];
    }),
  );
}
