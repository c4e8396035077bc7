import type { Verdict } from '../../../../services/conflicts/judgement/verdict.ts';
import { element } from '../element.ts';
import { verdictLooks } from '../map/verdict-patterns.ts';
import type { Texts } from '../texts/texts.ts';

/** A verdict as sign and word; its colour comes from the style sheet and is never the only difference. */
export const verdictBadge = (verdict: Verdict, texts: Texts): HTMLElement =>
  element('span', { class: `verdict verdict-${verdict}` }, [
    element('span', { class: 'verdict-sign', 'aria-hidden': 'true' }, verdictLooks[verdict].sign),
    texts.verdicts[verdict],
  ]);
