import type { Polygon } from 'geojson';
import { clippedTo } from './clipping.ts';
import { areasAbove, gridOver, margin } from './contours.ts';
import { exampleLayer, type ExampleLayer } from './example-layer.ts';
import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import { ringArea, unionsOf } from './rings.ts';
import { rectangle } from './shapes.ts';
import type { Stage } from './stage.ts';

/** Uncertainty of the lines in metres, on the map or in height. */
const uncertainty = { photographs: 50, laser: 25, climate: 20 } as const;

/** Patches of mountain smaller than this are not drawn, m². */
const smallest = 20_000;

/**
 * Land above the empirical line: seen on photographs on one side of a valley and uncertain on the map, found by laser
 * on the other and uncertain in height. In one part the higher climatic line lies beside it, and the two disagree.
 */
export function treelineLayers(land: Land, stage: Stage): ExampleLayer[] {
  const { frame, terrain, mesh, outline } = land;
  const side = sideOfValley(land, land.municipalities[stage.municipality].centre.valley);
  const photographed = side(stage.spots.get('regulation-treeline')?.at ?? frame.toMap(0, 0));
  const faces = land.municipalityOf.map((index, face) => (index < 0 ? -1 : side([mesh.siteX[face], mesh.siteY[face]])));
  const mapped = unionsOf(mesh, faces, 'opening');
  const near = 1 + margin / 2 / frame.radius;
  // Traced a little beyond the county and cut along its border, so that both end in the very same line.
  const mountains = once(() => {
    const grid = gridOver(frame, (x, y) => {
      const within = 1000 * (near - frame.reach(x, y));
      return within < 0 ? within : Math.min(terrain.height(x, y) - terrain.empiricalTreeline(x, y), within);
    });
    return clippedTo(outline, areasAbove(grid, 0, smallest));
  });
  return [
    line('flybilder', 'Skoggrense, empirisk, fra flybilder', '2023-08-15', {
      coverage: mapped.get(photographed),
      areas: () => mountains().filter((area) => side(firstCorner(area)) === photographed),
      properties: {
        definition: 'empirical',
        uncertainty_m: uncertainty.photographs,
        uncertainty_axis: 'horizontal',
        source: 'Flybilder 2023 (eksempel)',
      },
    }),
    line('laser', 'Skoggrense, empirisk, fra laserdata', '2021-09-01', {
      coverage: mapped.get(1 - photographed),
      areas: () => mountains().filter((area) => side(firstCorner(area)) !== photographed),
      properties: {
        definition: 'empirical',
        uncertainty_m: uncertainty.laser,
        uncertainty_axis: 'vertical',
        source: 'Laserdata 2021 (eksempel)',
      },
    }),
    climaticLine(land, stage),
  ];
}

const firstCorner = ({ coordinates: [[[x, y]]] }: Polygon): Point => [x, y];

/** What `make` makes, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** 0 on one side of a valley, 1 on the other. No mountain crosses a valley: each patch lies on one side. */
function sideOfValley({ frame, terrain }: Land, valley: number): (point: Point) => 0 | 1 {
  return (point) => {
    const [across, along] = frame.toLocal(...point);
    return across < terrain.valleys.valleyAcross(valley, along) ? 0 : 1;
  };
}

/** In a square round the place where a draft proposes cabins between the two lines. */
function climaticLine({ frame, terrain, outline }: Land, { spots }: Stage): ExampleLayer {
  const middle = spots.get('cabins-disputed')?.at ?? frame.toMap(0, frame.radius / 2);
  const half = Math.min(3000, frame.radius / 4);
  return line('klimatisk', 'Skoggrense, klimatisk', '2020-01-01', {
    coverage: rectangle(middle, 2 * half, 2 * half, 0),
    areas: () => {
      const grid = gridOver(frame, (x, y) => {
        const within = half - Math.max(Math.abs(x - middle[0]), Math.abs(y - middle[1]));
        return within < 0 ? within : Math.min(terrain.height(x, y) - terrain.climaticTreeline(x, y), within);
      });
      return clippedTo(outline, areasAbove(grid, 0, smallest));
    },
    properties: {
      definition: 'climatic',
      uncertainty_m: uncertainty.climate,
      uncertainty_axis: 'vertical',
      source: 'Temperaturmodell (eksempel)',
    },
  });
}

function line(
  part: string,
  title: string,
  dataDate: string,
  about: Pick<ExampleLayer, 'coverage'> & {
    /** Land above the line. */
    areas: () => Polygon[];
    properties: Record<string, string | number>;
  },
): ExampleLayer {
  return exampleLayer('treeline', part, { title, coverage: about.coverage, dataDate, accuracyM: 10 }, () =>
    about
      .areas()
      .filter(({ coordinates: [outer] }) => Math.abs(ringArea(outer)) > smallest)
      .map((geometry, index) => ({ id: `skoggrense-${part}-${index}`, properties: about.properties, geometry })),
  );
}
