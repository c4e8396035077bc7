import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { TileCache } from '../../tiles/tile-cache.ts';

/** What the service counts, in one registry per app. */
export interface Metrics {
  registry: Registry;
  requests: Histogram<'method' | 'route' | 'status'>;
  tiles: Counter<'cache'>;
}

export function makeMetrics(cache: TileCache): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'grunnriss_tile_cache_bytes',
    help: 'Bytes of compressed tiles held in memory',
    registers: [registry],
    collect() {
      this.set(cache.bytes);
    },
  });
  return {
    registry,
    requests: new Histogram({
      name: 'grunnriss_http_request_duration_seconds',
      help: 'Time to answer, by operation and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers: [registry],
    }),
    tiles: new Counter({
      name: 'grunnriss_tiles_total',
      help: 'Tiles given, by whether they were in memory',
      labelNames: ['cache'],
      registers: [registry],
    }),
  };
}
