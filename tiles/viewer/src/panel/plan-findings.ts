import type { Feature } from 'geojson';
import { verdicts, type Verdict } from '../../../../services/conflicts/judgement/verdict.ts';
import type { Facts } from '../answers.ts';
import { element } from '../element.ts';
import { describedFailure } from '../failure.ts';
import type { Figures } from '../figures.ts';
import type { Language, Texts } from '../texts/texts.ts';
import { fill } from '../texts/texts.ts';
import { notice } from './notice.ts';
import { verdictBadge } from './verdict-badge.ts';

/** A published finding as the result layer holds it. */
interface Published {
  verdict: Verdict;
  zone: string | null;
  zone_name: string | null;
  plan_id: string | null;
  area_m2: number | null;
  /** In Bokmål, and in English. */
  reason: string | null;
  reason_en: string | null;
  /** One a line. */
  notes: string | null;
  notes_en: string | null;
  guideline: string | null;
  section: string | null;
}

/** Fields that need not be said again below. */
export const saidOfFinding: ReadonlySet<string> = new Set([
  'verdict',
  'reason',
  'reason_en',
  'notes',
  'notes_en',
  'guideline',
  'section',
]);

const publishedOf = ({ properties }: Feature): Published => properties as unknown as Published;

interface Given {
  language: Language;
  texts: Texts;
  figures: Figures;
  /** The findings of a plan in the map's view, from the service. */
  findings: (planId: string) => Promise<Feature[]>;
  zoomTo: (feature: Feature) => void;
}

/** For a finding that is on the map: its verdict and quote, and the plan's other findings with a way to each. */
export function planFindings(facts: Facts, given: Given): HTMLElement {
  const { texts, language } = given;
  const { verdict, plan_id, guideline, section, ...words } = publishedOf(facts);
  const [why, notes] = language === 'en' ? [words.reason_en, words.notes_en] : [words.reason, words.notes];
  const list = element('div', { 'aria-live': 'polite' });
  const ask = async (planId: string) => {
    list.replaceChildren(element('p', { class: 'quiet' }, texts.loadingFindings));
    try {
      const found = await given.findings(planId);
      list.replaceChildren(listed(found.sort(bySeverity), given));
    } catch (error) {
      list.replaceChildren(notice({ kind: 'warning', title: describedFailure(error, texts).title }));
    }
  };
  return element('section', { class: `finding finding-${verdict}` }, [
    verdictBadge(verdict, texts),
    why ? element('p', { class: 'reason' }, why) : null,
    ...(notes?.split('\n') ?? []).map((note) => element('p', { class: 'quiet' }, note)),
    guideline
      ? element('figure', { class: 'quote' }, [
          element('blockquote', { lang: 'nb' }, `«${guideline}»`),
          section ? element('figcaption', {}, fill(texts.section, { section })) : null,
        ])
      : null,
    plan_id
      ? element(
          'button',
          { type: 'button', class: 'ds-button', 'data-variant': 'secondary' },
          fill(texts.findingsInView, { plan: plan_id }),
          { click: () => void ask(plan_id) },
        )
      : null,
    list,
  ]);
}

const bySeverity = (a: Feature, b: Feature) =>
  verdicts.indexOf(publishedOf(a).verdict) - verdicts.indexOf(publishedOf(b).verdict);

function listed(features: Feature[], { texts, figures, zoomTo }: Given): HTMLElement {
  const row = (feature: Feature) => {
    const { verdict, zone, zone_name, area_m2 } = publishedOf(feature);
    const name = fill(texts.findingOf, { zone: zone_name ?? zone ?? '' });
    return element('li', {}, [
      verdictBadge(verdict, texts),
      element('button', { type: 'button', class: 'ds-link plan-finding' }, name, { click: () => zoomTo(feature) }),
      area_m2 ? element('span', { class: 'quiet' }, figures.dekar(area_m2)) : null,
    ]);
  };
  return element('ul', { class: 'plan-findings' }, features.map(row));
}
