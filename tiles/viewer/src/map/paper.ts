import type { StyleSpecification } from 'maplibre-gl';

export const paperLayer = 'paper';

/**
 * What lies under every layer. No `glyphs`: without it MapLibre draws labels with the fonts of the reader's machine,
 * so the map asks no one for fonts.
 */
export const paper: StyleSpecification = {
  version: 8,
  sources: {},
  layers: [{ id: paperLayer, type: 'background', paint: { 'background-color': '#e7e6e0' } }],
};

/** The weight is read from the first name; the machine's own interface font follows where that one is missing. */
export const labelFont = ['Segoe UI Semibold', 'system-ui', 'Roboto', 'Liberation Sans'];
