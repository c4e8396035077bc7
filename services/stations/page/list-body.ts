import type { Language } from '../../../layers/declaration/bilingual.ts';
import { table } from '../../documents/html/parts.ts';
import { percent, quantity } from '../../figures.ts';
import { html, Html } from '../../html.ts';
import type { SiteProperties, StationsAnswer } from '../answer.ts';
import { criterionOf, criterionTitle } from '../criteria-in-words.ts';
import { stationDrawings } from '../figure.ts';
import { roadName } from '../demand/road-key.ts';
import { addsInWords, networkInWords } from '../plan/network-in-words.ts';
import { overviewOfRoads } from './roads-in-words.ts';
import { exclusionInWords, kindTitle, siteTitle } from '../words.ts';
import { rankIfKnown } from './rank-if-known.ts';
import { reportWords } from './report-words.ts';

/** The list of all sites: ranked, apart, taken out; the roads; the weights with their reasons. @param pageOf address of a site's page */
export function listBody(answer: StationsAnswer, language: Language, pageOf: (id: string) => string): Html {
  const say = reportWords[language];
  const sites = answer.ranking.features.map(({ properties }) => properties);
  const ranked = sites.filter(({ rank }) => rank !== null);
  const apart = sites.filter(({ rank, excluded_by }) => rank === null && excluded_by.length === 0);
  const out = sites.filter(({ excluded_by }) => excluded_by.length > 0);
  const link = (site: SiteProperties) => html`<a href="${pageOf(site.id)}">${siteTitle(site, language)}</a>`;
  const road = (site: SiteProperties) => (site.road === null ? '–' : roadName(site.road));
  const sure = new Map((answer.stability?.sites ?? []).map((site) => [site.id, site.topFive]));
  const turn = new Map(answer.network.order.flatMap(({ id, idle }, at) => (idle ? [] : [[id, at + 1] as const])));
  const figure = (site: SiteProperties, id: string, unit = '') => {
    const value = site.criteria.find((one) => one.id === id)?.value;
    return typeof value === 'number' ? `${quantity(value, language, criterionOf(id)?.decimals ?? 1)}${unit}` : '–';
  };
  return html`<p class="subtitle">${say.subtitle}</p>
    <p>${say.listed(ranked.length, apart.length, out.length)}</p>
    ${table(
      say.listHeadings,
      ranked.map((site) => [
        ...[String(site.rank), link(site), kindTitle(site.kind, language), road(site)],
        quantity(site.score ?? 0, language, 3),
        sure.has(site.id) ? percent(sure.get(site.id) ?? 0, language) : '–',
        ...[figure(site, 'long_vehicles_day'), figure(site, 'grid_mw', ' MW')],
        turn.has(site.id) ? say.networkTurn(turn.get(site.id) ?? 0) : '–',
      ]),
      say.list,
    )}
    ${stationDrawings(answer, language).map(({ svg }) => html`<figure>${new Html(svg)}</figure>`)}
    <h2>${say.networkTitle}</h2>
    ${networkInWords(answer.network, language).map((line) => html`<p>${line}</p>`)}
    ${networkTable(answer, language, link)}
    ${part(say.apartTitle, apart, [say.site, say.kind, say.missing, say.wouldBe], (site) => [
      ...[link(site), kindTitle(site.kind, language)],
      site.missing.map((id) => criterionTitle(id, language)).join(', '),
      spanOf(answer, site.id),
    ])}
    ${part(say.outTitle, out, [say.site, say.kind, say.reason], (site) => [
      ...[link(site), kindTitle(site.kind, language)],
      site.excluded_by.map((one) => exclusionInWords(one, language)).join('; '),
    ])}
    <h2>${say.roadsTitle}</h2>
    ${overviewOfRoads(answer, language)}
    <h2>${say.weightsTitle}</h2>
    ${table(
      say.weightHeadings,
      answer.criteria.map(({ id, share, direction, left_out }) => [
        ...[criterionTitle(id, language), share > 0 ? percent(share, language) : say.notUsed],
        direction === 'max' ? say.more : say.less,
        left_out?.[language] ?? criterionOf(id)?.weight.why[language] ?? '',
      ]),
      say.weightsTitle,
    )}`;
}

/** The stations of the network in the order to build them, those that stand last: which adds what. */
function networkTable({ ranking, network }: StationsAnswer, language: Language, link: (site: SiteProperties) => Html) {
  const say = reportWords[language];
  const siteOf = new Map(ranking.features.map(({ properties }) => [properties.id, properties]));
  const placeOf = ({ rank, missing }: SiteProperties) =>
    rank === null ? say.unranked(missing.map((id) => criterionTitle(id, language)).join(', ')) : String(rank);
  const nameOf = (id: string, name: string | null): readonly [Html | string, string] => {
    const site = siteOf.get(id);
    return site ? [link(site), placeOf(site)] : [name ?? id, '–'];
  };
  const rows = network.order.map(({ id, name }, at) => [
    ...[String(at + 1), ...nameOf(id, name)],
    addsInWords(network, id, language) ?? '–',
  ]);
  const given = network.sites
    .filter(({ standing, fixed }) => standing || fixed)
    .map(({ id, name, standing }) => [standing ? say.standing : say.fixedState, ...nameOf(id, name), '–']);
  if (rows.length + given.length === 0) return null;
  return html`${table(say.networkHeadings, [...rows, ...given], say.networkTitle)}
    <p class="quiet">${say.twoQuestions}</p>`;
}

function spanOf(answer: StationsAnswer, id: string): string {
  const span = rankIfKnown(answer, id);
  return span ? [...new Set([span.best, span.worst])].join('–') : '–';
}

const part = (
  title: string,
  sites: readonly SiteProperties[],
  headings: readonly string[],
  row: (site: SiteProperties) => (Html | string)[],
): Html | null =>
  sites.length === 0
    ? null
    : html`<h2>${title}</h2>
        ${table(headings, sites.map(row), title)}`;
