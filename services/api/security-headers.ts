import helmet from 'helmet';
import type { RequestHandler } from 'express';

/**
 * What a browser may do with our pages: nothing from outside, no inline scripts. The map makes its workers and images
 * out of data it has already fetched (blob:), and styles its canvas in place.
 */
export const securityHeaders = (baseUrl: string | undefined): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'"],
      },
    },
    // Features and tiles are for anyone's map; pages that could be misused are guarded by the policy above.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    strictTransportSecurity: baseUrl?.startsWith('https://') ? { maxAge: 31_536_000 } : false,
  });

/** Any page may read what is open to all; writing from other pages is not allowed, so no other method is named. */
export const openForReading: RequestHandler = (_request, response, next) => {
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Content-Crs, Grunnriss-Dropped, Link, Location, ETag',
  });
  next();
};
