import { loadCriteria } from './criterion-catalogue.ts';
import type { Criterion, Findings } from './criterion.ts';
import type { Situation } from './situation.ts';
import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import { isAbsent } from '../conflicts/measurement/constraints.ts';

/** What every criterion finds at every site, whatever the weights. */
export interface JudgedCriterion {
  criterion: Criterion;
  findings: Findings;
}

/** Put the sites to every criterion. @throws the signal's reason */
export async function judgeSites(situation: Situation, signal?: AbortSignal): Promise<JudgedCriterion[]> {
  const judged: JudgedCriterion[] = [];
  for (const criterion of await loadCriteria()) {
    signal?.throwIfAborted();
    const absent = (criterion.needs ?? []).filter((layer) => isAbsent(situation.constraints, layer));
    const findings = absent.length > 0 ? { leftOut: without(absent) } : await criterion.measure(situation);
    judged.push({ criterion, findings });
  }
  return judged;
}

const without = (layers: readonly string[]): Bilingual => ({
  nb: `Ingen data: kartlaget ${layers.join(', ')} er ikke lest inn.`,
  en: `No data: layer ${layers.join(', ')} was never loaded.`,
});
