import { never, type Borders } from './borders.ts';

/** How near to a triangle's edge a vertex counts as inside, metres: more than rounding moves it. */
const margin = 1e-6;

/** The vertices that are left of a coverage's borders, by where they lie: to find those in a triangle. */
export class VertexGrid {
  readonly #borders: Borders;
  #west = Infinity;
  #south = Infinity;
  readonly #cell: number;
  readonly #columns: number;
  readonly #rows: number;
  /** Of each cell, its first place in `#vertices`; one more than there are cells. */
  readonly #first: Int32Array;
  readonly #vertices: Int32Array;

  constructor(borders: Borders) {
    this.#borders = borders;
    const { x, y, leftOutAt } = borders;
    let [east, north, count] = [-Infinity, -Infinity, 0];
    for (let vertex = 0; vertex < x.length; vertex += 1) {
      if (leftOutAt[vertex] !== never) continue;
      count += 1;
      if (x[vertex] < this.#west) this.#west = x[vertex];
      if (x[vertex] > east) east = x[vertex];
      if (y[vertex] < this.#south) this.#south = y[vertex];
      if (y[vertex] > north) north = y[vertex];
    }
    const [width, height] = [east - this.#west + 1, north - this.#south + 1];
    // Vertices along one line: no more cells than vertices.
    this.#cell = Math.max(2 * Math.sqrt((width * height) / count), width / count, height / count);
    this.#columns = Math.ceil(width / this.#cell);
    this.#rows = Math.ceil(height / this.#cell);
    this.#first = new Int32Array(this.#columns * this.#rows + 1);
    for (let vertex = 0; vertex < x.length; vertex += 1)
      if (leftOutAt[vertex] === never) this.#first[this.#cellOf(vertex) + 1] += 1;
    for (let cell = 1; cell < this.#first.length; cell += 1) this.#first[cell] += this.#first[cell - 1];
    const next = this.#first.slice();
    this.#vertices = new Int32Array(count);
    for (let vertex = 0; vertex < x.length; vertex += 1)
      if (leftOutAt[vertex] === never) this.#vertices[next[this.#cellOf(vertex)]++] = vertex;
  }

  /** Whether a vertex that is left lies inside the triangle of three, or on its border; not in the place of one of them. */
  isInside(a: number, b: number, c: number): boolean {
    const { x, y, leftOutAt } = this.#borders;
    const ax = x[a];
    const ay = y[a];
    const cx = x[c];
    const cy = y[c];
    // Anticlockwise, so that what lies inside lies to the left of every edge.
    const turn = (x[b] - ax) * (cy - ay) - (cx - ax) * (y[b] - ay) < 0 ? -1 : 1;
    const [abx, aby, bcx, bcy, cax, cay] = [x[b] - ax, y[b] - ay, cx - x[b], cy - y[b], ax - cx, ay - cy];
    const ab = -margin * Math.sqrt(abx * abx + aby * aby);
    const bc = -margin * Math.sqrt(bcx * bcx + bcy * bcy);
    const ca = -margin * Math.sqrt(cax * cax + cay * cay);
    const [west, east] = [Math.min(ax, x[b], cx) - margin, Math.max(ax, x[b], cx) + margin];
    const [south, north] = [Math.min(ay, y[b], cy) - margin, Math.max(ay, y[b], cy) + margin];
    const [fromColumn, toColumn, toRow] = [this.#column(west), this.#column(east), this.#row(north)];
    for (let row = this.#row(south); row <= toRow; row += 1) {
      const to = this.#first[row * this.#columns + toColumn + 1];
      for (let at = this.#first[row * this.#columns + fromColumn]; at < to; at += 1) {
        const vertex = this.#vertices[at];
        const px = x[vertex];
        const py = y[vertex];
        if (leftOutAt[vertex] !== never || px < west || px > east || py < south || py > north) continue;
        if (turn * (abx * (py - ay) - (px - ax) * aby) < ab) continue;
        if (turn * (bcx * (py - y[b]) - (px - x[b]) * bcy) < bc) continue;
        if (turn * (cax * (py - cy) - (px - cx) * cay) < ca) continue;
        if ((px === ax && py === ay) || (px === cx && py === cy) || vertex === b) continue;
        return true;
      }
    }
    return false;
  }

  #cellOf(vertex: number): number {
    return this.#row(this.#borders.y[vertex]) * this.#columns + this.#column(this.#borders.x[vertex]);
  }

  #column(x: number): number {
    return Math.max(0, Math.min(this.#columns - 1, Math.floor((x - this.#west) / this.#cell)));
  }

  #row(y: number): number {
    return Math.max(0, Math.min(this.#rows - 1, Math.floor((y - this.#south) / this.#cell)));
  }
}
