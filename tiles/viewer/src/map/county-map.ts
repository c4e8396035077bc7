import { Map, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { View } from '../address.ts';
import type { Bounds } from '../bounds.ts';
import type { Texts } from '../texts/texts.ts';
import { paper } from './paper.ts';

// The worker is a file of our own server, so the security policy needs neither `blob:` nor `unsafe-eval`.
setWorkerUrl(new URL(workerUrl, import.meta.url).href);

/** Room for the tools, the scale and the sources around the area. */
export const homePadding = { top: 24, right: 64, bottom: 56, left: 24 };

/**
 * Make the map, north up and flat: a plan is read against a plan.
 * @throws Error when the browser has no WebGL 2
 */
export function countyMap(container: HTMLElement, texts: Texts, start: { view?: View; bounds?: Bounds }): Map {
  const map = new Map({
    container,
    style: paper,
    ...(start.view
      ? { center: [start.view.lng, start.view.lat], zoom: start.view.zoom }
      : { bounds: start.bounds ?? [4, 57.5, 31.5, 71.5], fitBoundsOptions: { padding: homePadding } }),
    minZoom: 3,
    maxZoom: 19,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
    attributionControl: false,
    // Kept so that the map also comes out on paper.
    canvasContextAttributes: { preserveDrawingBuffer: true },
    locale: { 'Map.Title': texts.mapLabel },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left');
  return map;
}
