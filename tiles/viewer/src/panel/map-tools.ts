import type { Map } from 'maplibre-gl';
import { element } from '../element.ts';
import type { Bounds } from '../bounds.ts';
import { homePadding } from '../map/county-map.ts';
import type { Texts } from '../texts/texts.ts';
import { icon } from './icon.ts';

/** Buttons on the map: zoom, the whole area, copy the link, print. */
export function mapTools(
  map: Map,
  texts: Texts,
  bounds: Bounds | null,
  announce: (text: string) => void,
): HTMLElement[] {
  const tool = (picture: Parameters<typeof icon>[0], label: string, press: () => void) =>
    element('button', { type: 'button', class: 'tool', 'aria-label': label, title: label }, icon(picture), {
      click: press,
    });
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
      tool('plus', texts.zoomIn, () => map.zoomIn()),
      tool('minus', texts.zoomOut, () => map.zoomOut()),
      bounds && tool('frame', texts.wholeCounty, () => map.fitBounds(bounds, { padding: homePadding })),
    ]),
    element('div', { class: 'tool-group' }, [
      tool('link', texts.copyLink, () => void copy()),
      tool('print', texts.print, () => window.print()),
    ]),
  ];
}
