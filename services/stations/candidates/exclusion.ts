import type { Bilingual } from '../../../layers/declaration/bilingual.ts';

/** Filters that take a place out, whatever else speaks for it. */
export const filters = ['no-road', 'no-main-road', 'far-from-road', 'no-truck-access', 'conflict', 'slope'] as const;
export type Filter = (typeof filters)[number];

/** Why a place is out: the filter by name, and what it met. */
export interface Exclusion {
  filter: Filter;
  /** Of a conflict: the layer; and names of what lies there. */
  layer?: string;
  names?: string[];
  /** Driving, metres, or slope, rise over run; null: no way within the search. */
  value?: number | null;
  limit?: number;
}

export const filterTexts: Record<Filter, Bilingual> = {
  'no-road': { nb: 'ingen veg innen rekkevidde', en: 'no road within reach' },
  'no-main-road': {
    nb: 'ingen europa- eller riksveg innen rekkevidde',
    en: 'no European or national road within reach',
  },
  'far-from-road': { nb: 'for langt å kjøre til og fra vegen', en: 'too far to drive from and to the road' },
  'no-truck-access': { nb: 'ikke tilgjengelig for vogntog', en: 'no access for trucks' },
  conflict: { nb: 'ligger i', en: 'lies in' },
  slope: { nb: 'for bratt', en: 'too steep' },
};
