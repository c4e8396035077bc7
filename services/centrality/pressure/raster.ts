import { CannotMeasure } from '../places/cannot-measure.ts';
import type { RasterCell } from './pressure.ts';

/** Cells that one map may have (ours): memory for half a gigabyte, and a county at 150 m. */
const mostCells = 1_000_000;

/**
 * Add the cells of a municipality to a raster.
 * @throws CannotMeasure when there would be too many
 */
export function addCells(
  cells: RasterCell[],
  own: readonly Pick<RasterCell, 'column' | 'row'>[],
  municipality: string,
  most = mostCells,
): void {
  if (cells.length + own.length > most)
    throw new CannotMeasure({
      nb: `Kartet får flere enn ${most} ruter. Velg en større cell_m.`,
      en: `The map would have more than ${most} cells. Choose a larger cell_m.`,
    });
  for (const { column, row } of own) cells.push({ column, row, municipality });
}
