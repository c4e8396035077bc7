import type { Bilingual } from '../declaration/bilingual.ts';

/**
 * Land-cover classes: arealtype of AR5 5.0 (register.geonorge.no/sosi-kodelister/fkb/ar5/5.0), as text because a mapped
 * scheme may add classes of its own. `open` is for maps that keep farmland and bare mountain in one class (N1000).
 */
export const landCoverClasses = {
  11: { nb: 'bebygd', en: 'built-up' },
  12: { nb: 'samferdsel', en: 'transport' },
  21: { nb: 'fulldyrka jord', en: 'fully cultivated land' },
  22: { nb: 'overflatedyrka jord', en: 'surface-cultivated land' },
  23: { nb: 'innmarksbeite', en: 'infield pasture' },
  30: { nb: 'skog', en: 'forest' },
  50: { nb: 'åpen fastmark', en: 'open firm ground' },
  60: { nb: 'myr', en: 'mire' },
  70: { nb: 'snø, is og bre', en: 'snow, ice and glacier' },
  81: { nb: 'ferskvann', en: 'fresh water' },
  82: { nb: 'hav', en: 'sea' },
  99: { nb: 'ikke kartlagt', en: 'not mapped' },
  open: { nb: 'åpent område, jordbruk eller fjell', en: 'open land, farmland or mountain' },
} as const satisfies Record<string, Bilingual>;

export const landCoverColours: Record<keyof typeof landCoverClasses, string> = {
  11: '#f0b3a8',
  12: '#a5744f',
  21: '#f2c94c',
  22: '#f6dc8a',
  23: '#e4e27a',
  30: '#7fb365',
  50: '#d6d0c4',
  60: '#8d80c9',
  70: '#eef3f7',
  81: '#8fc1e6',
  82: '#6ea8d8',
  99: '#b4b4b4',
  open: '#e3dcb0',
};

/** Object types of maps with one layer per class (N1000, N50), to our class. */
export const landCoverObjectTypes: Record<string, string> = {
  Skog: '30',
  ÅpentOmråde: 'open',
  DyrketMark: '21',
  Myr: '60',
  SnøIsbre: '70',
  Innsjø: '81',
  InnsjøRegulert: '81',
  Elv: '81',
  ElvBekk: '81',
  FerskvannTørrfall: '81',
  Havflate: '82',
  Tettbebyggelse: '11',
  BymessigBebyggelse: '11',
  Industriområde: '11',
};

/**
 * Further types of the Arealdekke theme of N50: part of the coverage, but nobody says which class of AR5 they are. They
 * are kept without a class, and reported.
 */
export const unclassedObjectTypes = [
  'Alpinbakke',
  'Golfbane',
  'Gravplass',
  'Hyttefelt',
  'Lufthavn',
  'Park',
  'Rullebane',
  'SportIdrettPlass',
  'Steinbrudd',
  'Steintipp',
];
