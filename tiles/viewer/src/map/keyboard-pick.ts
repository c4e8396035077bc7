import type { Map } from 'maplibre-gl';
import { element } from '../element.ts';
import type { Texts } from '../texts/texts.ts';

/**
 * Pointing without a pointer: while the map has the keyboard, a cross marks its middle, and Enter asks what is there.
 * Returns the cross, to be laid over the map.
 */
export function keyboardPick(map: Map, texts: Texts, pick: (point: { x: number; y: number }) => void): HTMLElement {
  const cross = element('div', { class: 'cross', 'aria-hidden': 'true' }, [
    element('span', { class: 'cross-hint' }, texts.keyboardHint),
  ]);
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    pick(map.project(map.getCenter()));
  });
  return cross;
}
