import { classifyRings, VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** A feature read out of a tile, its geometry as well-known text in tile coordinates. */
export interface DecodedFeature {
  id: number;
  properties: Record<string, unknown>;
  shape: 'point' | 'line' | 'polygon';
  wkt: string;
}

type Point = { x: number; y: number };

const text = (points: Point[]): string => `(${points.map(({ x, y }) => `${x} ${y}`).join(',')})`;

/** Rings need their first point at their end. */
const closed = (ring: Point[]): Point[] => {
  const [first] = ring;
  const last = ring.at(-1);
  return first && last && (first.x !== last.x || first.y !== last.y) ? [...ring, first] : ring;
};

function wktOf(feature: VectorTileFeature): Pick<DecodedFeature, 'shape' | 'wkt'> {
  const parts = feature.loadGeometry();
  switch (feature.type) {
    case 1:
      return {
        shape: 'point',
        wkt: `MULTIPOINT(${parts
          .flat()
          .map((p) => `(${p.x} ${p.y})`)
          .join(',')})`,
      };
    case 2:
      return { shape: 'line', wkt: `MULTILINESTRING(${parts.map(text).join(',')})` };
    case 3: {
      const polygons = classifyRings(parts).map((rings) => `(${rings.map((ring) => text(closed(ring))).join(',')})`);
      return { shape: 'polygon', wkt: `MULTIPOLYGON(${polygons.join(',')})` };
    }
    case 0:
      throw new Error('A feature of a tile has no geometry type.');
  }
}

/** Read a tile with the reference decoder; features by layer, in order. */
export function decode(
  bytes: Uint8Array,
): Map<string, { version: number; extent: number; features: DecodedFeature[] }> {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return new Map(
    Object.entries(layers).map(([name, layer]) => [
      name,
      {
        version: layer.version,
        extent: layer.extent,
        features: Array.from({ length: layer.length }, (_, index) => {
          const feature = layer.feature(index);
          return { id: feature.id ?? -1, properties: { ...feature.properties }, ...wktOf(feature) };
        }),
      },
    ]),
  );
}
