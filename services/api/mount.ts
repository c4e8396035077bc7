import express, { type Express, type RequestHandler, type Response } from 'express';
import { needsKey } from './access.ts';
import { readCall } from './read-call.ts';
import type { Answer, Context, Route } from './route.ts';
import { receiveFiles } from './receive-files.ts';
import type { Facts } from './request-log.ts';
import { shortened, tell } from './tell.ts';

/** `/collections/{id}` as Express writes it. */
const pattern = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** Register operations: read the request by the declaration, let it be handled, send the answer. */
export function mount(app: Express, routes: readonly Route[], context: Context): void {
  for (const route of routes) {
    const handle: RequestHandler = async (request, response) => {
      const facts = response.locals as Facts;
      facts.route = route.path;
      const call = readCall(request, response, route, context);
      facts.format = call.format;
      if (!route.wordless) response.set('Content-Language', call.language).vary('Accept-Language');
      if (Object.keys(route.formats).length > 1) response.vary('Accept');
      const files = route.upload ? await receiveFiles(request, response, route.upload) : null;
      let answer: Answer;
      try {
        answer = await route.handle({ ...call, files: files?.paths ?? [] });
      } finally {
        await files?.remove();
      }
      send(response, answer);
    };
    // A request that may not change anything is refused before its body is read.
    const guard = route.changesData === true ? [needsKey(context.settings.apiKeys)] : [];
    app[route.method](pattern(route.path), ...guard, ...bodyOf(route), handle);
  }
  refuseOtherMethods(app, routes);
  app.use((request) => {
    throw tell(404, 'not-found', ({ notFound }) => ({
      ...notFound,
      detail: notFound.detail(shortened(request.path)),
    }));
  });
}

/** Reads the JSON body of an operation that takes one. */
function bodyOf({ body }: Route): RequestHandler[] {
  if (!body) return [];
  return [
    express.json({ limit: body.bytes, type: body.types }),
    (request, _response, next) => {
      // A body of another type was left unread; asking for the right type also keeps other pages' forms out.
      if (request.is(body.types)) return next();
      throw tell(415, 'bad-media-type', ({ badMediaType: { title, detail, remedy } }) => ({
        title,
        detail: detail(shortened(request.get('content-type') ?? '')),
        remedy: remedy(body.types.join(', ')),
      }));
    },
  ];
}

function send(response: Response, { status = 200, type, headers = {}, body }: Answer): void {
  const { Vary, ...others } = headers;
  response.status(status).set(others);
  if (Vary) response.vary(Vary);
  if (body === undefined) {
    response.end();
    return;
  }
  if (type) response.set('Content-Type', type);
  response.send(typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}

function refuseOtherMethods(app: Express, routes: readonly Route[]): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    const allowed = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
    app.all(pattern(path), (request, response) => {
      if (request.method === 'OPTIONS') {
        response.status(204).set('Allow', allowed.join(', ')).end();
        return;
      }
      throw tell(
        405,
        'wrong-method',
        ({ wrongMethod: { title, detail, remedy } }) => ({
          title,
          detail: detail(request.method, shortened(request.path)),
          remedy: remedy(allowed.join(', ')),
        }),
        { headers: { Allow: allowed.join(', ') } },
      );
    });
  }
}
