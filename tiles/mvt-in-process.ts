import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, Geometry } from 'geojson';
import GeoJSONVT, { type LegacyFeature } from 'geojson-vt';
import type { Layer } from '../layers/declaration/layer.ts';
import type { Session } from '../services/database/database.ts';
import { fromWkb } from '../services/imports/wkb-reader.ts';
import { bandAt } from './band.ts';
import { bytesPer, fullTile, limitsOf } from './budget.ts';
import { cleanFeature, vertices } from './clean-feature.ts';
import { buffer, extent, type TileAddress } from './grid/tile-matrix-set.ts';
import { lonLat, webMercatorQuad } from './grid/web-mercator-quad.ts';
import { tileStatement } from './tile-statement.ts';
import { isDrawn, type Dropped, type MadeTile, type TileLayer, type TileSource } from './source.ts';

interface Row extends Record<string, unknown> {
  fid: number;
  geom: Buffer;
  _candidates: number;
  _place: number;
}

/**
 * Tiles made in this process, for a PostGIS without protobuf (the embedded one): the database finds the features,
 * geojson-vt clips them, vt-pbf writes them. What comes out is what ST_AsMVT makes (test/tiles/parity.test.ts).
 */
export function mvtInProcess(session: Session, budget = fullTile): TileSource {
  const layerOfTile = async ({ layer, datasets, stacked }: TileLayer, address: TileAddress) => {
    const [west, south, east, north] = webMercatorQuad.bounds(address, buffer);
    const rows = await session.rows<Row>(tileStatement('tiles/features', layer), {
      datasets,
      band: bandAt(layer, address.z),
      west,
      south,
      east,
      north,
      most_features: limitsOf(layer, budget).features,
    });
    const drawn = clip(rows.map(featureOf(layer)), address);
    const kept = withinBudget(drawn, limitsOf(layer, budget).bytes);
    const notRead = (rows[0]?._candidates ?? 0) - rows.length;
    return {
      layer: layer.id,
      features: stacked ? fromBelow(kept, rows) : kept,
      dropped: notRead + drawn.length - kept.length,
    };
  };
  return {
    async tile(layers, address): Promise<MadeTile> {
      const contents: Record<string, { features: LegacyFeature[] }> = {};
      const dropped: Dropped[] = [];
      // One after the other: the embedded database does one thing at a time, and others want a turn in between.
      for (const tileLayer of layers.filter((layer) => isDrawn(layer, address.z))) {
        const made = await layerOfTile(tileLayer, address);
        if (made.features.length > 0) contents[made.layer] = { features: made.features };
        if (made.dropped > 0) dropped.push({ layer: made.layer, kept: made.features.length, dropped: made.dropped });
      }
      return { bytes: encode(contents), dropped };
    },
  };
}

const featureOf =
  (layer: Layer) =>
  (row: Row): Feature => ({
    type: 'Feature',
    id: row.fid,
    geometry: inDegrees(fromWkb(row.geom)),
    properties: Object.fromEntries(
      Object.keys(layer.fields).flatMap((name) => (row[name] === null ? [] : [[name, row[name]]])),
    ),
  });

/** A geometry of EPSG:3857 in degrees: what geojson-vt takes, to turn it back at once. */
function inDegrees(geometry: Geometry): Geometry {
  if (geometry.type === 'GeometryCollection') return { ...geometry, geometries: geometry.geometries.map(inDegrees) };
  return { ...geometry, coordinates: positionsInDegrees(geometry.coordinates) } as Geometry;
}

type Nested = number[] | Nested[];

function positionsInDegrees(nested: Nested): Nested {
  const [first, second] = nested;
  if (typeof first === 'number' && typeof second === 'number') return lonLat(first, second);
  return (nested as Nested[]).map(positionsInDegrees);
}

/** Cut to the tile and its buffer, in tile coordinates, whole numbers; what is smaller than a unit is gone. */
function clip(features: Feature[], { z, x, y }: TileAddress): LegacyFeature[] {
  if (features.length === 0) return [];
  const index = new GeoJSONVT(
    { type: 'FeatureCollection', features },
    // The geometry is generalised already: cut only, and go down to no other tile than the one asked for.
    { maxZoom: z, indexMaxZoom: 0, indexMaxPoints: 0, tolerance: 0, extent, buffer },
  );
  return (index.getTile(z, x, y)?.features ?? []).flatMap(cleanFeature);
}

/** The first features (they come largest first) that fit; always at least one. */
function withinBudget(features: LegacyFeature[], most: number | null): LegacyFeature[] {
  if (most === null) return features;
  let bytes = 0;
  const end = features.findIndex((feature) => {
    bytes += bytesPer.feature + bytesPer.vertex * vertices(feature);
    return bytes > most;
  });
  return end < 0 ? features : features.slice(0, Math.max(1, end));
}

/** Features by the place of their datasets; within a dataset in the order they came. */
function fromBelow(features: LegacyFeature[], rows: readonly Row[]): LegacyFeature[] {
  const places = new Map(rows.map(({ fid, _place }) => [fid, _place]));
  const placeOf = ({ id }: LegacyFeature) => places.get(Number(id)) ?? 0;
  return features.toSorted((a, b) => placeOf(a) - placeOf(b));
}

const encode = (layers: Record<string, { features: LegacyFeature[] }>): Uint8Array =>
  fromGeojsonVt(layers as Parameters<typeof fromGeojsonVt>[0], { version: 2, extent });
