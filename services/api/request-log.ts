import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

/** What a handler notes about its request for the log. */
export interface Facts {
  /** Path pattern of the operation; unmatched requests have none. */
  route?: string;
  format?: string;
}

/** One line per request, with its facts; the query is left out, because it may hold what is nobody's business. */
export const logRequests =
  (logger: Logger, metrics: Metrics): RequestHandler =>
  (request, response, next) => {
    const begun = performance.now();
    response.on('close', () => {
      const facts = response.locals as Facts;
      const milliseconds = Math.round(performance.now() - begun);
      const { statusCode: status } = response;
      metrics.requests.observe({ method: request.method, route: facts.route ?? 'none', status }, milliseconds / 1000);
      const finished = response.writableFinished;
      logger.info({ method: request.method, path: request.path, status, milliseconds, finished, ...facts }, 'request');
    });
    next();
  };
