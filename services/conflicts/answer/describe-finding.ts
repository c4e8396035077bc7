import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { DatasetInfo } from '../../imports/editions.ts';
import type { Check } from '../check.ts';
import { datasetsOf } from '../measurement/constraints.ts';
import type { Finding } from '../judgement/finding.ts';
import { fill, type Message } from '../judgement/message.ts';
import { regionalPlan, standingOf } from '../regional-plan.ts';
import type { Drawn } from './render.ts';
import { kindOf } from '../remedies/remedy.ts';
import type { FindingFeature, FindingProperties } from './result.ts';
import type { RuleWords } from '../judgement/rule.ts';
import { isHit } from '../judgement/verdict.ts';
import { frame, inWords } from '../judgement/words.ts';

/** A finding as a GeoJSON feature: everything that domain §4 says a finding must say. */
export function describeFinding(
  { finding, geometry, remedy, remedyGeometry }: Drawn,
  check: Check,
  language: Language,
): FindingFeature {
  const { rule, verdict, because, steps, zone, failed } = finding;
  const { datasets, words: dataset } = datasetsUsed(finding, check);
  return {
    type: 'Feature',
    id: `${rule.id}/${zone?.index ?? failed?.index}`,
    geometry,
    properties: {
      rule: rule.id,
      rule_title: rule.title[language],
      basis: rule.basis,
      verdict,
      zone: zone?.id ?? failed?.id ?? '',
      zone_name: zone?.name ?? failed?.name ?? null,
      zone_index: zone?.index ?? failed?.index ?? 0,
      purpose: zone?.purpose?.name[language] ?? null,
      purpose_code: zone?.purpose?.code ?? null,
      object_type: zone?.purpose?.objectType ?? null,
      plan_id: check.standing.plan.plan_id,
      municipality: zone?.municipality ?? null,
      change: zone?.change ?? null,
      settled: finding.settled ?? null,
      reason: inWords(because, rule, language),
      reason_code: because.code,
      notes: notesOf(finding, language),
      ...figuresOf(finding),
      guideline: {
        ...rule.guideline,
        standing: standingOf(regionalPlan, check.standing.guidelineAdopted)[language],
      },
      remedy: isHit(verdict) ? remedyInWords(finding, language) : null,
      remedy_kind: remedy && kindOf(remedy),
      remedy_code: remedy?.kind === 'consideration-zone' ? remedy.code : null,
      remedy_geometry: remedyGeometry,
      dataset,
      datasets,
      steps: steps.map((message) => inWords(message, rule, language)),
    },
  };
}

/** What must be known beside the reason, in words: of the zone, and of how it was judged. */
export const notesOf = ({ rule, zone, remarks }: Finding, language: Language): string[] =>
  [...(zone?.notes ?? []), ...remarks].map((message) => inWords(message, rule, language));

/** What would solve a hit; of a zone whose purpose nobody knows, first of all to say it. */
function remedyInWords({ rule, because, zone }: Finding, language: Language): string | null {
  const own = rule.remedyFor?.[because.code];
  if (own) return fill(own[language], because.values, language);
  if (isDrawn(rule, because)) return fill(rule.remedy[language], because.values, language);
  return zone?.purpose?.group === 'unknown' ? frame[language]['state-purpose'] : null;
}

/** A remedy that speaks of land needs land to speak of. */
const isDrawn = ({ remedy }: RuleWords, { values }: Message): boolean =>
  (!remedy.nb.includes('{area') || Boolean(values['area'])) &&
  (!remedy.nb.includes('{missing') || Boolean(values['missing']));

type Figures =
  | 'constraints'
  | 'zone_area_m2'
  | 'new_area_m2'
  | 'area_m2'
  | 'area_daa'
  | 'red_area_m2'
  | 'red_area_daa'
  | 'share_of_zone'
  | 'share_covered'
  | 'share_secured'
  | 'distance_m'
  | 'touching';

function figuresOf({ zone, measured }: Finding): Pick<FindingProperties, Figures> {
  const area = measured?.area_m2 ?? null;
  const red = measured?.red_area_m2 ?? null;
  return {
    constraints: (measured?.constraints ?? []).map(({ layer, id, fid }) => ({ layer, id, fid })),
    zone_area_m2: zone?.area_m2 ?? null,
    new_area_m2: zone?.land_m2 ?? null,
    area_m2: area,
    area_daa: area === null ? null : area / 1000,
    red_area_m2: red,
    red_area_daa: red === null ? null : red / 1000,
    // A resource that is a point has no area to be a share of.
    share_of_zone: zone && area !== null && zone.area_m2 > 0 ? area / zone.area_m2 : null,
    share_covered: measured?.share_covered ?? null,
    share_secured: measured?.share_secured ?? null,
    distance_m: measured?.distance_m ?? null,
    touching: measured?.touching ?? false,
  };
}

interface DatasetsUsed {
  datasets: FindingProperties['datasets'];
  words: string | null;
}

const unmeasured: DatasetsUsed = { datasets: [], words: null };
/** By rule and datasets: most findings of a rule rest on the same. */
const used = new WeakMap<Check['constraints'], Map<string, DatasetsUsed>>();

function datasetsUsed({ rule, measured }: Finding, { constraints }: Check): DatasetsUsed {
  if (!measured) return unmeasured;
  const known = used.get(constraints) ?? new Map<string, DatasetsUsed>();
  used.set(constraints, known);
  const key = `${rule.id} ${measured.datasets.join()}`;
  const found = known.get(key);
  if (found) return found;
  const ids = new Set(measured.datasets);
  const datasets = [...rule.against, ...(rule.helpedBy ?? [])].flatMap((layer) =>
    datasetsOf(constraints, layer)
      .filter(({ id }) => ids.has(id))
      .map((dataset) => describeDataset(dataset, constraints.editions.get(layer)?.number ?? 0)),
  );
  const described = { datasets, words: datasets.length > 0 ? datasets.map(datasetInWords).join('; ') : null };
  known.set(key, described);
  return described;
}

const describeDataset = (dataset: DatasetInfo, edition: number): FindingProperties['datasets'][number] => ({
  id: dataset.id,
  layer: dataset.layer,
  part: dataset.part,
  title: dataset.title,
  provider: dataset.provider,
  data_date: dataset.dataDate,
  edition,
  accuracy_m: dataset.accuracyM,
  example: dataset.example,
});

/** `Skoggrense 2024, NIBIO (2024-05)`: title or part, who made it, and its date. */
export const datasetInWords = ({ title, part, provider, data_date }: FindingProperties['datasets'][number]): string =>
  [title ?? part, ...(provider ? [provider] : [])].join(', ') + (data_date ? ` (${data_date})` : '');
