import type { Language } from '../../../layers/declaration/bilingual.ts';
import { percent, quantity } from '../../figures.ts';
import type { CriterionAtSite, SiteProperties, StationsAnswer } from '../answer.ts';
import { criterionOf, criterionTitle, factsInWords, valueInWords } from '../criteria-in-words.ts';
import { roadName } from '../demand/road-key.ts';
import { rankIfKnown } from './rank-if-known.ts';
import { addsInWords, networkInWords } from '../plan/network-in-words.ts';
import { exclusionInWords, kindTitle, layerTitle, siteTitle } from '../words.ts';
import { reportWords as words } from './report-words.ts';

/** A line that speaks for a site or against it. */
export interface Point {
  title: string;
  value: string;
  /** How it stands among the others. */
  standing: string;
  facts: string | null;
}

/** What a site's page holds, in the reader's words. */
export interface SiteReport {
  title: string;
  /** What it is, where it lies. */
  place: string;
  /** Its rank and how sure that is, or why it has none. */
  answer: string[];
  example: boolean;
  speaksFor: Point[];
  against: Point[];
  between: Point[];
  /** It stands on scales with others; else `between` holds all that is known. */
  isRanked: boolean;
  /** What is not known, or only estimated: to be asked for before anybody decides. */
  unknown: string[];
  need: [string, string][];
  assumptions: string;
  network: string[];
  /** Criterion, value, scaled, weight, what it adds. */
  parts: string[][];
  sources: string[][];
}

/** From so much on, of the way from the worst site to the best, a value speaks for a site; below the other, against it. */
const [good, bad] = [2 / 3, 1 / 3];

/** All that is known of a site, sorted into for and against. */
export function siteReport(answer: StationsAnswer, site: SiteProperties, language: Language): SiteReport {
  const say = words[language];
  const used = site.criteria.filter(({ weight }) => weight > 0);
  const standing = (low: number, high: number) =>
    used.flatMap((one) => {
      const at = one.normalised;
      return at !== null && at >= low && at <= high ? [pointOf(one, language)] : [];
    });
  const isRanked = site.rank !== null;
  return {
    title: siteTitle(site, language),
    place: placeOf(answer, site, language),
    answer: answerOf(answer, site, language),
    example: answer.example,
    isRanked,
    speaksFor: standing(good, 1),
    against: [
      ...site.excluded_by.map((one) => ({ title: say.takenOut, value: exclusionInWords(one, language), standing: '', facts: null })), // prettier-ignore
      ...used.flatMap((one) => (one.normalised !== null && one.normalised <= bad ? [pointOf(one, language)] : [])),
    ],
    between: isRanked
      ? used.flatMap((one) => (one.normalised !== null && one.normalised > bad && one.normalised < good ? [pointOf(one, language)] : [])) // prettier-ignore
      : used.flatMap((one) => (one.value === null ? [] : [pointOf(one, language)])),
    unknown: unknownOf(answer, site, language),
    need: needOf(site, language),
    assumptions: assumptionsOf(answer, language),
    network: networkOf(answer, site, language),
    parts: site.criteria.map((one) => [
      ...[criterionTitle(one.id, language), valueInWords(one, language)],
      one.normalised === null ? '–' : quantity(one.normalised, language, 2),
      one.weight > 0 ? percent(one.weight, language) : say.notUsed,
      one.adds === null ? '–' : quantity(one.adds, language, 3),
    ]),
    sources: sourcesOf(site, language),
  };
}

function placeOf({ ranking }: StationsAnswer, site: SiteProperties, language: Language): string {
  const { kind, municipality, road, to_road_m, from_road_m, id } = site;
  const say = words[language];
  const [lon, lat] = ranking.features.find(({ properties }) => properties.id === id)?.geometry.coordinates ?? [];
  const degrees = (value: number) => quantity(value, language, 5);
  const far = Math.max(to_road_m ?? 0, from_road_m ?? 0);
  const way = far < 50 ? say.atRoad : say.fromRoad(quantity(far / 1000, language, 1));
  return [
    kindTitle(kind, language),
    municipality && `${say.municipality} ${municipality}`,
    road && `${way} ${roadName(road)}`,
    lon !== undefined && lat !== undefined && say.coordinates(degrees(lat), degrees(lon)),
    id,
  ].filter(Boolean).join(' · '); // prettier-ignore
}

function pointOf(one: CriterionAtSite, language: Language): Point {
  const say = words[language];
  const { normalised: at } = one;
  const standing =
    at === null ? '' : at === 1 ? say.best : at === 0 ? say.worst : say.onScale(quantity(at, language, 2));
  return { title: criterionTitle(one.id, language), value: valueInWords(one, language), standing, facts: factsInWords(one, language) }; // prettier-ignore
}

function answerOf(answer: StationsAnswer, site: SiteProperties, language: Language): string[] {
  const { ranking, stability, estimated } = answer;
  const say = words[language];
  if (site.excluded_by.length > 0) return [say.out];
  const span = rankIfKnown(answer, site.id);
  if (site.rank === null)
    return [
      say.apart(site.missing.map((id) => criterionTitle(id, language)).join(', ')),
      ...(span ? [say.span(span.best, span.worst, span.of)] : []),
      ...(!estimated && site.missing.includes('long_vehicles_day') ? [say.mayEstimate] : []),
    ];
  const ranked = ranking.features.filter(({ properties }) => properties.rank !== null).length;
  const sure = stability?.sites.find(({ id }) => id === site.id);
  const nameOf = (id: string) => {
    const found = ranking.features.find(({ properties }) => properties.id === id)?.properties;
    return found ? siteTitle(found, language) : id;
  };
  const tied = ranking.features.filter(({ properties: { id, rank } }) => rank === site.rank && id !== site.id);
  const change = site.rank === 1 ? stability?.smallestSingle : null;
  return [
    say.rank(site.rank, ranked, quantity(site.score ?? 0, language, 3)),
    ...(tied.length > 0 ? [say.tied(tied.map(({ properties }) => siteTitle(properties, language)).join(', '))] : []),
    ...(sure
      ? [
          say.sure(
            percent(sure.first, language),
            percent(sure.topFive, language),
            sure.usualRanks,
            quantity(stability?.draws ?? 0, language, 0),
          ),
        ]
      : []),
    ...(site.topsis ? [say.topsis(site.topsis.rank)] : []),
    ...(change ? [say.unseated(nameOf(change.by), criterionTitle(change.criterion, language), percent(change.from, language), percent(change.to, language))] : []), // prettier-ignore
    ...(site.dominated_by.length > 0 ? [say.dominated(site.dominated_by.slice(0, 3).map(nameOf).join(', '))] : []),
  ];
}

function unknownOf(
  { criteria, filters_without_data }: StationsAnswer,
  site: SiteProperties,
  language: Language,
): string[] {
  const say = words[language];
  const told = (one: CriterionAtSite) => factsInWords(one, language);
  return [
    ...site.criteria.flatMap(
      (one) =>
      one.value === null ? [[`${criterionTitle(one.id, language)}: ${say.notKnown}`, told(one)].filter(Boolean).join(' – ')] : [], // prettier-ignore
    ),
    ...site.criteria.flatMap((one) => (one.estimated ? [`${criterionTitle(one.id, language)}: ${told(one) ?? say.estimate}`] : [])), // prettier-ignore
    ...criteria.flatMap(({ id, left_out, default_weight }) => (left_out && default_weight > 0 ? [`${criterionTitle(id, language)}: ${left_out[language]}`] : [])), // prettier-ignore
    ...(site.slope === null ? [say.noSlope] : []),
    ...filters_without_data.map((layer) => say.noFilter(layerTitle(layer, language))),
    say.gridAbove,
    say.owner,
  ];
}

function needOf({ charging: need }: SiteProperties, language: Language): [string, string][] {
  const say = words[language];
  if (!need) return [[say.need, say.needUnknown]];
  const figure = (value: number, decimals = 0) => quantity(value, language, decimals);
  const free = need.free_kw === null ? say.notKnown : `${figure(need.free_kw)} kW`;
  return [
    [say.stops, say.ofPassing(figure(need.stops_day), figure(need.passing_day))],
    [say.energy, `${figure(need.energy_kwh_day)} kWh`],
    [say.power, `${figure(need.power_kw)} kW (${need.points} ${say.points})`],
    [say.free, need.grid_covers === null ? free : `${free}: ${need.grid_covers ? say.enough : say.tooLittle}`],
  ];
}

function assumptionsOf({ assumptions: a }: StationsAnswer, language: Language): string {
  const share = (name: string) => percent(a[name] ?? 0, language);
  const figure = (name: string) => quantity(a[name] ?? 0, language, 0);
  return words[language].assumed({
    ...{ electric: share('electric_share'), stop: share('stop_share'), hour: share('busiest_hour') },
    ...{ kwh: figure('energy_kwh'), minutes: figure('stop_min'), kw: figure('point_kw') },
  });
}

function networkOf({ network }: StationsAnswer, { id }: SiteProperties, language: Language): string[] {
  const say = words[language];
  const told = networkInWords(network, language);
  if (network.objective === null) return told;
  const turn = network.order.findIndex((one) => one.id === id);
  const of = network.order.length;
  const isFixed = network.sites.some((one) => one.id === id && one.fixed);
  const own =
    turn >= 0
      ? network.order[turn]?.idle
        ? say.idle
        : say.chosen(turn + 1, of, addsInWords(network, id, language))
      : isFixed
        ? say.fixed
        : say.notChosen(of);
  return [own, ...told, say.twoQuestions];
}

function sourcesOf(site: SiteProperties, language: Language): string[][] {
  const say = words[language];
  const seen = new Map<string, { row: string[]; uses: string[] }>();
  for (const { id, source } of site.criteria)
    for (const { layer, title, date } of source) {
      const key = `${layer}/${title ?? ''}`;
      const known = seen.get(key) ?? { row: [title ?? layerTitle(layer, language), date ?? say.noDate], uses: [] };
      seen.set(key, known);
      if (criterionOf(id)) known.uses.push(criterionTitle(id, language));
    }
  return [...seen.values()].map(({ row, uses }) => [...row, uses.join(', ')]);
}
