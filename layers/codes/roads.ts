import type { Bilingual } from '../declaration/bilingual.ts';

/** Road categories (vegkategori) of the national road register. */
export const roadCategories = {
  european: { nb: 'europaveg', en: 'European road' },
  national: { nb: 'riksveg', en: 'national road' },
  county: { nb: 'fylkesveg', en: 'county road' },
  municipal: { nb: 'kommunal veg', en: 'municipal road' },
  private: { nb: 'privat veg', en: 'private road' },
  forest: { nb: 'skogsbilveg', en: 'forest road' },
} as const satisfies Record<string, Bilingual>;

/** How registers write the categories: one letter, or a word. */
export const roadCategoryValues = {
  E: 'european',
  R: 'national',
  F: 'county',
  K: 'municipal',
  P: 'private',
  S: 'forest',
  KOMMUNAL_VEG: 'municipal',
};

/** Which way along its road a facility or a figure serves; `with` and `against` follow the road's metering. */
export const roadDirections = {
  both: { nb: 'begge retninger', en: 'both directions' },
  with: { nb: 'med metrering', en: 'with the metering' },
  against: { nb: 'mot metrering', en: 'against the metering' },
} as const satisfies Record<string, Bilingual>;

export const roadDirectionValues = { begge: 'both', med: 'with', mot: 'against', H: 'with', V: 'against' };
