import type { Polygon } from 'geojson';
import { areasAbove, gridOver, margin } from './contours.ts';
import { exampleLayer, type ExampleLayer } from './example-layer.ts';
import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import { rectangle } from './shapes.ts';

/** Where a climatic line was drawn beside the empirical one: half the side of the square, and its middle. */
export interface ClimaticPart {
  at: Point;
  half: number;
}

/** Uncertainty of the lines in metres, along the axis each is given for. */
export const uncertainty = { horizontal: 50, vertical: 25, climatic: 20 } as const;

/** Patches of mountain smaller than this are not drawn, m². */
const smallest = 20_000;

/**
 * Land above the empirical line over the whole county, uncertain on the map in the west and in height in the east, and
 * above the higher climatic line in one part: between the two they disagree.
 */
export function treelineLayers(land: Land, part: ClimaticPart): ExampleLayer[] {
  const { frame, terrain, outline } = land;
  const source = 'Tolket fra flybilder (eksempel)';
  const empirical = exampleLayer(
    'treeline',
    'empirisk',
    { title: 'Skoggrense, empirisk', coverage: outline, dataDate: '2023-08-15', accuracyM: 10 },
    () => {
      const near = 1 + margin / 2 / frame.radius;
      const above = gridOver(frame, (x, y) =>
        Math.min(terrain.height(x, y) - terrain.empiricalTreeline(x, y), 1000 * (near - frame.reach(x, y))),
      );
      const areas = areasAbove(above, 0, smallest).sort((a, b) => eastOf(a) - eastOf(b));
      return areas.map((geometry, index) => {
        const axis = index < areas.length / 2 ? 'horizontal' : 'vertical';
        return {
          id: `skoggrense-e-${index}`,
          properties: {
            definition: 'empirical',
            uncertainty_m: uncertainty[axis],
            uncertainty_axis: axis,
            source,
          },
          geometry,
        };
      });
    },
  );
  const square = rectangle(part.at, 2 * part.half, 2 * part.half, 0);
  const climatic = exampleLayer(
    'treeline',
    'klimatisk',
    { title: 'Skoggrense, klimatisk', coverage: square, dataDate: '2020-01-01', accuracyM: 25 },
    () => {
      const above = gridOver(frame, (x, y) =>
        Math.min(
          terrain.height(x, y) - terrain.climaticTreeline(x, y),
          part.half - Math.abs(x - part.at[0]),
          part.half - Math.abs(y - part.at[1]),
        ),
      );
      return areasAbove(above, 0, smallest).map((geometry, index) => ({
        id: `skoggrense-k-${index}`,
        properties: {
          definition: 'climatic',
          uncertainty_m: uncertainty.climatic,
          uncertainty_axis: 'vertical',
          source: 'Temperaturmodell (eksempel)',
        },
        geometry,
      }));
    },
  );
  return [empirical, climatic];
}

/** Easting of the middle of a polygon's box. */
function eastOf({ coordinates: [outer = []] }: Polygon): number {
  const lowest = outer.reduce((edge, [x = 0]) => Math.min(edge, x), Infinity);
  const highest = outer.reduce((edge, [x = 0]) => Math.max(edge, x), -Infinity);
  return (lowest + highest) / 2;
}
