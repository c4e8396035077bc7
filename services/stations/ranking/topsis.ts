import type { Criterion } from './ranking.ts';

/**
 * Closeness to the ideal by TOPSIS (Hwang and Yoon 1981): values over the length of their column, times their weights;
 * d⁺ and d⁻ are the distances to the best and the worst that any site has, and closeness is d⁻ / (d⁺ + d⁻).
 * @param values `values[site · criteria + criterion]`
 * @param weights by criterion, summing to 1
 * @returns 0–1 by site; null where the sites are alike in everything that has weight, for then there is no ideal
 */
export function closeness(
  values: Float64Array,
  criteria: readonly Criterion[],
  weights: Float64Array,
): Float64Array | null {
  const width = criteria.length;
  const sites = values.length / width;
  const toBest = new Float64Array(sites);
  const toWorst = new Float64Array(sites);
  for (const [column, { direction }] of criteria.entries()) {
    const weighted = Float64Array.from({ length: sites }, (_, site) => values[site * width + column]);
    const length = Math.hypot(...weighted);
    if (length === 0) continue;
    for (let site = 0; site < sites; site++) weighted[site] = (weighted[site] / length) * weights[column];
    const [least, most] = [Math.min(...weighted), Math.max(...weighted)];
    const [best, worst] = direction === 'max' ? [most, least] : [least, most];
    for (let site = 0; site < sites; site++) {
      toBest[site] += (weighted[site] - best) ** 2;
      toWorst[site] += (weighted[site] - worst) ** 2;
    }
  }
  if (toBest.every((square) => square === 0)) return null;
  return toWorst.map((square, site) => Math.sqrt(square) / (Math.sqrt(toBest[site]) + Math.sqrt(square)));
}
