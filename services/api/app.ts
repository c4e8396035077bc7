import { stationReportStyle } from '../stations/page/style.ts';
import { fileURLToPath } from 'node:url';
import compression from 'compression';
import express, { type Express } from 'express';
import pino, { type Logger } from 'pino';
import type { Catalogue } from '../../layers/catalogue.ts';
import type { Database } from '../database/database.ts';
import { reportStyle as conflictReportStyle } from '../conflicts/report/html/page.ts';
import { documentStyle, pictureStyle } from '../documents/html/style.ts';
import { reportStyle } from '../imports/plans/report-page.ts';
import type { Process } from '../runs/process.ts';
import type { Settings } from '../settings.ts';
import { map } from './map.ts';
import { makeMetrics } from './metrics.ts';
import { mount } from './mount.ts';
import { answerWithProblem } from './problem-answer.ts';
import { logRequests } from './request-log.ts';
import { routes } from './routes.ts';
import { openForReading, securityHeaders } from './security-headers.ts';
import { TileServer } from './tile-server.ts';

interface Given {
  database: Database;
  catalogue: Catalogue;
  settings: Settings;
  processes?: readonly Process[];
  /** There is a job in the queue: look at once. */
  nudge?: () => void;
  /** Where requests and failures are noted; standard error by default. */
  logger?: Logger;
}

/** The service as an Express app: everything it needs is given to it, and it starts nothing. */
export function createApp(given: Given): Express {
  const { database, catalogue, settings, processes = [], nudge = () => {}, logger = standardError() } = given;
  const tiles = new TileServer(database);
  const metrics = makeMetrics(tiles.cache);
  const app = express();
  app.disable('x-powered-by');
  app.use(logRequests(logger, metrics));
  app.use(securityHeaders(settings.baseUrl), openForReading);
  app.use(compression());
  for (const [address, file] of styles)
    app.get(address, (_request, response) => {
      response.set('Cache-Control', 'public, max-age=3600');
      response.sendFile(fileURLToPath(file));
    });
  app.use(map());
  mount(app, routes, { database, catalogue, settings, processes, nudge, tiles, metrics });
  app.use(answerWithProblem(logger, settings));
  return app;
}

/** Style sheets of pages. */
const styles: readonly (readonly [string, URL])[] = [
  ['/page.css', new URL('html/page.css', import.meta.url)],
  ['/plan-report.css', reportStyle],
  ['/conflict-report.css', conflictReportStyle],
  ['/station-report.css', stationReportStyle],
  ['/document.css', documentStyle],
  ['/picture.css', pictureStyle],
];

/** The log of the service. */
export const standardError = (): Logger => pino({ base: null }, pino.destination(2));
