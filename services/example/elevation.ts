import { gridOver, linesAt, margin } from './contours.ts';
import { exampleLayer, type ExampleFeature, type ExampleLayer } from './example-layer.ts';
import type { Land } from './land.ts';

/** Metres of height from contour to contour. */
export const interval = 25;

/** Contours of the terrain, cut to at most 500 points, over the county and a little beyond. */
export function elevationLayers(land: Land): ExampleLayer[] {
  const { frame, terrain, outline } = land;
  const about = { title: 'Høydekurver 25 m', coverage: outline, dataDate: '2022-06-01', accuracyM: 5 };
  return [
    exampleLayer('elevation', 'kurver', about, function* (): Generator<ExampleFeature> {
      const near = 1 + margin / 2 / frame.radius;
      // Lines between two values need both: heights are worked out a little farther than lines are kept.
      const far = 1 + margin / frame.radius;
      const grid = gridOver(frame, (x, y) => (frame.reach(x, y) < far ? terrain.height(x, y) : 0));
      const highest = grid.values.reduce((a, b) => Math.max(a, b), 0);
      for (let height = interval; height < highest; height += interval) {
        const lines = linesAt(grid, height, 500, (x, y) => frame.reach(x, y) < near);
        for (const [index, line] of lines.entries())
          yield {
            id: `kurve-${height}-${index}`,
            properties: { height_m: height, height_max_m: null },
            geometry: { type: 'LineString', coordinates: line },
          };
      }
    }),
  ];
}
