import { datasetsOf } from '../conflicts/measurement/constraints.ts';
import type { CriterionAtSite, SiteProperties, Source, StationsAnswer, UsedCriterion } from './answer.ts';
import { chargingNeed } from './charging-need.ts';
import { UnknownCriterion } from './criterion-catalogue.ts';
import { normalisation, type Measured } from './criterion.ts';
import type { StationInputs } from './inputs.ts';
import type { JudgedCriterion } from './judge-sites.ts';
import { rank } from './ranking/rank.ts';
import { CannotRank, type RankedSite, type Site as SiteToRank } from './ranking/ranking.ts';
import { stability } from './ranking/stability.ts';
import { counted, weightsOf } from './ranking/weights.ts';
import type { Situation } from './situation.ts';

/** Ranks that are told of how often a site has each. */
const ranksTold = 10;

type Ranked = Pick<StationsAnswer, 'ranking' | 'criteria' | 'stability'>;

interface Weighed extends JudgedCriterion {
  weight: number;
}

/**
 * Rank the sites that no filter took out, by the weights of the asker.
 * @throws UnknownCriterion, CannotRank
 */
export function rankSites(situation: Situation, judged: readonly JudgedCriterion[], inputs: StationInputs): Ranked {
  const weighed = weigh(judged, inputs.weights);
  const used = usedOf(weighed);
  const direct = used.map(({ criterion: { id, direction }, weight }) => ({ id, direction, weight }));
  const shares = weightsOf(direct);
  const { sites } = situation;
  const valueAt = ({ findings }: JudgedCriterion, site: number): Measured =>
    'sites' in findings ? (findings.sites[site] ?? { value: null }) : { value: null };
  const inRanking = sites.flatMap(({ id, excludedBy }, at): (SiteToRank & { at: number })[] =>
    excludedBy.length > 0
      ? []
      : [{ id, at, values: Object.fromEntries(used.map((one) => [one.criterion.id, valueAt(one, at).value])) }],
  );
  const ranking = rank(inRanking, direct);
  const placeOf = new Map(ranking.sites.map((site) => [site.id, site]));
  const missing = new Map(ranking.apart.map((site) => [site.id, site.missing]));
  const sources = new Map(judged.map(({ criterion }) => [criterion.id, sourcesOf(situation, criterion.sources)]));
  const partsOf = (at: number, placed: RankedSite | undefined) =>
    weighed.flatMap((one): CriterionAtSite[] => {
      if (!('sites' in one.findings)) return [];
      const { id, unit } = one.criterion;
      const { value, estimated = false, facts = {} } = valueAt(one, at);
      const part = placed?.parts[id];
      const weight = shares[used.indexOf(one)] ?? 0;
      return [
        {
          ...{ id, value, unit: unit.en, normalised: part?.normalised ?? null, weight, adds: part?.adds ?? null },
          ...{ estimated, source: sources.get(id) ?? [], facts },
        },
      ];
    });
  const find = (at: number, id: string) => {
    const one = judged.find(({ criterion }) => criterion.id === id);
    return one ? valueAt(one, at).value : null;
  };
  const features = sites.map(({ excludedBy, served, ...site }, at) => {
    const placed = placeOf.get(site.id);
    const properties: SiteProperties = {
      ...{ id: site.id, name: site.name, kind: site.kind, municipality: site.municipality, road: served?.road ?? null },
      ...{ to_road_m: finite(served?.to_m), from_road_m: finite(served?.back_m), slope: site.slope },
      directions: site.directions,
      ...{ rank: placed?.rank ?? null, score: placed?.score ?? null, topsis: placed?.topsis ?? null },
      ...{ dominated_by: placed?.dominatedBy ?? [], missing: missing.get(site.id) ?? [], excluded_by: excludedBy },
      criteria: partsOf(at, placed),
      charging: chargingNeed(find(at, 'long_vehicles_day'), find(at, 'grid_mw'), inputs.assumptions),
    };
    return { type: 'Feature' as const, id: site.id, geometry: { type: 'Point' as const, coordinates: [site.lon, site.lat] }, properties }; // prettier-ignore
  });
  const turn = ({ properties: { rank: place, excluded_by } }: (typeof features)[number]) =>
    place ?? (excluded_by.length > 0 ? Infinity : 1e9);
  features.sort((a, b) => Math.sign(turn(a) - turn(b)) || (a.id < b.id ? -1 : 1));
  return {
    ranking: { type: 'FeatureCollection', features },
    criteria: weighed.map((one) => describe(one, shares[used.indexOf(one)] ?? 0, ranking.constant)),
    stability: ranking.sites.length === 0 || inputs.draws === 0 ? null : drawn(inRanking, direct, inputs),
  };
}

function weigh(judged: readonly JudgedCriterion[], weights: StationInputs['weights']): Weighed[] {
  const known = judged.map(({ criterion }) => criterion.id);
  for (const id of Object.keys(weights)) if (!known.includes(id)) throw new UnknownCriterion(id, known);
  return judged.map((one) => ({ ...one, weight: weights[one.criterion.id] ?? one.criterion.weight.default }));
}

/** Criteria with data and weight. All weights 0 is for the ranking to refuse: it says so best. */
function usedOf(weighed: readonly Weighed[]): readonly Weighed[] {
  const told = weighed.filter(({ findings }) => 'sites' in findings);
  const hasWeight = ({ weight }: Weighed) => weight > 0;
  if (told.length === 0 || (weighed.some(hasWeight) && !told.some(hasWeight))) throw nothingLeft(weighed);
  return counted(told);
}

const nothingLeft = (weighed: readonly Weighed[]): CannotRank => {
  const lost = weighed.filter(({ weight }) => weight > 0).map(({ criterion }) => criterion);
  const told = (language: 'nb' | 'en') => lost.map(({ title, sources }) => `${title[language]} (${sources.join(', ')})`).join('; '); // prettier-ignore
  return new CannotRank({
    nb: `Ingen av kriteriene med vekt har data: ${told('nb')}. Importer et av kartlagene, eller gi vekt til andre kriterier.`,
    en: `None of the criteria with a weight has data: ${told('en')}. Import one of the layers, or give weight to others.`,
  });
};

function drawn(
  sites: readonly SiteToRank[],
  criteria: Parameters<typeof stability>[1],
  { draws, concentration, seed }: StationInputs,
) {
  const found = stability(sites, criteria, { draws, concentration, seed });
  return { ...found, sites: found.sites.map((site) => ({ ...site, ranks: site.ranks.slice(0, ranksTold) })) };
}

function describe({ criterion, findings, weight }: Weighed, share: number, constant: readonly string[]): UsedCriterion {
  const { id, unit, direction } = criterion;
  return {
    ...{ id, unit: unit.en, direction, normalisation, weight, share, default_weight: criterion.weight.default },
    ...{ left_out: 'leftOut' in findings ? findings.leftOut : null, constant: constant.includes(id) },
  };
}

const finite = (metres: number | undefined): number | null =>
  metres !== undefined && Number.isFinite(metres) ? metres : null;

function sourcesOf({ constraints }: Situation, layers: readonly string[]): Source[] {
  return layers.flatMap((layer) =>
    datasetsOf(constraints, layer).map(({ title, part, dataDate }) => ({
      layer,
      title: title ?? part,
      date: dataDate,
    })),
  );
}
