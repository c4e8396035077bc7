import type { CheckResult, FindingFeature } from '../../../../services/conflicts/answer/result.ts';
import type { Collection } from '../answers.ts';
import { element } from '../element.ts';
import type { Figures } from '../figures.ts';
import type { Texts } from '../texts/texts.ts';
import { fill } from '../texts/texts.ts';
import { findingsList } from './findings-list.ts';
import { verdictBadge } from './verdict-badge.ts';

interface Given {
  texts: Texts;
  figures: Figures;
  /** For the titles of the layers that the rules ask. */
  collections: Collection[];
  zoomTo: (finding: FindingFeature) => void;
}

/** A checked plan: the verdict, rule by rule, the findings, what data they rest on, and the limits that were used. */
export function checkReport(file: string, result: CheckResult, given: Given): (HTMLElement | null)[] {
  const { texts } = given;
  const { guidelines } = result.run;
  return [
    element('h3', {}, fill(texts.resultFor, { file })),
    element('div', { class: `overall overall-${result.verdict}` }, [
      verdictBadge(result.verdict, texts),
      element('p', {}, texts.verdictSentences[result.verdict]),
      element('p', { class: 'quiet' }, `${guidelines.plan} · ${guidelines.standing}`),
    ]),
    summaryTable(result, given),
    element('h3', {}, texts.findings),
    findingsList(result.findings.features, given),
    takenOutList(result, given),
    coverageList(result, given),
    limits(result, texts),
  ];
}

/** One line per rule: verdict, number of zones, area. */
function summaryTable({ summary }: CheckResult, { texts, figures }: Given): HTMLElement {
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
          element('th', { scope: 'row' }, line.title),
          element('td', {}, verdictBadge(line.verdict, texts)),
          element('td', { class: 'figure' }, figures.number(line.zones)),
          element('td', { class: 'figure' }, line.area_m2 > 0 ? figures.dekar(line.area_m2) : '–'),
        ]),
      ),
    ),
  ]);
}

/** What the draft takes out of the plan in force that it replaces; nothing where there is nothing to say. */
function takenOutList({ taken_out }: CheckResult, { texts, figures }: Given): HTMLElement | null {
  if (!taken_out || taken_out.length === 0) return null;
  return element('section', {}, [
    element('h3', {}, texts.takenOut),
    element(
      'dl',
      { class: 'properties' },
      taken_out.flatMap(({ zone, zone_name, purpose, area_m2, remark }) => [
        element('dt', {}, `${zone_name ?? zone} (${purpose})`),
        element('dd', {}, remark ? `${figures.area(area_m2)}. ${remark}` : figures.area(area_m2)),
      ]),
    ),
  ]);
}

function coverageList({ coverage }: CheckResult, { texts, figures, collections }: Given): HTMLElement {
  const titleOf = (layer: string) => collections.find(({ id }) => id === layer)?.title ?? layer;
  const said = ({ dataset, share }: CheckResult['coverage'][number]): string => {
    if (dataset === null) return texts.noData;
    const covered = share === null ? texts.coverageUnknown : fill(texts.covered, { share: figures.share(share) });
    return `${dataset} – ${covered}`;
  };
  return element('section', { class: 'coverage' }, [
    element('h3', {}, texts.coverage),
    element(
      'dl',
      { class: 'properties' },
      coverage.flatMap((line) => [element('dt', {}, titleOf(line.layer)), element('dd', {}, said(line))]),
    ),
  ]);
}

/** The limits that are the service's own choice are parameters, and never hidden. */
function limits({ run }: CheckResult, texts: Texts): HTMLElement {
  return element('details', { class: 'steps' }, [
    element('summary', {}, texts.limits),
    element(
      'ul',
      {},
      run.parameters.map(({ name, value, unit, why, changed }) =>
        element('li', {}, `${name} = ${value} ${unit}${changed ? ` (${texts.changed})` : ''}: ${why}`),
      ),
    ),
  ]);
}
