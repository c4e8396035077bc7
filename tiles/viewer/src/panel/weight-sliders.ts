import type { Session } from '../behaviour/session.ts';
import { element } from '../element.ts';
import type { RankedNow } from '../stations/station-ranking.ts';
import { fill } from '../texts/texts.ts';

/**
 * A slider for each criterion that has data, and a way back to the weights of the run.
 * @param settled called when a slider is let go, not while it is moved
 */
export function weightSliders(
  { stations, texts, figures, language }: Session,
  { criteria, leftOut }: RankedNow,
  settled: () => void,
): { root: HTMLElement; update: (now: RankedNow) => void } {
  const rows = criteria.map(({ words: { id, title, direction, weight }, usual }) => {
    const slider = element('input', { type: 'range', id: `weight-${id}`, min: 0, max: 100, step: 1 });
    const share = element('output', { for: `weight-${id}` });
    slider.addEventListener('input', () => {
      const others = [...stations.weights.get()].filter(([other]) => other !== id);
      const value = Number(slider.value);
      stations.weights.set(new Map(value === usual ? others : [...others, [id, value]]));
    });
    slider.addEventListener('change', settled);
    const better = direction === 'max' ? texts.moreIsBetter : texts.lessIsBetter;
    const row = element('div', { class: 'weight' }, [
      element('label', { for: `weight-${id}` }, title[language]),
      share,
      slider,
    ]);
    const why = element('li', {}, `${title[language]}: ${better} ${weight.why[language]}`);
    return { id, slider, share, row, why };
  });
  const reset = element(
    'button',
    { type: 'button', class: 'ds-button', 'data-variant': 'secondary' },
    texts.usualWeights,
    {
      click: () => {
        stations.weights.set(new Map());
        settled();
      },
    },
  );
  const absent = leftOut.map(({ title }) => title[language].toLowerCase()).join(', ');
  const root = element('fieldset', {}, [
    element('legend', {}, texts.weights),
    ...rows.map(({ row }) => row),
    absent ? element('p', { class: 'quiet' }, fill(texts.criteriaWithoutData, { criteria: absent })) : null,
    reset,
    element('details', {}, [
      element('summary', {}, texts.weightsWhy),
      element(
        'ul',
        {},
        rows.map(({ why }) => why),
      ),
    ]),
    element('p', { class: 'quiet' }, texts.weightsInLink),
  ]);
  return {
    root,
    update(now) {
      const all = now.criteria.reduce((sum, { weight }) => sum + weight, 0);
      for (const { id, slider, share } of rows) {
        const weight = now.criteria.find(({ words }) => words.id === id)?.weight ?? 0;
        slider.value = String(weight);
        share.textContent = all > 0 ? figures.share(weight / all) : figures.share(0);
        slider.setAttribute('aria-valuetext', fill(texts.weightSaid, { weight, share: share.textContent }));
      }
      reset.toggleAttribute('disabled', stations.weights.get().size === 0);
    },
  };
}
