import { z } from 'zod';
import { html } from '../../html.ts';
import { pageAnswer } from '../html/page.ts';
import { json, route } from '../route.ts';
import { texts } from '../texts/texts.ts';

/*
 * Only what is met in full. Not claimed: `oas30` (our description is OpenAPI 3.1), OGC API Tiles, `filter`.
 */
const common = [
  'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections',
];
const features = [
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html',
  'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
  'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables',
];
const processes = [
  'http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/ogc-process-description',
  'http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/json',
  'http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/dismiss',
];

/** Which standards the service follows. */
export const conformance = route({
  method: 'get',
  path: '/conformance',
  id: 'getConformance',
  tag: 'Capabilities',
  summary: { nb: 'Standarder som følges', en: 'Standards that are followed' },
  formats: { json: 'application/json', html: 'text/html' },
  returns: z.object({ conformsTo: z.array(z.string()) }),
  handle({ format, given, language, links }) {
    const conformsTo = [...common, ...features, ...processes];
    if (format === 'json') return json({ conformsTo });
    return pageAnswer({
      title: texts[language].page.conformance,
      language,
      links,
      address: '/conformance',
      given,
      formats: [['JSON', links.to('/conformance', { f: 'json' })]],
      body: html`<ul>
        ${conformsTo.map((uri) => html`<li><code>${uri}</code></li>`)}
      </ul>`,
    });
  },
});
