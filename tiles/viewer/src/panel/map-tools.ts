import type { Map } from 'maplibre-gl';
import { element } from '../element.ts';
import type { Bounds } from '../bounds.ts';
import type { Texts } from '../texts/texts.ts';

/** Buttons on the map: zoom, the whole area, copy the link, print. */
export function mapTools(map: Map, texts: Texts, bounds: Bounds | null, announce: (text: string) => void): HTMLElement[] {
  const tool = (sign: string, label: string, press: () => void) =>
    element('button', { type: 'button', class: 'tool', 'aria-label': label, title: label }, sign, { click: press });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      announce(texts.linkCopied);
    } catch {
      announce(texts.linkNotCopied);
    }
  };
  return [
    element('div', { class: 'tool-group' }, [
      tool('+', texts.zoomIn, () => map.zoomIn()),
      tool('−', texts.zoomOut, () => map.zoomOut()),
      bounds && tool('⤢', texts.wholeCounty, () => map.fitBounds(bounds, { padding: 32 })),
    ]),
    element('div', { class: 'tool-group' }, [
      tool('⧉', texts.copyLink, () => void copy()),
      tool('⎙', texts.print, () => window.print()),
    ]),
  ];
}
