import type { Feature } from 'geojson';
import type { CheckResult, Finding, Verdict } from '../answers.ts';
import { element } from '../element.ts';
import type { Figures } from '../figures.ts';
import { verdicts } from '../map/verdict-patterns.ts';
import type { Texts } from '../texts/texts.ts';
import { fill } from '../texts/texts.ts';
import { verdictBadge } from './verdict-badge.ts';

interface Given {
  texts: Texts;
  figures: Figures;
  zoomTo: (finding: Feature) => void;
}

/** Verdicts that ask something of the planner; the others are there on demand. */
const asks = new Set<Verdict>(['conflict', 'review', 'not-assessed', 'failed']);

export const findingOf = (feature: Feature): Finding => feature.properties as unknown as Finding;

/** The worst first. */
export const bySeverity = (a: Feature, b: Feature): number =>
  verdicts.indexOf(findingOf(a).verdict) - verdicts.indexOf(findingOf(b).verdict);

/** Findings that ask something of the planner as cards, and the rest behind a press. */
export function findingsList(features: Feature[], given: Given): HTMLElement {
  const sorted = [...features].sort(bySeverity);
  const important = sorted.filter((feature) => asks.has(findingOf(feature).verdict));
  const rest = sorted.filter((feature) => !asks.has(findingOf(feature).verdict));
  const { texts } = given;
  return element('div', { class: 'findings' }, [
    important.length === 0 ? element('p', { class: 'quiet' }, texts.noFindings) : null,
    ...important.map((feature) => findingCard(feature, given)),
    rest.length > 0
      ? element('details', { class: 'findings-rest' }, [
          element('summary', {}, fill(texts.showAlsoClear, { count: rest.length })),
          ...rest.map((feature) => findingCard(feature, given)),
        ])
      : null,
  ]);
}

function findingCard(feature: Feature, { texts, figures, zoomTo }: Given): HTMLElement {
  const finding = findingOf(feature);
  const figuresOfFinding: [string, string | null][] = [
    [texts.purpose, finding.purpose],
    [texts.overlap, finding.area_m2 ? figures.area(finding.area_m2) : null],
    [texts.shareOfZone, finding.share_of_zone ? figures.share(finding.share_of_zone) : null],
    [texts.distance, finding.distance_m ? figures.metres(finding.distance_m) : null],
    [texts.basedOn, finding.dataset],
  ];
  return element('article', { class: `finding finding-${finding.verdict}` }, [
    element('header', {}, [
      verdictBadge(finding.verdict, texts),
      element('h4', {}, finding.zone ? fill(texts.findingOf, { zone: finding.zone }) : finding.rule),
    ]),
    element(
      'dl',
      { class: 'properties' },
      figuresOfFinding.flatMap(([title, value]) => (value ? [element('dt', {}, title), element('dd', {}, value)] : [])),
    ),
    finding.remedy
      ? element('p', { class: 'remedy' }, [element('strong', {}, `${texts.remedy}: `), finding.remedy])
      : null,
    quote(finding, texts),
    stepsOf(finding, texts),
    element(
      'button',
      { type: 'button', class: 'ds-button', 'data-variant': 'secondary', 'data-size': 'sm' },
      texts.zoomTo,
      { click: () => zoomTo(feature) },
    ),
  ]);
}

/** The guideline's own words stay in Norwegian whatever the page's language: they are quoted. */
function quote({ guideline }: Finding, texts: Texts): HTMLElement | null {
  if (!guideline) return null;
  return element('figure', { class: 'quote' }, [
    element('blockquote', { lang: 'nb' }, `«${guideline.text}»`),
    element('figcaption', {}, `${texts.guideline} · ${fill(texts.section, { section: guideline.section })}`),
  ]);
}

function stepsOf({ steps }: Finding, texts: Texts): HTMLElement | null {
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

/** One line per rule: verdict, number of zones, area. */
export function summaryTable({ summary }: CheckResult, texts: Texts, figures: Figures): HTMLElement {
  const head = [texts.rule, texts.verdict, texts.zones, texts.area].map((title) =>
    element('th', { scope: 'col' }, title),
  );
  return element('table', { class: 'summary' }, [
    element('caption', {}, texts.summary),
    element('thead', {}, element('tr', {}, head)),
    element(
      'tbody',
      {},
      summary.map((line) =>
        element('tr', {}, [
          element('th', { scope: 'row' }, line.rule),
          element('td', {}, verdictBadge(line.verdict, texts)),
          element('td', { class: 'figure' }, figures.number(line.zones)),
          element('td', { class: 'figure' }, line.area_m2 ? figures.area(line.area_m2) : '–'),
        ]),
      ),
    ),
  ]);
}
