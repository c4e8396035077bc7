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
