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

/**
 * Whether a road or railway is in a tunnel, by SOSI's Medium (objektkatalog.geonorge.no EAID_A70E8DE5): codes, names of
 * the older lists, and names of Elveg 2.0. In a building or under a snow roof (B) is no tunnel; X is not known.
 */
export const tunnelOfMedium = {
  ...{ U: 'true', W: 'true', J: 'true', underTerrenget: 'true', underSjøbunnen: 'true', underIsbre: 'true' },
  ...{ T: 'false', påTerrengBakkenivå: 'false', 'På terrenget/på bakkenivå': 'false' },
  ...{ L: 'false', iLuft: 'false', B: 'false', iBygningBygningsmessigAnlegg: 'false' },
  'I bygning/bygningsmessig anlegg': 'false',
  ...{ V: 'false', O: 'false', D: 'false', S: 'false', I: 'false', X: '', ukjent: '' },
};

/** Whether a road is for motor vehicles alone, by the map's motorvegtype: motorveg and motortrafikkveg both are. */
export const motorwayOf = {
  Motorveg: 'true',
  Motortrafikkveg: 'true',
  IkkeMotorveg: 'false',
  'Ikke motorveg': 'false',
  Udefinert: '',
};

/** Which way along its road a facility or a figure serves; `with` and `against` follow the road's metering. */
export const roadDirections = {
  both: { nb: 'begge retninger', en: 'both directions' },
  with: { nb: 'med metrering', en: 'with the metering' },
  against: { nb: 'mot metrering', en: 'against the metering' },
} as const satisfies Record<string, Bilingual>;

export const roadDirectionValues = { begge: 'both', med: 'with', mot: 'against', H: 'with', V: 'against' };
