import type { LngLat, Map } from 'maplibre-gl';
import { toUtm32 } from '../crs.ts';
import { element } from '../element.ts';
import type { Texts } from '../texts/texts.ts';

/** UTM 32 coordinates of the pointer, or of the middle of the map for those who use the keyboard. */
export function coordinateReadout(map: Map, texts: Texts): HTMLElement {
  const north = element('span', { class: 'readout-value' });
  const east = element('span', { class: 'readout-value' });
  const show = ({ lng, lat }: LngLat) => {
    const [x, y] = toUtm32([lng, lat]);
    north.textContent = `${texts.north} ${grouped(y)}`;
    east.textContent = `${texts.east} ${grouped(x)}`;
  };
  map.on('mousemove', ({ lngLat }) => show(lngLat));
  map.on('moveend', () => show(map.getCenter()));
  show(map.getCenter());
  return element('p', { class: 'readout', title: texts.coordinatesOf }, [
    element('span', { class: 'readout-system' }, texts.coordinates),
    north,
    east,
  ]);
}

/** Whole metres in groups of three, with no-break spaces: 6 712 345. */
const grouped = (metres: number) =>
  Math.round(metres)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '\u00a0');
