import { loadCriteria } from './criterion-catalogue.ts';
import { normalisation } from './criterion.ts';

/** What the ranking goes by: each criterion with its words, its default weight and the reason for it. */
export const describeCriteria = async (): Promise<Record<string, unknown>> => ({
  criteria: (await loadCriteria()).map(({ id, title, unit, direction, description, weight, sources }) => ({
    ...{ id, title, unit, direction, description, weight, sources, normalisation },
  })),
});
