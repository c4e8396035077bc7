import type { FindingFeature } from '../../../../services/conflicts/answer/result.ts';
import type { Collection } from '../answers.ts';
import type { CheckState, PlanCheck } from '../check/plan-check.ts';
import { element } from '../element.ts';
import type { Figures } from '../figures.ts';
import type { Texts } from '../texts/texts.ts';
import { fill } from '../texts/texts.ts';
import { checkReport } from './check-report.ts';
import { notice } from './notice.ts';

interface Given {
  texts: Texts;
  figures: Figures;
  check: PlanCheck;
  collections: Collection[];
  zoomTo: (finding: FindingFeature) => void;
}

/** Choose a plan file, see that it is being checked, read what was found. */
export function checkPanel(given: Given): HTMLElement {
  const { texts, check } = given;
  const outcome = element('div', { class: 'outcome', 'aria-live': 'polite' });
  const choose = chooser(texts, (file) => void check.start(file));
  check.state.observe((state) => {
    choose.hidden = state.step === 'checking' || state.step === 'done';
    outcome.replaceChildren(...shown(state, given).filter((part) => part !== null));
  });
  return element('div', { class: 'check' }, [choose, outcome]);
}

function shown(state: CheckState, given: Given): (HTMLElement | null)[] {
  const { texts, check } = given;
  switch (state.step) {
    case 'waiting':
      return [];
    case 'checking':
      return [
        element('p', { class: 'checking' }, fill(texts.checking, { file: state.file })),
        element('progress', { 'aria-label': fill(texts.checking, { file: state.file }) }),
        again(texts.cancel, check),
      ];
    case 'failed': {
      const { title, detail, place } = state.failure;
      const where = place && fill(texts.where, { place });
      return [notice({ kind: 'danger', title: texts.checkFailed, details: [title, detail, where] })];
    }
    case 'done':
      return [...checkReport(state.file, state.result, given), again(texts.newCheck, check)];
  }
}

const again = (label: string, check: PlanCheck): HTMLElement =>
  element('button', { type: 'button', class: 'ds-button', 'data-variant': 'secondary' }, label, {
    click: () => check.clear(),
  });

/** A file field that files can also be dropped on. */
function chooser(texts: Texts, take: (file: File) => void): HTMLElement {
  const input = element('input', { type: 'file', id: 'plan-file', accept: '.json,.geojson,application/geo+json' });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    // So that choosing the same file again, mended, is a change.
    if (file) take(file);
    input.value = '';
  });
  const zone = element('div', { class: 'drop' }, [
    element('label', { for: 'plan-file', class: 'ds-button' }, texts.chooseFile),
    input,
    element('p', { class: 'quiet' }, texts.dropHere),
  ]);
  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    zone.classList.toggle('drop-over', is);
  };
  zone.addEventListener('dragover', over(true));
  zone.addEventListener('dragleave', over(false));
  zone.addEventListener('drop', (event) => {
    over(false)(event);
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  });
  return element('div', { class: 'choose' }, [
    element('p', {}, texts.checkIntro),
    zone,
    element('p', { class: 'quiet' }, texts.fileFormats),
  ]);
}
