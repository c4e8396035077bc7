import fc from 'fast-check';

export type Position = [x: number, y: number];

/** A polygon that is seen whole from its centre: any number of corners, never crossing itself. */
export function star(centre: Position, radii: readonly number[], turn = 0): Position[] {
  const corners = radii.map((radius, index): Position => {
    const angle = turn + (2 * Math.PI * index) / radii.length;
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
  });
  return [...corners, corners[0]];
}

/** Radii of a star of up to `largest` metres. */
export const radiiUpTo = (largest: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min: largest * 0.2, max: largest, noNaN: true }), { minLength: 3, maxLength: 24 });

/** WKT of a polygon of rings. */
export const polygonText = (...rings: readonly Position[][]): string =>
  `POLYGON(${rings.map((ring) => `(${ring.map((position) => position.join(' ')).join(',')})`).join(',')})`;

export const rectangle = (west: number, south: number, width: number, height: number): Position[] => [
  [west, south],
  [west + width, south],
  [west + width, south + height],
  [west, south + height],
  [west, south],
];
