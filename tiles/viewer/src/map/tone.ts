import type { DataDrivenPropertyValueSpecification, LayerSpecification } from 'maplibre-gl';
import type { Collection } from '../answers.ts';
import { isBackdrop } from './drawing-order.ts';

/** How strongly a layer that covers all the ground is drawn, against what its own paint says. */
const faint = 0.5;

/** Borders and roads step back where the whole county is in view, so that areas and names can be read. */
const fading = new Set(['limits', 'mobility']);

/**
 * A layer's own style, toned so that many layers together stay one calm map: what covers all the ground is faint and
 * without outlines, borders and roads are lighter from afar. The legend's colours stay true.
 * @returns no layer where the drawing is left out
 */
export function toned(layer: LayerSpecification, collection: Collection): LayerSpecification[] {
  if (isBackdrop(collection) && layer.type === 'fill') return [withFill(layer, faint)];
  if (isBackdrop(collection) && collection.legend[0]?.shape === 'fill') return [];
  if (layer.type === 'line' && fading.has(collection.group.id)) return [fadingLine(layer)];
  return [layer];
}

function withFill(layer: LayerSpecification & { type: 'fill' }, share: number): LayerSpecification {
  const opacity = layer.paint?.['fill-opacity'];
  return {
    ...layer,
    paint: {
      ...layer.paint,
      'fill-opacity': typeof opacity === 'number' ? opacity * share : share,
      // Smoothed edges of neighbours would add up to a net of lines.
      'fill-antialias': false,
    },
  };
}

function fadingLine(layer: LayerSpecification & { type: 'line' }): LayerSpecification {
  const opacity: DataDrivenPropertyValueSpecification<number> = ['interpolate', ['linear'], ['zoom'], 6, 0.35, 11, 1];
  return { ...layer, paint: { ...layer.paint, 'line-opacity': opacity } };
}
