import type { Position } from 'geojson';
import type { ZoningObjectType } from '../../layers/codes/purpose.ts';
import type { Point } from './frame.ts';
import { zoneNames, type Zone } from './plan.ts';
import type { Area } from './rings.ts';
import { closed, turned } from './shapes.ts';

/** A regulation drawn on a turned grid: purposes row by row, the cuts between columns and between rows in metres. */
export interface Layout {
  at: Point;
  /** Direction of the rows. */
  turn: number;
  /** Cuts across the rows, rising: one more than there are columns. */
  columns: number[];
  /** Cuts between the rows, rising: one more than there are rows. */
  rows: number[];
  /** Purpose of each cell, a list per row. */
  purposes: number[][];
  /** Rows where equal neighbours stay zones of their own; in the others they are one zone. */
  parted: number[];
}

/** Every zone has a corner wherever another zone's corner touches it: they fit without a sliver. */
export function layoutZones(layout: Layout, objectType: ZoningObjectType): Zone[] {
  const name = zoneNames();
  return layout.purposes.flatMap((row, index) => {
    const zones: Zone[] = [];
    for (let first = 0; first < row.length;) {
      const purpose = row[first] ?? 0;
      let last = first;
      while (row[last + 1] === purpose && !layout.parted.includes(index)) last++;
      const geometry = block(layout, first, last + 1, index, index + 1);
      zones.push({ objectType, purpose, status: null, level: 2, name: name(purpose), geometry });
      first = last + 1;
    }
    return zones;
  });
}

export function layoutOutline(layout: Layout): Area {
  return block(layout, 0, layout.columns.length - 1, 0, layout.rows.length - 1);
}

/** The rectangle between two column cuts and two row cuts, with a corner at every cut it passes. */
function block({ at, turn, columns, rows }: Layout, left: number, right: number, bottom: number, top: number): Area {
  const corner = (column: number, row: number): Position => turned(at, columns[column] ?? 0, rows[row] ?? 0, turn);
  const ring: Position[] = [];
  for (let column = left; column < right; column++) ring.push(corner(column, bottom));
  for (let row = bottom; row < top; row++) ring.push(corner(right, row));
  for (let column = right; column > left; column--) ring.push(corner(column, top));
  for (let row = top; row > bottom; row--) ring.push(corner(left, row));
  return closed(ring);
}
