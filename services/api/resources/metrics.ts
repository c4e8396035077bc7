import { route } from '../route.ts';

/** What the service has counted, for Prometheus. */
export const metrics = route({
  method: 'get',
  path: '/metrics',
  id: 'getMetrics',
  tag: 'Operation',
  summary: { nb: 'Måltall for drift (Prometheus)', en: 'Figures for operation (Prometheus)' },
  wordless: true,
  formats: { text: 'text/plain' },
  handle: async ({ metrics: { registry } }) => ({
    type: registry.contentType,
    headers: { 'Cache-Control': 'no-store' },
    body: await registry.metrics(),
  }),
});
