import { z } from 'zod';
import { html } from '../../html.ts';
import { pageAnswer, table } from '../html/page.ts';
import { openApi } from '../openapi.ts';
import { json, route, type Route } from '../route.ts';
import { texts } from '../texts/texts.ts';

/** @param routes every operation of the service, this one too */
export const apiDescription = (routes: () => readonly Route[]): Route =>
  route({
    method: 'get',
    path: '/api',
    id: 'getApi',
    tag: 'Capabilities',
    summary: { nb: 'Beskrivelse av tjenesten (OpenAPI 3.1)', en: 'Description of the service (OpenAPI 3.1)' },
    formats: { json: 'application/vnd.oai.openapi+json;version=3.1', html: 'text/html' },
    returns: z.looseObject({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.unknown()) }),
    handle({ format, given, language, links }) {
      if (format === 'json')
        return json(openApi(routes(), links, language), 'application/vnd.oai.openapi+json;version=3.1');
      const say = texts[language].page;
      return pageAnswer({
        title: say.api,
        language,
        links,
        address: '/api',
        given,
        formats: [['OpenAPI 3.1', links.to('/api', { f: 'json' })]],
        body: table(
          [say.operation, say.description, say.formats],
          routes().map(({ method, path, summary, formats }) => [
            html`<code>${method.toUpperCase()} ${path}</code>`,
            summary[language],
            Object.keys(formats).join(', '),
          ]),
        ),
      });
    },
  });
