import type { Language } from '../../layers/declaration/bilingual.ts';
import type { Table } from '../tables/table.ts';
import type { StationsAnswer } from './answer.ts';
import { criterionHeading, criterionTitle } from './criteria-in-words.ts';
import { roadName } from './demand/road-key.ts';
import { addsInWords, unitInWords } from './plan/network-in-words.ts';
import { tableWords as say } from './table-words.ts';
import { exclusionInWords, kindTitle } from './words.ts';

/** The answer as tables: the ranking, each score taken apart, the network, the roads, and what it rests on. */
export const stationTables = (answer: StationsAnswer, language: Language): Table[] => [
  rankingTable(answer, language),
  partsTable(answer, language),
  networkTable(answer, language),
  needTable(answer, language),
  roadsTable(answer, language),
  basisTable(answer, language),
];

const told = (criteria: StationsAnswer['criteria']) => criteria.filter(({ left_out }) => left_out === null);

function rankingTable({ ranking, criteria, stability }: StationsAnswer, language: Language): Table {
  const used = told(criteria);
  const sure = new Map((stability?.sites ?? []).map((site) => [site.id, site]));
  const head = [say.rank, say.site, say.name, say.kind, say.municipality, say.road, say.score, say.topsis, say.first, say.topFive]; // prettier-ignore
  return {
    name: say.ranking[language],
    headings: [
      ...head.map((word) => word[language]),
      ...used.map(({ id }) => criterionHeading(id, language)),
      ...[say.missing, say.out].map((word) => word[language]),
    ],
    rows: ranking.features.map(({ properties: site }) => {
      const own = sure.get(site.id);
      const missing = site.missing.map((id) => criterionTitle(id, language));
      const out = site.excluded_by.map((one) => exclusionInWords(one, language));
      return [
        ...[site.rank, site.id, site.name, kindTitle(site.kind, language), site.municipality],
        ...[site.road === null ? null : roadName(site.road), site.score, site.topsis?.closeness ?? null],
        ...[own?.first ?? null, own?.topFive ?? null],
        ...used.map(({ id }) => site.criteria.find((one) => one.id === id)?.value ?? null),
        ...[missing.join('; ') || null, out.join('; ') || null],
      ];
    }),
  };
}

function partsTable({ ranking, criteria }: StationsAnswer, language: Language): Table {
  const head = [say.rank, say.site, say.criterion, say.value, say.estimated, say.normalised, say.weight, say.adds, say.source]; // prettier-ignore
  const used = new Set(told(criteria).flatMap(({ id, weight }) => (weight > 0 ? [id] : [])));
  return {
    name: say.parts[language],
    headings: head.map((word) => word[language]),
    rows: ranking.features
      .filter(({ properties }) => properties.excluded_by.length === 0)
      .flatMap(({ properties: site }) =>
        site.criteria
          .filter(({ id }) => used.has(id))
          .map((one) => [
            ...[
              site.rank,
              site.id,
              criterionHeading(one.id, language),
              one.value,
              one.estimated ? say.yes[language] : null,
            ],
            ...[one.normalised, one.weight, one.adds],
            one.source.map(({ title, layer, date }) => `${title ?? layer}${date ? ` (${date})` : ''}`).join('; '),
          ]),
      ),
  };
}

function networkTable({ network }: StationsAnswer, language: Language): Table {
  const turn = new Map(network.order.map(({ id }, at) => [id, { at: at + 1, ...network.order[at] }]));
  const head = [say.order, say.site, say.name, say.state, say.adds, say.note];
  const rows = network.sites.map(({ id, name, standing, fixed }): (string | number | null)[] => {
    const state = standing ? say.standing : fixed ? say.fixed : say.added;
    const { at = null, adds = null, idle = false } = turn.get(id) ?? {};
    return [at, id, name, state[language], adds, idle ? addsInWords(network, id, language) : null];
  });
  const place = (row: (string | number | null)[]) => (typeof row[0] === 'number' ? row[0] : 0);
  return {
    name: say.network[language],
    headings: head.map((word) => word[language]),
    rows: rows.sort((a, b) => place(a) - place(b)),
  };
}

function needTable({ ranking }: StationsAnswer, language: Language): Table {
  const head = [say.rank, say.site, say.name, say.passing, say.stops, say.energy, say.points, say.power, say.free, say.covers]; // prettier-ignore
  return {
    name: say.need[language],
    headings: head.map((word) => word[language]),
    rows: ranking.features.flatMap(({ properties: { rank, id, name, charging: need, excluded_by } }) => {
      if (!need || excluded_by.length > 0) return [];
      const covers = need.grid_covers === null ? say.unknown : need.grid_covers ? say.yes : say.no;
      return [
        [
          ...[rank, id, name, need.passing_day, need.stops_day, need.energy_kwh_day, need.points, need.power_kw],
          ...[need.free_kw, covers[language]],
        ],
      ];
    }),
  };
}

function roadsTable({ roads }: StationsAnswer, language: Language): Table {
  const head = [say.road, say.vkm, say.vkmAll, say.mean, say.length, say.knownShare, say.longFrom, say.years, say.basis, say.counted]; // prettier-ignore
  return {
    name: say.roads[language],
    headings: head.map((word) => word[language]),
    rows: roads.map((road) => [
      ...[roadName(road.road), road.long_vkm_day, road.with_estimates_vkm_day, road.mean_long_day],
      ...[road.length_km, road.known_share],
      road.thresholds_m.map((limit) => (limit === null ? say.notStated[language] : `${limit} m`)).join(', ') || null,
      road.years.join(', ') || null,
      say[road.basis][language],
      `${road.counted} / ${road.stretches}`,
    ]),
  };
}

function basisTable({ criteria, network, assumptions }: StationsAnswer, language: Language): Table {
  return {
    name: say.rests[language],
    headings: [say.what[language], say.value[language], say.note[language]],
    rows: [
      ...criteria.map(({ id, weight, left_out, constant }): (string | number | null)[] => [
        `${say.weight[language]}: ${criterionTitle(id, language)}`,
        weight,
        left_out?.[language] ?? (constant ? say.constant[language] : null),
      ]),
      [say.model[language], network.model, null],
      [`${say.objective[language]} (${unitInWords(network, language)})`, network.objective, network.proven ? say.proven[language] : say.unproven[language]], // prettier-ignore
      [say.gap[language], network.gap, null],
      [say.covered[language], network.covered_share, null],
      [say.unknownKm[language], network.demand.unknown_km, null],
      ...Object.entries(assumptions).map(([name, value]) => [`${say.assumed[language]}: ${name}`, value, null]),
    ],
  };
}
