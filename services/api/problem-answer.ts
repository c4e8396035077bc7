import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import type { Settings } from '../settings.ts';
import { problemPage } from './html/problem-page.ts';
import { addressesFor } from './links.ts';
import type { Problem } from '../problem.ts';
import { problemOf } from './problem-of.ts';
import { languageFor, queryOf } from './read-call.ts';

/** A browser that asked for a page gets one; every other client gets problem+json. */
const wantsPage = (request: Request): boolean => {
  const asked = queryOf(request).get('f');
  if (asked !== null) return asked === 'html';
  return request.accepts(['application/json', 'application/problem+json', 'text/html']) === 'text/html';
};

/** The last handler: whatever was thrown becomes a problem; what we did not foresee is logged whole, told in part. */
export const answerWithProblem =
  (logger: Logger, settings: Settings): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { problem, id } = problemOf(error);
    if (problem.status >= 500) logger.error({ err: error, problem: problem.type, id }, 'A request failed');
    send(request, response, problem, settings);
  };

function send(request: Request, response: Response, problem: Problem, settings: Settings): void {
  const language = languageFor(request);
  const document = problem.document(language, request.path);
  response
    .status(problem.status)
    .set({ ...problem.explanation.headers, 'Content-Language': language, 'Cache-Control': 'no-store' })
    .vary('Accept, Accept-Language');
  const links = addressesFor(request, settings.baseUrl);
  if (wantsPage(request)) response.type('text/html').send(problemPage(document, language, links));
  else response.type('application/problem+json').send(JSON.stringify(document));
}
