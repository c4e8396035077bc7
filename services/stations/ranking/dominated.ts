import type { Criterion } from './ranking.ts';

/**
 * Which sites beat each site whatever the weights: at least as good in every criterion, and better in one.
 * @param values `values[site · criteria + criterion]`
 * @returns numbers of the sites that beat it, by site
 */
export function dominators(values: Float64Array, criteria: readonly Criterion[]): number[][] {
  const width = criteria.length;
  const sites = width === 0 ? 0 : values.length / width;
  const beats = (one: number, other: number): boolean => {
    let better = false;
    for (let column = 0; column < width; column++) {
      const more = values[one * width + column] - values[other * width + column];
      const ahead = criteria[column]?.direction === 'max' ? more : -more;
      if (ahead < 0) return false;
      if (ahead > 0) better = true;
    }
    return better;
  };
  const all = Array.from({ length: sites }, (_, site) => site);
  return all.map((site) => all.filter((other) => other !== site && beats(other, site)));
}
