import type { Map } from 'maplibre-gl';

/** What became of the map's requests. */
export interface TileTrouble {
  /** HTTP status; null when there was no answer at all. */
  status: number | null;
}

/** Tell when tiles are on their way and when they did not arrive. */
export function watchTiles(
  map: Map,
  tell: { loading: (loading: boolean) => void; trouble: (trouble: TileTrouble) => void },
): void {
  map.on('dataloading', () => tell.loading(true));
  map.on('idle', () => tell.loading(false));
  map.on('error', ({ error }) => {
    tell.trouble({ status: 'status' in error && typeof error.status === 'number' ? error.status : null });
  });
}
