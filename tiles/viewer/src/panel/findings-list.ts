import type { FindingFeature, FindingProperties } from '../../../../services/conflicts/answer/result.ts';
import { verdicts, type Verdict } from '../../../../services/conflicts/judgement/verdict.ts';
import { element } from '../element.ts';
import type { Figures } from '../figures.ts';
import type { Texts } from '../texts/texts.ts';
import { fill } from '../texts/texts.ts';
import { verdictBadge } from './verdict-badge.ts';

interface Given {
  texts: Texts;
  figures: Figures;
  zoomTo: (finding: FindingFeature) => void;
}

/** Verdicts that ask something of the planner; the others are there on demand. */
const asks = new Set<Verdict>(['conflict', 'review', 'failed', 'not-assessed']);

/** The worst first. */
export const bySeverity = (a: FindingFeature, b: FindingFeature): number =>
  verdicts.indexOf(a.properties.verdict) - verdicts.indexOf(b.properties.verdict);

/** Findings that ask something of the planner as cards, rule by rule, and the rest behind a press. */
export function findingsList(features: FindingFeature[], given: Given): HTMLElement {
  const sorted = [...features].sort(bySeverity);
  const important = sorted.filter(({ properties }) => asks.has(properties.verdict));
  const rest = sorted.filter(({ properties }) => !asks.has(properties.verdict));
  const { texts } = given;
  return element('div', { class: 'findings' }, [
    important.length === 0 ? element('p', { class: 'quiet' }, texts.noFindings) : null,
    ...byRule(important, given),
    rest.length > 0
      ? element('details', { class: 'findings-rest' }, [
          element('summary', {}, fill(texts.showAlsoClear, { count: rest.length })),
          ...byRule(rest, given),
        ])
      : null,
  ]);
}

/** Cards under the titles of their rules, in the order of each rule's first. */
function byRule(sorted: FindingFeature[], given: Given): HTMLElement[] {
  const titles = [...new Set(sorted.map(({ properties }) => properties.rule_title))];
  return titles.map((title) =>
    element('section', { class: 'findings-rule' }, [
      element('h4', {}, title),
      ...sorted
        .filter(({ properties }) => properties.rule_title === title)
        .map((feature) => findingCard(feature, given)),
    ]),
  );
}

function findingCard(feature: FindingFeature, given: Given): HTMLElement {
  const { texts, zoomTo } = given;
  const finding = feature.properties;
  return element('article', { class: `finding finding-${finding.verdict}` }, [
    element('header', {}, [
      verdictBadge(finding.verdict, texts),
      element('h5', {}, fill(texts.findingOf, { zone: finding.zone_name ?? finding.zone })),
    ]),
    element('p', { class: 'reason' }, finding.reason),
    figuresOf(finding, given),
    ...finding.notes.map((note) => element('p', { class: 'quiet' }, note)),
    remedyOf(finding, texts),
    quote(finding, texts),
    stepsOf(finding, texts),
    feature.geometry
      ? element(
          'button',
          { type: 'button', class: 'ds-button', 'data-variant': 'secondary', 'data-size': 'sm' },
          texts.zoomTo,
          { click: () => zoomTo(feature) },
        )
      : null,
  ]);
}

function figuresOf(finding: FindingProperties, { texts, figures }: Given): HTMLElement {
  const lines: [string, string | null][] = [
    [texts.purpose, finding.purpose],
    [texts.settled, finding.settled && `${finding.settled.name}, ${finding.settled.date}`],
    [texts.change, finding.change && texts.changes[finding.change]],
    [texts.overlap, finding.area_m2 ? figures.area(finding.area_m2) : null],
    [texts.redArea, finding.red_area_m2 ? figures.area(finding.red_area_m2) : null],
    [texts.shareOfZone, finding.share_of_zone ? figures.share(finding.share_of_zone) : null],
    [texts.shareCovered, finding.share_covered === null ? null : figures.share(finding.share_covered)],
    [texts.distance, finding.distance_m ? figures.metres(finding.distance_m) : null],
    [texts.basedOn, finding.dataset],
  ];
  return element(
    'dl',
    { class: 'properties' },
    lines.flatMap(([title, value]) => (value ? [element('dt', {}, title), element('dd', {}, value)] : [])),
  );
}

function remedyOf({ remedy, remedy_geometry }: FindingProperties, texts: Texts): HTMLElement | null {
  if (!remedy) return null;
  return element('p', { class: 'remedy' }, [
    element('strong', {}, `${texts.remedy}: `),
    remedy,
    remedy_geometry ? ` ${texts.remedyDrawn}` : null,
  ]);
}

/** The guideline's own words stay in Norwegian whatever the page's language: they are quoted. */
function quote({ guideline }: FindingProperties, texts: Texts): HTMLElement {
  const section = fill(texts.section, { section: guideline.section });
  return element('figure', { class: 'quote' }, [
    element('blockquote', { lang: 'nb' }, `«${guideline.text}»`),
    element('figcaption', {}, `${texts.guideline} · ${section} · ${guideline.standing}`),
  ]);
}

function stepsOf({ steps }: FindingProperties, texts: Texts): HTMLElement | null {
  if (steps.length === 0) return null;
  return element('details', { class: 'steps' }, [
    element('summary', {}, texts.steps),
    element(
      'ol',
      {},
      steps.map((step) => element('li', {}, step)),
    ),
  ]);
}
