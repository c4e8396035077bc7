/** Beyond this a solver's sums are no longer exact to well below 1. */
const mostWhole = 1e12;

/** An integer programme in the making: the least cost over columns within their limits, and rows within theirs. */
export class Programme {
  readonly costs: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly integer: number[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];
  readonly starts: number[] = [0];
  readonly indices: number[] = [];
  readonly values: number[] = [];

  /** @returns the number of the new column */
  column(cost: number, lower: number, upper: number, integer: boolean): number {
    this.costs.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    this.integer.push(integer ? 1 : 0);
    return this.costs.length - 1;
  }

  /**
   * Divide all costs by the largest. Whole numbers stay as they are: one plan is then better than another by 1 or more,
   * which a solver that rounds cannot overlook.
   * @returns what they were divided by
   */
  scaleCosts(): number {
    const most = this.costs.reduce((sofar, cost) => Math.max(sofar, Math.abs(cost)), 0);
    const stay = most === 0 || (most <= mostWhole && this.costs.every(Number.isInteger));
    if (stay) return 1;
    for (const [at, cost] of this.costs.entries()) this.costs[at] = cost / most;
    return most;
  }

  /** Sum of column · factor within limits; each column stands in a row once. */
  row(lower: number, upper: number, columns: readonly number[], factor: (at: number) => number = () => 1): void {
    for (const [at, column] of columns.entries()) {
      this.indices.push(column);
      this.values.push(factor(at));
    }
    this.starts.push(this.indices.length);
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
  }
}
