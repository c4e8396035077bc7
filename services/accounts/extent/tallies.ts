import type { Matrix } from './extent-account.ts';

/** Add to a figure of a record; one that is not there is 0. */
export function add<Key extends string>(to: Record<Key, number>, key: Key, value: number): void {
  to[key] = (to[key] ?? 0) + value;
}

/** Add to a cell of a matrix. */
export function addCell(matrix: Matrix, from: string, to: string, value: number): void {
  add((matrix[from] ??= {}), to, value);
}

export const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
