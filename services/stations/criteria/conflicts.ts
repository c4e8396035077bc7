import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import { carryOut, onFirmGround } from '../../conflicts/check.ts';
import { loadRules } from '../../conflicts/rule-catalogue.ts';
import { isSecuringRule } from '../../conflicts/judgement/securing-rule.ts';
import { statement } from '../../database/statement.ts';
import type { DraftPlan } from '../../imports/plans/plan-file.ts';
import { rectangleAround } from '../candidates/rectangle.ts';
import { criterion, type Findings } from '../criterion.ts';
import type { Situation } from '../situation.ts';

/** What a rule says of a station on the land of a site. */
interface Hit {
  rule: string;
  verdict: 'conflict' | 'review';
}

/** A review is half a conflict (ours): something to weigh, not a guideline broken. */
const worth = { conflict: 1, review: 0.5 };

/** Filling stations and road services in a regulation of the law of 2008 (Rp 1360): what an energy station is set out as. */
const purpose = { object_type: 'RpArealformålOmråde', purpose: 1360, status: null, level: 2 };

async function measure({ database, inputs, sites }: Situation): Promise<Findings> {
  const { srid } = await database.row<{ srid: number }>(statement('database/analysis-srid'));
  // Rules of where business land should lie judge size and distance, which other criteria do here.
  const rules = (await loadRules()).filter((rule) => !isSecuringRule(rule) && rule.basis !== 'strategy');
  const facts = {
    plan_id: null,
    name: null,
    plan_type: 30,
    plan_status: 2,
    law: 2008,
    in_force: null,
    predecessor: null,
  };
  const plan: DraftPlan = {
    ...{ crs: srid, facts, considerations: [], problems: [], leftOut: [] },
    plan: { index: 0, properties: facts, geometry: null },
    zoning: sites.map((site, index) => ({
      ...{ index, id: String(index), properties: { ...purpose, name: site.id } },
      geometry: rectangleAround(site, inputs.side_m),
    })),
  };
  const { findings } = await onFirmGround(database, { plan, ofAnySize: true, rules: rules.map(({ id }) => id) }, (prepared) => carryOut(database, prepared)); // prettier-ignore
  const hits = sites.map((): Hit[] => []);
  const unjudged = sites.map(() => new Set<string>());
  const judged = new Set<string>();
  for (const { rule, verdict, zone } of findings) {
    const at = zone?.index;
    if (at === undefined) continue;
    if (verdict === 'conflict' || verdict === 'review') hits[at]?.push({ rule: rule.id, verdict });
    if (verdict === 'conflict' || verdict === 'review' || verdict === 'clear') judged.add(rule.id);
    else if (verdict === 'not-assessed' || verdict === 'failed') unjudged[at]?.add(rule.id);
  }
  // What is judged nowhere tells no sites apart; what is judged elsewhere, and not here, makes this site unknown.
  const nowhere = rules.map(({ id }) => id).filter((id) => !judged.has(id));
  if (judged.size === 0 && unjudged.some((own) => own.size > 0)) return { leftOut: nothingJudged };
  return {
    sites: hits.map((own, at) => {
      const unknown = [...(unjudged[at] ?? [])].filter((id) => !nowhere.includes(id));
      const value = own.reduce((sum, { verdict }) => sum + worth[verdict], 0);
      return {
        value: unknown.length > 0 ? null : value,
        facts: { hits: own, not_assessed: [...(unjudged[at] ?? [])] },
      };
    }),
  };
}

const nothingJudged = {
  nb: 'Ingen av reglene i konfliktsjekken har data her.',
  en: 'None of the rules of the conflict check has data here.',
};

/** What the conflict rules say of a station there. */
export const conflictsAtSite = criterion({
  id: 'conflicts',
  title: { nb: 'Konflikter', en: 'Conflicts' },
  unit: { nb: 'konflikter; en vurdering teller halvt', en: 'conflicts; a review counts half' },
  decimals: 1,
  direction: 'min',
  description: {
    nb: 'Konfliktsjekken av et område for vegserviceanlegg på stedet: retningslinjer som brytes, og det som må vurderes.',
    en: 'The conflict check of a zone for road services at the site: guidelines broken, and what must be reviewed.',
  },
  weight: {
    default: 0.1,
    why: {
      nb: 'Vårt valg: en konflikt kan løses på stedet, men koster tid.',
      en: 'Our choice: a conflict can be solved on the spot, but costs time.',
    },
  },
  sources: ['heritage-site', 'heritage-monument', 'heritage-environment', 'mineral-resource'],
  order: 10,
  measure,
  tell: ({ facts }, language) => {
    const hits = ((facts?.['hits'] ?? []) as Hit[]).map(
      ({ rule, verdict }) => `${titleOf(rule, language)}: ${verdictTexts[verdict][language]}`,
    );
    const unjudged = (facts?.['not_assessed'] ?? []) as string[];
    return [...hits, ...told(unjudged, language)].join('; ') || words.none[language];
  },
});

const titles = new Map((await loadRules()).map(({ id, title }) => [id, title]));
const titleOf = (rule: string, language: Language): string => titles.get(rule)?.[language] ?? rule;

const verdictTexts: Record<Hit['verdict'], Bilingual> = {
  conflict: { nb: 'konflikt', en: 'conflict' },
  review: { nb: 'må vurderes', en: 'to be reviewed' },
};

const words = {
  none: { nb: 'ingen funn', en: 'nothing found' },
  unjudged: { nb: 'ikke vurdert, data mangler', en: 'not assessed, data are missing' },
};

const told = (rules: readonly string[], language: Language): string[] =>
  rules.length === 0 ? [] : [`${words.unjudged[language]}: ${rules.map((rule) => titleOf(rule, language)).join(', ')}`];
