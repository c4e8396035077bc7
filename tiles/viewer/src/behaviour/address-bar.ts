import { writeAddress } from '../address.ts';
import type { MapSession } from './session.ts';

/** Keep the address in step with the page, so that it can be shared at any moment. */
export function addressBar({ map, on, years, zoom, chosen, stations }: MapSession): void {
  const write = () => {
    const { lng, lat } = map.getCenter();
    const view = { zoom: map.getZoom(), lng, lat };
    const feature = chosen.get() ?? undefined;
    const moved = { years: years.get(), weights: stations.weights.get() };
    const hash = writeAddress({ view, layers: [...on.get()], feature, ...moved });
    history.replaceState(null, '', `${location.search}${hash}`);
  };
  map.on('moveend', () => {
    zoom.set(map.getZoom());
    write();
  });
  zoom.set(map.getZoom());
  on.observe(write);
  years.observe(write);
  chosen.observe(write);
  stations.weights.observe(write);
}
