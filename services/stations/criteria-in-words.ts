import type { Bilingual, Language } from '../../layers/declaration/bilingual.ts';
import { quantity } from '../figures.ts';
import type { CriterionAtSite } from './answer.ts';
import { loadCriteria } from './criterion-catalogue.ts';
import type { Criterion } from './criterion.ts';

const byId = new Map((await loadCriteria()).map((criterion) => [criterion.id, criterion]));

/** A criterion of a stored answer; undefined for one that is no more. */
export const criterionOf = (id: string): Criterion | undefined => byId.get(id);

export const criterionTitle = (id: string, language: Language): string => byId.get(id)?.title[language] ?? id;

/** Its title with the unit of its values. */
export function criterionHeading(id: string, language: Language): string {
  const unit = byId.get(id)?.unit[language];
  return unit ? `${criterionTitle(id, language)} (${unit})` : id;
}

const unknown: Bilingual = { nb: 'ikke kjent', en: 'not known' };
const estimate: Bilingual = { nb: 'anslag', en: 'estimate' };

/** A value in the reader's words, with its unit; an estimate says so. */
export function valueInWords({ id, value, estimated }: CriterionAtSite, language: Language): string {
  if (value === null) return unknown[language];
  const criterion = byId.get(id);
  const figure = `${quantity(value, language, criterion?.decimals ?? 2)} ${criterion?.unit[language] ?? ''}`.trim();
  return estimated ? `${figure} (${estimate[language]})` : figure;
}

/** What a site's page says of a value: what makes it, and what it rests on; null: nothing more. */
export function factsInWords({ id, value, estimated, facts }: CriterionAtSite, language: Language): string | null {
  return byId.get(id)?.tell?.({ value, ...(estimated && { estimated: true }), facts }, language) ?? null;
}
