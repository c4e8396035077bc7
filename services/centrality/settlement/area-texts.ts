import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { Area } from './areas.ts';

export const areaKindTexts: Record<Area['kind'], Bilingual> = {
  county: { nb: 'fylke', en: 'county' },
  region: { nb: 'region', en: 'region' },
  municipality: { nb: 'kommune', en: 'municipality' },
  'urban-area': { nb: 'tettsted', en: 'urban area' },
};

const theCounty: Bilingual = { nb: 'Fylket', en: 'The county' };

/** The name of an area, for people; null where nobody has named it. */
export const nameOfArea = ({ kind, name }: Area, language: Language): string | null =>
  name ?? (kind === 'county' ? theCounty[language] : null);
