import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { Router } from 'express';
import { tell } from './tell.ts';

const built = path.resolve(import.meta.dirname, '../../tiles/viewer/dist');

/** The web map at /map, as the viewer's build left it; its assets carry a hash in their names and may be kept for ever. */
export function map(): Router {
  const router = Router();
  router.use(
    '/map',
    express.static(built, {
      setHeaders(response, file) {
        const hashed = path.dirname(file).endsWith('assets');
        response.set('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  router.get('/map', (_request, _response, next) => {
    if (existsSync(path.join(built, 'index.html'))) next();
    else throw tell(503, 'map-not-built', ({ mapNotBuilt }) => mapNotBuilt);
  });
  return router;
}
