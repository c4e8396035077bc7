import type { RasterCell } from './pressure.ts';

/** Figures by name on the cells; what lies on none is summed apart. */
export class Sheet {
  readonly #at: ReadonlyMap<string, number>;
  readonly #figures = new Map<string, Float64Array>();
  readonly #outside = new Map<string, number>();

  constructor(cells: readonly RasterCell[]) {
    this.#at = new Map(cells.map(({ column, row }, at) => [`${column}/${row}`, at]));
  }

  add(name: string, { column, row }: Pick<RasterCell, 'column' | 'row'>, figure: number): void {
    const at = this.#at.get(`${column}/${row}`);
    if (at === undefined) {
      this.#outside.set(name, (this.#outside.get(name) ?? 0) + figure);
      return;
    }
    const figures = this.of(name);
    this.#figures.set(name, figures);
    figures[at] = figures[at] + figure;
  }

  of(name: string): Float64Array {
    return this.#figures.get(name) ?? new Float64Array(this.#at.size);
  }

  outside(name: string): number {
    return this.#outside.get(name) ?? 0;
  }
}
