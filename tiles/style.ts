import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Language } from '../layers/declaration/bilingual.ts';
import type { Layer } from '../layers/declaration/layer.ts';
import type { Paint } from '../layers/declaration/paint.ts';

/**
 * A MapLibre style document of layers: areas below, then lines, points on top. All layers share one source: one tile
 * holds them all.
 * @param given.tileJson address of the TileJSON document of the same layers, which decides what the tiles show
 */
export function styleOf(layers: readonly Layer[], given: { tileJson: string; language: Language }): StyleSpecification {
  const { tileJson, language } = given;
  const source = layers.map(({ id }) => id).join(',');
  const fromBelow = layers.toSorted((a, b) => height[a.paint.shape] - height[b.paint.shape]);
  return {
    version: 8,
    name: layers.map(({ title }) => title[language]).join(', '),
    sources: { [source]: { type: 'vector', url: tileJson } },
    layers: fromBelow.flatMap((layer) => drawings(layer, source)),
  };
}

const height: Record<Paint['shape'], number> = { fill: 0, line: 1, circle: 2 };

/** What the shapes of a layer are drawn with: areas as fills, and a mark for the points among them. */
function drawings(layer: Layer, source: string): LayerSpecification[] {
  const { paint, geometry } = layer;
  const common = { source, 'source-layer': layer.id, minzoom: layer.tiles.zooms[0] };
  const colour = colourOf(paint);
  const outline = paint.outline ?? colour;
  const size = paint.size ?? (paint.shape === 'circle' ? 4 : 1);
  const fill: LayerSpecification = {
    ...common,
    id: `${layer.id}-fill`,
    type: 'fill',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': colour, 'fill-opacity': paint.opacity },
  };
  const line: LayerSpecification = {
    ...common,
    id: `${layer.id}-line`,
    type: 'line',
    layout: { 'line-join': 'round', 'line-cap': paint.dash ? 'butt' : 'round' },
    paint: {
      'line-color': paint.shape === 'fill' ? outline : colour,
      'line-opacity': paint.shape === 'fill' ? Math.min(1, paint.opacity + 0.3) : paint.opacity,
      'line-width': byZoom(paint.shape === 'circle' ? 1 : size),
      ...(paint.dash && { 'line-dasharray': paint.dash }),
    },
  };
  const circle: LayerSpecification = {
    ...common,
    id: `${layer.id}-circle`,
    type: 'circle',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-color': colour,
      'circle-opacity': paint.opacity,
      'circle-radius': byZoom(paint.shape === 'circle' ? size : 4),
      'circle-stroke-color': paint.outline ?? '#ffffff',
      'circle-stroke-width': byZoom(0.75),
    },
  };
  switch (geometry) {
    case 'polygon':
      return paint.shape === 'line' ? [line] : [fill, line];
    case 'line':
      return [line];
    case 'point':
      return [circle];
    case 'any':
      return [fill, line, circle];
  }
}

function colourOf({ colour }: Paint): string | ExpressionSpecification {
  if (typeof colour === 'string') return colour;
  const pairs = Object.entries(colour.colours).flat();
  if (pairs.length === 0) return colour.other;
  // Codes are compared as text, because a number of a national list is a number in the tile.
  return ['match', ['to-string', ['get', colour.field]], ...pairs, colour.other] as unknown as ExpressionSpecification;
}

/** Pixels at zoom 10, thinner when far out, wider when near. */
const byZoom = (pixels: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.4],
  ['zoom'],
  5,
  pixels * 0.5,
  10,
  pixels,
  16,
  pixels * 3,
];
