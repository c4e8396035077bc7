import type { Session } from '../services/database/database.ts';
import { bandAt } from './band.ts';
import { bytesPer, fullTile, limitsOf } from './budget.ts';
import { buffer, extent, type TileAddress } from './grid/tile-matrix-set.ts';
import { webMercatorQuad } from './grid/web-mercator-quad.ts';
import { tileStatement } from './tile-statement.ts';
import { isDrawn, type MadeTile, type TileLayer, type TileSource } from './source.ts';

interface Row {
  tile: Uint8Array;
  kept: number;
  dropped: number;
}

/** Tiles made by PostGIS (ST_AsMVT): the layers of a tile are asked for at once and joined by their bytes. */
export function mvtInDatabase(session: Session, budget = fullTile): TileSource {
  const layerOfTile = async ({ layer, datasets, stacked = false }: TileLayer, address: TileAddress) => {
    const [west, south, east, north] = webMercatorQuad.bounds(address);
    const limits = limitsOf(layer, budget);
    const row = await session.row<Row>(tileStatement('tiles/mvt', layer), {
      layer: layer.id,
      datasets,
      stacked,
      band: bandAt(layer, address.z),
      west,
      south,
      east,
      north,
      extent,
      buffer,
      most_features: limits.features,
      most_bytes: limits.bytes,
      feature_bytes: bytesPer.feature,
      vertex_bytes: bytesPer.vertex,
    });
    return { layer: layer.id, ...row };
  };
  return {
    async tile(layers, address): Promise<MadeTile> {
      const made = await Promise.all(
        layers.filter((layer) => isDrawn(layer, address.z)).map((layer) => layerOfTile(layer, address)),
      );
      return {
        // A tile is a message whose only field is repeated, so tiles joined end to end are a tile with all the layers.
        bytes: Buffer.concat(made.filter(({ kept }) => kept > 0).map(({ tile }) => tile)),
        dropped: made.flatMap(({ layer, kept, dropped }) => (dropped > 0 ? [{ layer, kept, dropped }] : [])),
      };
    },
  };
}
