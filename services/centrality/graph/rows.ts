import { shared } from './shared-arrays.ts';

/** Items in rows, one row after the other (compressed sparse rows), in shared memory. */
export interface Rows {
  /** Where each row begins, and one more. */
  first: Int32Array;
  /** Position of each item, in the order in which they were given. */
  position: Int32Array;
}

/** Put items into rows; those of one row stay in their order. @param rowOf row of each item */
export function intoRows(rows: number, rowOf: ArrayLike<number>): Rows {
  const first = shared(Int32Array, rows + 1);
  for (let item = 0; item < rowOf.length; item++) first[rowOf[item] + 1] = first[rowOf[item] + 1] + 1;
  for (let row = 0; row < rows; row++) first[row + 1] = first[row + 1] + first[row];
  const next = first.slice(0, rows);
  const position = new Int32Array(rowOf.length);
  for (let item = 0; item < rowOf.length; item++) {
    const row = rowOf[item];
    position[item] = next[row];
    next[row] = next[row] + 1;
  }
  return { first, position };
}
