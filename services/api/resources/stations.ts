import { z } from 'zod';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { html } from '../../html.ts';
import { stationTables } from '../../stations/tables.ts';
import { storedAnswer, type StoredAnswer } from '../../stations/page/latest-answer.ts';
import { listBody } from '../../stations/page/list-body.ts';
import { reportWords } from '../../stations/page/report-words.ts';
import { siteBody } from '../../stations/page/site-body.ts';
import { siteMap } from '../../stations/page/site-map.ts';
import { sitePdf } from '../../stations/page/site-pdf.ts';
import { siteReport } from '../../stations/page/site-report.ts';
import { tablesCsv } from '../../tables/tables-csv.ts';
import { writeWorkbook } from '../../tables/write-workbook.ts';
import { pageAnswer } from '../html/page.ts';
import type { Addresses } from '../links.ts';
import { run } from '../parameters/run.ts';
import { json, route } from '../route.ts';
import { shortened, tell } from '../tell.ts';
import { texts } from '../texts/texts.ts';

const fresh = { 'Cache-Control': 'no-cache' };
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Nobody has ranked sites yet: another answer than that there are none. */
const notRun = { run: null, ranking: { type: 'FeatureCollection', features: [] }, network: null };

const noStations = () => tell(404, 'no-stations', ({ noStations: say }) => say);

/** What is shown around a site on the map. */
const layersAround = 'energy-station-sites,energy-station,grid-point,road-link,water,municipality';

/** To the map with the weights open: a link that names one of them opens them. */
function weightsLink({ criteria }: StoredAnswer, language: Language, links: Addresses) {
  const used = criteria.find(({ share }) => share > 0);
  const weights = used && `${used.id}/${Math.round(100 * used.weight)}`;
  const href = links.to(`/map/?lang=${language}#layers=${layersAround}&weights=${weights ?? ''}`);
  return html`<p><a href="${href}">${reportWords[language].moveWeights}</a></p>`;
}

/** When an answer was worked out, and that it is of an example. */
const about = ({ example, finished }: StoredAnswer, language: Language) =>
  html`${example ? html`<p class="example">${texts[language].page.example}</p>` : null}
  ${finished ? html`<p class="quiet">${reportWords[language].finished} ${finished.slice(0, 10)}</p>` : null}`;

/** Sites for energy stations as they were ranked last, or in a run. */
export const stations = route({
  method: 'get',
  path: '/stations',
  id: 'getStations',
  tag: 'Stations',
  summary: { nb: 'Steder for energistasjoner, rangert', en: 'Sites for energy stations, ranked' },
  formats: { json: 'application/json', html: 'text/html', csv: 'text/csv', xlsx: sheet },
  query: { run },
  returns: z.looseObject({
    run: z.looseObject({ key: z.string() }).nullable().describe('null: not worked out yet'),
    ranking: z.looseObject({ type: z.literal('FeatureCollection'), features: z.array(z.looseObject({})) }),
    network: z.looseObject({}).nullable(),
  }),
  async handle(call) {
    const { format, given, language, links } = call;
    const answer = await storedAnswer(call.database, call.query.run);
    if (!answer && call.query.run === undefined && format === 'json') return json(notRun, 'application/json', fresh);
    if (!answer) throw noStations();
    if (format === 'json') return json(answer, 'application/json', fresh);
    if (format === 'csv') return { type: 'text/csv; charset=utf-8', body: tablesCsv(stationTables(answer, language)), headers: fresh }; // prettier-ignore
    if (format === 'xlsx') {
      const headers = { ...fresh, 'Content-Disposition': 'attachment; filename="energy-stations.xlsx"' };
      return { type: sheet, body: await writeWorkbook(stationTables(answer, language)), headers };
    }
    const say = texts[language].page;
    const to = (id: string) =>
      links.to(`/stations/${encodeURIComponent(id)}`, { f: 'html', lang: language, run: given.run });
    const page = pageAnswer({
      ...{ title: say.stations, language, links, address: '/stations', given },
      formats: ['json', 'csv', 'xlsx'].map((f) => [f.toUpperCase(), links.to('/stations', { f, lang: language, run: given.run })] as const), // prettier-ignore
      body: html`<link rel="stylesheet" href="${links.to('/station-report.css')}" /> ${about(answer, language)}
        ${call.query.run === undefined ? weightsLink(answer, language, links) : null} ${listBody(answer, language, to)}`,
    });
    return { ...page, headers: fresh };
  },
});

/** One site: for and against, data and dates, and what is not known. */
export const site = route({
  method: 'get',
  path: '/stations/{siteId}',
  id: 'getStation',
  tag: 'Stations',
  summary: { nb: 'Ett sted for en energistasjon', en: 'One site for an energy station' },
  formats: { json: 'application/geo+json', html: 'text/html', pdf: 'application/pdf' },
  variables: { siteId: { nb: 'stedets id, som i /stations', en: 'id of the site, as in /stations' } },
  query: { run },
  returns: z.looseObject({ type: z.literal('Feature'), properties: z.looseObject({}) }),
  async handle(call) {
    const { catalogue, database, format, given, language, links, path } = call;
    const answer = await storedAnswer(database, call.query.run);
    if (!answer) throw noStations();
    const id = path.siteId ?? '';
    const feature = answer.ranking.features.find(({ properties }) => properties.id === id);
    if (!feature) throw tell(404, 'unknown-site', ({ unknownSite }) => ({ ...unknownSite, detail: unknownSite.detail(shortened(id)) })); // prettier-ignore
    if (format === 'json') return json(feature, 'application/geo+json', fresh);
    const report = siteReport(answer, feature.properties, language);
    const [lon = 0, lat = 0] = feature.geometry.coordinates;
    const picture = await siteMap(database, catalogue, { name: report.title, lon, lat }, language);
    const say = texts[language].page;
    if (format === 'pdf') {
      const name = id.replace(/[^\w.-]/g, '-').slice(0, 60);
      const headers = { ...fresh, 'Content-Disposition': `inline; filename="${name}.pdf"` };
      return {
        type: 'application/pdf',
        body: await sitePdf(report, picture, language, { example: say.example, finished: answer.finished }),
        headers,
      };
    }
    const address = `/stations/${encodeURIComponent(id)}`;
    const page = pageAnswer({
      ...{ title: report.title, language, links, address, given },
      crumbs: [{ title: say.stations, href: links.to('/stations', { f: 'html', lang: language, run: given.run }) }],
      formats: [
        ['JSON', links.to(address, { f: 'json', run: given.run })],
        ['PDF', links.to(address, { f: 'pdf', lang: language, run: given.run })],
      ],
      body: html`<link rel="stylesheet" href="${links.to('/station-report.css')}" /> ${about(answer, language)}
        <p>
          <a
            href="${links.to(`/map/?lang=${language}#map=13/${lat.toFixed(5)}/${lon.toFixed(5)}&layers=${layersAround}`)}"
            >${reportWords[language].onMap}</a
          >
        </p>
        ${siteBody(report, picture, language)}`,
    });
    return { ...page, headers: fresh };
  },
});
