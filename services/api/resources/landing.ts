import { z } from 'zod';
import { html } from '../../html.ts';
import { pageAnswer } from '../html/page.ts';
import { Link } from '../links.ts';
import { json, route } from '../route.ts';
import { texts } from '../texts/texts.ts';

/** Where to go from here. */
export const landing = route({
  method: 'get',
  path: '/',
  id: 'getLandingPage',
  tag: 'Capabilities',
  summary: { nb: 'Startsiden', en: 'Landing page' },
  formats: { json: 'application/json', html: 'text/html' },
  returns: z.object({ title: z.string(), description: z.string(), links: z.array(Link) }),
  handle({ format, given, language, links }) {
    const { service, page: say } = texts[language];
    if (format === 'html')
      return pageAnswer({
        title: service.title,
        language,
        links,
        address: '/',
        given,
        formats: [['JSON', links.to('/', { f: 'json' })]],
        body: html`<p>${service.description}</p>
          <ul>
            ${[
              { title: say.map, href: links.to('/map/', { lang: language }) },
              ...(['collections', 'processes', 'municipalities', 'stations', 'conformance', 'api'] as const).map(
                (name) => ({
                  title: say[name],
                  href: links.to(`/${name}`, { lang: language }),
                }),
              ),
            ].map(({ title, href }) => html`<li><a href="${href}">${title}</a></li>`)}
          </ul>`,
      });
    const ogc = 'http://www.opengis.net/def/rel/ogc/1.0';
    return json({
      title: service.title,
      description: service.description,
      links: [
        { href: links.to('/'), rel: 'self', type: 'application/json', title: say.home },
        { href: links.to('/', { f: 'html' }), rel: 'alternate', type: 'text/html', title: say.home },
        {
          href: links.to('/api'),
          rel: 'service-desc',
          type: 'application/vnd.oai.openapi+json;version=3.1',
          title: say.api,
        },
        { href: links.to('/api', { f: 'html' }), rel: 'service-doc', type: 'text/html', title: say.api },
        { href: links.to('/conformance'), rel: 'conformance', type: 'application/json', title: say.conformance },
        { href: links.to('/collections'), rel: 'data', type: 'application/json', title: say.collections },
        { href: links.to('/processes'), rel: `${ogc}/processes`, type: 'application/json', title: say.processes },
        { href: links.to('/map/'), rel: 'preview', type: 'text/html', title: say.map },
      ],
    });
  },
});
