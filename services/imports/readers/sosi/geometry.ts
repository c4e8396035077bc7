import type { Geometry, Position } from 'geojson';
import { fold } from '../../../../layers/declaration/fold.ts';
import { ArcPen, circleThrough, TooManyPoints } from '../../arc.ts';
import { BadSosi, positionsOf, type Element, type Grid, type Node } from './tree.ts';

/** Elements that faces and routes refer to. */
export const curveKinds: ReadonlySet<string> = new Set([
  'KURVE',
  'LINJE',
  'BUEP',
  'SIRKEL',
  'SIRKELP',
  'KLOTOIDE',
  'BUE',
  'BEZIER',
]);

/**
 * The positions of a curve, arcs drawn as lines.
 * @throws BadSosi for a kind of curve that cannot be drawn
 */
export function curveOf(element: Element, grid: Grid, unit: 'metre' | 'degree'): Position[] {
  try {
    return drawn(element, grid, unit);
  } catch (error) {
    throw error instanceof TooManyPoints ? new BadSosi(error.message) : error;
  }
}

function drawn(element: Element, grid: Grid, unit: 'metre' | 'degree'): Position[] {
  const positions = positionsOf(element, grid);
  const pen = new ArcPen(unit);
  switch (element.kind) {
    case 'KURVE':
    case 'LINJE':
      return positions;
    case 'BUEP': {
      const [from, over, to] = positions;
      if (!from || !over || !to || positions.length !== 3) throw new BadSosi(`sosi-arc: ${positions.length}`);
      return pen.arc(from, over, to);
    }
    case 'SIRKELP': {
      const [a, b, c] = positions;
      const circle = a && b && c && positions.length === 3 ? circleThrough(a, b, c) : null;
      if (!circle) throw new BadSosi(`sosi-arc: ${positions.length}`);
      return pen.circle(circle);
    }
    case 'SIRKEL': {
      // A radius is in metres: in degrees it would be an ellipse, which nobody draws so.
      const radius = unit === 'metre' ? radiusOf(element.attributes) : null;
      const [centre] = positions;
      if (!centre || radius === null || positions.length !== 1) throw new BadSosi(`sosi-arc: ${positions.length}`);
      const [x = NaN, y = NaN] = centre;
      return pen.circle({ x, y, radius });
    }
    default:
      throw new BadSosi(`sosi-curve: ${element.kind}`);
  }
}

/** The geometry of an element that refers to no other; null when it has no positions. */
export function ownGeometry(element: Element, grid: Grid, unit: 'metre' | 'degree'): Geometry | null {
  if (element.coordinates.length === 0) return null;
  if (curveKinds.has(element.kind)) return { type: 'LineString', coordinates: curveOf(element, grid, unit) };
  const positions = positionsOf(element, grid);
  if (element.kind === 'SVERM') return { type: 'MultiPoint', coordinates: positions };
  // A text and a symbol have a second and a third position for their direction.
  return { type: 'Point', coordinates: positions[0] ?? [] };
}

/** In metres. */
function radiusOf(attributes: readonly Node[]): number | null {
  const radius = Number(attributes.find(({ name }) => fold(name) === 'radius')?.values[0]);
  return Number.isFinite(radius) && radius > 0 ? radius : null;
}
