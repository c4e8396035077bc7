import type { Bilingual } from '../declaration/bilingual.ts';

/**
 * What land is set aside for, in groups that hold across both planning laws and all object types.
 * Land that an earlier plan gives the same group is not new land (domain §4); colours follow the national plan map.
 */
export const purposeGroups = {
  building: { nb: 'Bebyggelse og anlegg', en: 'Buildings and installations', colour: '#f2dd92' },
  housing: { nb: 'Bolig', en: 'Housing', colour: '#f7e04b' },
  'holiday-homes': { nb: 'Fritidsbebyggelse', en: 'Holiday homes', colour: '#e08a1e' },
  centre: { nb: 'Sentrum', en: 'Town centre', colour: '#a9714b' },
  retail: { nb: 'Forretning og kjøpesenter', en: 'Shops and shopping centres', colour: '#6f8fd6' },
  service: { nb: 'Offentlig og privat tjenesteyting', en: 'Public and private services', colour: '#d9604c' },
  tourism: { nb: 'Fritid og turisme', en: 'Leisure and tourism', colour: '#f0ae8c' },
  extraction: { nb: 'Råstoffutvinning', en: 'Mineral extraction', colour: '#8a6d5c' },
  business: { nb: 'Næring', en: 'Business', colour: '#a678b4' },
  sport: { nb: 'Idrettsanlegg', en: 'Sports facilities', colour: '#b5a642' },
  'other-building': { nb: 'Andre anlegg', en: 'Other installations', colour: '#c9a77c' },
  outdoor: { nb: 'Uteopphold', en: 'Outdoor space', colour: '#d9d3a8' },
  cemetery: { nb: 'Grav- og urnelund', en: 'Cemetery', colour: '#8fa07a' },
  mixed: { nb: 'Kombinert bebyggelse', en: 'Mixed development', colour: '#dcb8a2' },
  transport: { nb: 'Samferdsel og teknisk infrastruktur', en: 'Transport and technical networks', colour: '#a3a3a3' },
  green: { nb: 'Grønnstruktur', en: 'Green structure', colour: '#5fae57' },
  defence: { nb: 'Forsvaret', en: 'Defence', colour: '#7b7f4f' },
  lnfr: { nb: 'LNFR', en: 'Agriculture, nature, outdoor life and reindeer', colour: '#cfe5b4' },
  scattered: { nb: 'LNFR, spredt bebyggelse', en: 'Scattered building in LNFR', colour: '#bfd46a' },
  'scattered-housing': { nb: 'LNFR, spredte boliger', en: 'Scattered housing in LNFR', colour: '#e3df6f' },
  'scattered-holiday-homes': {
    nb: 'LNFR, spredte fritidsboliger',
    en: 'Scattered holiday homes in LNFR',
    colour: '#d9b96a',
  },
  'scattered-business': { nb: 'LNFR, spredt næring', en: 'Scattered business in LNFR', colour: '#c2b0c0' },
  water: { nb: 'Sjø og vassdrag', en: 'Sea and watercourses', colour: '#a9d3ea' },
  conservation: { nb: 'Vern og bevaring', en: 'Conservation', colour: '#3f8f7f' },
  restricted: { nb: 'Båndlagt område', en: 'Restricted area', colour: '#6f8796' },
  danger: { nb: 'Fareområde', en: 'Danger area', colour: '#b5483a' },
  special: { nb: 'Spesialområde', en: 'Special area', colour: '#9d8fb5' },
  renewal: { nb: 'Fornyelsesområde', en: 'Renewal area', colour: '#c2577f' },
  unknown: { nb: 'Ukjent formål', en: 'Unknown purpose', colour: '#ffffff' },
} as const satisfies Record<string, Bilingual & { colour: string }>;

export type PurposeGroup = keyof typeof purposeGroups;
