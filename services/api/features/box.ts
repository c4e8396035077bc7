import type { Box } from '../../../tiles/grid/tile-matrix-set.ts';
import { mercator } from '../../../tiles/grid/web-mercator-quad.ts';
import type { CoordinateSystem } from '../coordinate-systems.ts';
import { bbox } from '../parameters/bbox.ts';
import { invalidParameter } from '../parameters/read-query.ts';

/** How far a layer's bounds are trusted, in degrees: they come from tile geometry, which is generalised. */
const margin = 0.05;

/**
 * The boxes, east first, that features must touch to be inside a `bbox`; two where it crosses the antimeridian, none
 * where it misses the layer.
 * They are cut back to where the CRS is meant for, and to the layer's bounds: nothing else can be found beyond, and
 * the whole world cannot be transformed to the analysis CRS.
 * @param layerBounds in degrees
 * @throws Problem 400 when the corners are the wrong way round
 */
export function boxesOf(
  corners: readonly [number, number, number, number],
  system: CoordinateSystem,
  layerBounds: Box,
): Box[] {
  const [a, b, c, d] = corners;
  const [west, south, east, north] = system.northFirst ? [b, a, d, c] : [a, b, c, d];
  const isDegrees = system.domain[2] === 180;
  if (south > north || (west > east && !isDegrees)) throw invalidParameter(bbox, corners.join(','));
  const whole: Box[] =
    west > east
      ? [
          [west, south, 180, north],
          [-180, south, east, north],
        ]
      : [[west, south, east, north]];
  return whole.map((box) => common(common(box, system.domain), boundsIn(system, layerBounds))).filter(isBox);
}

/** The layer's bounds, widened, in a CRS whose axes follow the meridians; elsewhere the CRS's own domain is enough. */
function boundsIn(system: CoordinateSystem, [west, south, east, north]: Box): Box {
  const wide: Box = [west - margin, south - margin, east + margin, north + margin];
  if (system.domain[2] === 180) return wide;
  if (system.srid === 3857) return [...mercator(wide[0], wide[1]), ...mercator(wide[2], wide[3])];
  return system.domain;
}

const common = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

const isBox = ([west, south, east, north]: Box): boolean => west <= east && south <= north;
