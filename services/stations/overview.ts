import type { Bilingual, Language } from '../../layers/declaration/bilingual.ts';
import { percent, quantity } from '../figures.ts';
import type { StationsAnswer } from './answer.ts';
import { criterionTitle } from './criteria-in-words.ts';
import { roadName } from './demand/road-key.ts';
import { addsInWords, networkInWords, unitInWords } from './plan/network-in-words.ts';
import { kindTitle, siteTitle } from './words.ts';

/** Sites and roads that are shown. */
const [mostSites, mostRoads] = [15, 10];

/** The answer for a terminal: the best sites, the network, the roads, and what is not known. */
export function overview(answer: StationsAnswer, language: Language): string {
  const { ranking, stability, network, roads, criteria, estimated } = answer;
  const say = (text: Bilingual) => text[language];
  const figure = (value: number | null, decimals = 0) => (value === null ? '–' : quantity(value, language, decimals));
  const sites = ranking.features.map(({ properties }) => properties);
  const ranked = sites.filter(({ rank }) => rank !== null);
  const apart = sites.filter(({ rank, excluded_by }) => rank === null && excluded_by.length === 0);
  const out = sites.filter(({ excluded_by }) => excluded_by.length > 0);
  const sure = new Map((stability?.sites ?? []).map((site) => [site.id, site]));
  const best = ranked.slice(0, mostSites).map((site) => {
    const { rank, id, kind, road, score, criteria: own, charging } = site;
    return [
      ...[String(rank), siteTitle(site, language), kindTitle(kind, language), road === null ? '–' : roadName(road)],
      figure(score, 3),
      sure.has(id) ? percent(sure.get(id)?.topFive ?? 0, language) : '–',
      figure(own.find((one) => one.id === 'long_vehicles_day')?.value ?? null),
      charging ? `${figure(charging.power_kw / 1000, 1)} MW` : '–',
    ];
  });
  const heads = [say(words.rank), say(words.site), say(words.kind), say(words.road), say(words.score), say(words.topFive), say(words.trucks), say(words.need)]; // prettier-ignore
  const missing = new Map<string, number>();
  for (const site of apart) for (const id of site.missing) missing.set(id, (missing.get(id) ?? 0) + 1);
  const told = [...missing].map(([id, count]) => `${criterionTitle(id, language)} (${count})`).join(', ');
  const titleOf = new Map(sites.map((site) => [site.id, siteTitle(site, language)]));
  const order = network.order.map(({ id }, at) => {
    const adds = addsInWords(network, id, language);
    return `  ${at + 1}. ${titleOf.get(id) ?? id}${adds === null ? '' : `: ${adds}`}`;
  });
  return [
    ...columns([heads, ...best]),
    '',
    `${ranked.length} ${say(words.ranked)}, ${apart.length} ${say(words.apart)}${told && `: ${told}`}, ${out.length} ${say(words.out)}.`, // prettier-ignore
    ...criteria.flatMap(({ id, left_out, weight }) => (left_out && weight > 0 ? [`${criterionTitle(id, language)}: ${left_out[language]}`] : [])), // prettier-ignore
    '',
    `${say(words.network)} (${network.model}${network.objective === null ? '' : `, ${figure(network.objective)} ${unitInWords(network, language)}`})`,
    ...networkInWords(network, language),
    ...order,
    '',
    say(words.roads),
    ...columns([
      [
        say(words.road),
        say(words.vkm),
        ...(estimated ? [say(words.estimated)] : []),
        say(words.length),
        say(words.known),
      ],
      ...roads
        .slice(0, mostRoads)
        .map((road) => [
          ...[roadName(road.road), figure(road.long_vkm_day)],
          ...(estimated ? [figure(road.with_estimates_vkm_day)] : []),
          ...[`${figure(road.length_km, 1)} km`, percent(road.known_share, language)],
        ]),
    ]),
    '',
  ].join('\n');
}

/** Rows as columns of equal width. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()); // prettier-ignore
}

const words = {
  rank: { nb: 'Plass', en: 'Rank' },
  site: { nb: 'Sted', en: 'Site' },
  kind: { nb: 'Type', en: 'Kind' },
  road: { nb: 'Veg', en: 'Road' },
  score: { nb: 'Poeng', en: 'Score' },
  topFive: { nb: 'Blant fem', en: 'Top five' },
  trucks: { nb: 'Lange/døgn', en: 'Long/day' },
  need: { nb: 'Effekt', en: 'Power' },
  ranked: { nb: 'steder er rangert', en: 'sites are ranked' },
  apart: { nb: 'mangler verdier og står for seg', en: 'lack values and stand apart' },
  out: { nb: 'er tatt ut av filtrene', en: 'are taken out by the filters' },
  network: { nb: 'Beste nettverk', en: 'Best network' },
  roads: { nb: 'Lange kjøretøykm per døgn, der de er kjent', en: 'Long-vehicle-km a day, where known' },
  estimated: { nb: 'Med anslag', en: 'With estimates' },
  vkm: { nb: 'Km/døgn', en: 'Km/day' },
  length: { nb: 'Lengde', en: 'Length' },
  known: { nb: 'Kjent', en: 'Known' },
} satisfies Record<string, Bilingual>;
