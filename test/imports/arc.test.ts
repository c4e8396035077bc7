import { expect } from 'chai';
import fc from 'fast-check';
import type { Position } from 'geojson';
import {
  ArcPen,
  arcThrough,
  chordErrors,
  circleRing,
  circleThrough,
  pointLimit,
  TooManyPoints,
} from '../../services/imports/arc.ts';

const error = chordErrors.metre;
/** A place in UTM 32: digits are lost in large coordinates, if anywhere. */
const [east, north] = [569_351.27, 7_034_310.43];
const at = (radius: number, angle: number): Position => [
  east + radius * Math.cos(angle),
  north + radius * Math.sin(angle),
];
const distance = (a: Position, b: Position) => Math.hypot((a[0] ?? NaN) - (b[0] ?? NaN), (a[1] ?? NaN) - (b[1] ?? NaN));

/** Length of a line. */
const lengthOf = (line: readonly Position[]) =>
  line.slice(1).reduce((sum, position, index) => sum + distance(position, line[index] ?? []), 0);

/** Twice the area to the left of a closed line, over the first position. */
const turned = (line: readonly Position[]) =>
  line.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = line[(index + 1) % line.length] ?? [];
    return sum + (x - east) * (nextY - north) - (nextX - east) * (y - north);
  }, 0);

describe('imports: arcs', () => {
  it('by closed form: on the circle, chords within the error, length r·θ, ends and middle exact', () => {
    const angle = fc.double({ min: -3, max: 3, noNaN: true });
    const sweep = fc.double({ min: 0.05, max: 6.2, noNaN: true });
    const radius = fc.double({ min: 0.1, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(
        angle,
        sweep,
        radius,
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        fc.boolean(),
        (start, wide, r, share, left) => {
          const turn = left ? wide : -wide;
          const [a, b, c] = [at(r, start), at(r, start + turn * share), at(r, start + turn)];
          const line = arcThrough(a, b, c, error);
          expect(line[0]).to.equal(a);
          expect(line).to.include(b);
          expect(line.at(-1)).to.equal(c);
          for (const [index, position] of line.entries()) {
            expect(distance(position, [east, north])).to.be.closeTo(r, 1e-3);
            const next = line[index + 1];
            if (!next) continue;
            const chord = distance(position, next);
            // Sagitta of a chord: r - √(r² - (chord/2)²)
            expect(chord ** 2 / 4 / (r + Math.sqrt(Math.max(r * r - chord ** 2 / 4, 0)))).to.be.below(
              error * 1.001 + 1e-9,
            );
          }
          // A polyline of n chords within the error is shorter than its arc by at most the share 2 · error / r.
          expect(lengthOf(line) / (r * wide)).to.be.within(1 - (2 * error) / r - 1e-6, 1 + 1e-6);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('turns as its middle says', () => {
    const [a, left, right, c] = [at(10, 0), at(10, 1), at(10, -1), at(10, 2)];
    expect(lengthOf(arcThrough(a, left, c, error))).to.be.closeTo(20, 0.02);
    expect(lengthOf(arcThrough(a, right, c, error))).to.be.closeTo(10 * (2 * Math.PI - 2), 0.05);
  });

  it('is a full circle when it ends where it begins: the middle lies opposite', () => {
    const line = arcThrough(at(50, 0.3), at(50, 0.3 + Math.PI), at(50, 0.3), error);
    expect(line[0]).to.deep.equal(line.at(-1));
    expect(Math.abs(turned(line)) / 2).to.be.closeTo(Math.PI * 2500, (Math.PI * 2500 * 2 * error) / 50);
    const ring = circleRing({ x: east, y: north, radius: 50 }, error);
    expect(turned(ring)).to.be.greaterThan(0); // counter-clockwise
    expect(ring.at(-1)).to.deep.equal(ring[0]);
  });

  it('is a straight line through positions on a line, and through two that are the same', () => {
    const [a, b, c] = [
      [east, north],
      [east + 1, north + 1],
      [east + 2, north + 2],
    ];
    expect(circleThrough(a ?? [], b ?? [], c ?? [])).to.equal(null);
    expect(arcThrough(a ?? [], b ?? [], c ?? [], error)).to.deep.equal([a, b, c]);
    expect(arcThrough(a ?? [], a ?? [], c ?? [], error)).to.deep.equal([a, c]);
    expect(arcThrough(a ?? [], c ?? [], c ?? [], error)).to.deep.equal([a, c]);
    expect(arcThrough(a ?? [], a ?? [], a ?? [], error)).to.deep.equal([a, a, a]);
  });

  it('nearly straight: a millimetre over a kilometre stays between its ends', () => {
    for (const rise of [1e-3, 1e-6, 1e-9]) {
      const line = arcThrough([east, north], [east + 500, north + rise], [east + 1000, north], error);
      expect(line.length).to.be.below(20);
      for (const [x = NaN, y = NaN] of line) {
        expect(x).to.be.within(east, east + 1000);
        expect(y).to.be.within(north - 1e-3, north + rise + 1e-3);
      }
    }
  });

  it('keeps heights, and draws them in between', () => {
    const [a, b, c] = [at(100, 0), at(100, 1), at(100, 2)].map((position, index) => [...position, index * 10]);
    const line = arcThrough(a ?? [], b ?? [], c ?? [], error);
    const heights = line.map(([, , height]) => height ?? NaN);
    expect(heights).to.deep.equal([...heights].sort((one, other) => one - other));
    expect([heights[0], heights.at(-1)]).to.deep.equal([0, 20]);
  });

  it('that would need more points than are kept is refused, not drawn coarser', () => {
    const huge = 1e12;
    expect(() => circleRing({ x: 0, y: 0, radius: huge }, error)).to.throw(TooManyPoints);
    // A short arc of such a radius is no trouble.
    expect(arcThrough([0, 0], [50, 2500 / 2 / huge], [100, 0], error).length).to.be.below(10);
  });

  it('arcs of one geometry are counted together', () => {
    const pen = new ArcPen('metre');
    const circle = { x: east, y: north, radius: 1e6 };
    const points = pen.circle(circle).length;
    const draw = () => {
      for (let count = 0; count * points <= pointLimit; count += 1) pen.circle(circle);
    };
    expect(draw).to.throw(TooManyPoints, `points: ${pointLimit}`);
  });

  it('in a row: two more positions for each, and no other count', () => {
    const pen = new ArcPen('metre');
    const positions = [0, 1, 2, 3, 4].map((angle) => at(10, angle));
    const line = pen.arcString(positions) ?? [];
    for (const position of positions) expect(line).to.include(position);
    expect(lengthOf(line)).to.be.closeTo(40, 0.04);
    for (const count of [0, 1, 2, 4]) expect(pen.arcString(positions.slice(0, count))).to.equal(null);
  });
});
