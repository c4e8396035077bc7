/** Development pressure from land that is built, as the FUTURES model has it (Meentemeyer et al. 2013). */
export interface Gravity {
  /** Farthest cell that counts, in cells; one at exactly this distance counts. */
  reach: number;
  /** How fast it falls off. */
  gamma: number;
  scaling: number;
}

/** A raster, row by row. */
export interface Raster {
  columns: number;
  rows: number;
  /** 1 where the cell is built, or the share of it that is; 0 elsewhere. */
  built: Float64Array;
}

/**
 * The gravity measure of each cell: Σ scaling / d^gamma over built cells with 0 < d ≤ reach, d in cells from centre to
 * centre. The cell itself does not count, and nothing outside the raster is built.
 */
export function gravity({ columns, rows, built }: Raster, { reach, gamma, scaling }: Gravity): Float64Array {
  const pressure = new Float64Array(columns * rows);
  const half = Math.floor(reach);
  for (let down = -half; down <= half; down++)
    for (let right = -half; right <= half; right++) {
      const squared = down * down + right * right;
      if (squared === 0 || squared > reach * reach) continue;
      const weight = scaling / squared ** (gamma / 2);
      for (let row = Math.max(0, -down); row < Math.min(rows, rows - down); row++)
        for (let column = Math.max(0, -right); column < Math.min(columns, columns - right); column++) {
          const cell = row * columns + column;
          const source = built[cell + down * columns + right];
          if (source !== 0) pressure[cell] = pressure[cell] + weight * source;
        }
    }
  return pressure;
}
