import type { Bilingual } from '../declaration/bilingual.ts';
import { otherBuildingTypes } from './other-building-types.ts';

/** Dwellings among the building types (bygningstype) of the cadastre. */
export const dwellingTypes = {
  111: { nb: 'enebolig', en: 'detached house' },
  112: { nb: 'enebolig med hybel eller sokkelleilighet', en: 'detached house with a flat' },
  113: { nb: 'våningshus', en: 'farmhouse' },
  121: { nb: 'tomannsbolig, vertikaldelt', en: 'two-dwelling house, side by side' },
  122: { nb: 'tomannsbolig, horisontaldelt', en: 'two-dwelling house, one above the other' },
  123: { nb: 'våningshus, tomannsbolig, vertikaldelt', en: 'farmhouse of two dwellings, side by side' },
  124: { nb: 'våningshus, tomannsbolig, horisontaldelt', en: 'farmhouse of two dwellings, one above the other' },
  131: { nb: 'rekkehus', en: 'terraced house' },
  133: { nb: 'kjede- eller atriumhus', en: 'linked or atrium house' },
  135: { nb: 'terrassehus', en: 'stepped house' },
  136: { nb: 'andre småhus, 3 boliger eller flere', en: 'other small houses, 3 dwellings or more' },
  141: { nb: 'stort frittliggende boligbygg på 2 etasjer', en: 'large detached block of 2 storeys' },
  142: { nb: 'stort frittliggende boligbygg på 3 og 4 etasjer', en: 'large detached block of 3 or 4 storeys' },
  143: { nb: 'stort frittliggende boligbygg på 5 etasjer eller mer', en: 'large detached block of 5 storeys or more' },
  144: { nb: 'store sammenbygde boligbygg på 2 etasjer', en: 'large joined blocks of 2 storeys' },
  145: { nb: 'store sammenbygde boligbygg på 3 og 4 etasjer', en: 'large joined blocks of 3 or 4 storeys' },
  146: { nb: 'store sammenbygde boligbygg på 5 etasjer og over', en: 'large joined blocks of 5 storeys or more' },
  151: { nb: 'bo- og servicesenter', en: 'sheltered housing' },
  152: { nb: 'studenthjem eller studentboliger', en: 'student housing' },
  159: { nb: 'annen bygning for bofellesskap', en: 'other shared housing' },
  193: { nb: 'boligbrakker', en: 'living barracks' },
  199: { nb: 'annen boligbygning', en: 'other dwelling building' },
} as const satisfies Record<number, Bilingual>;

/** Holiday homes among the building types of the cadastre. */
export const holidayHomeTypes = {
  161: { nb: 'fritidsbygning (hytte, sommerhus o.l.)', en: 'holiday home' },
  162: { nb: 'helårsbolig som brukes som fritidsbolig', en: 'dwelling used as a holiday home' },
  163: { nb: 'våningshus som brukes som fritidsbolig', en: 'farmhouse used as a holiday home' },
} as const satisfies Record<number, Bilingual>;

/** All building types the catalogue can name. */
export const buildingTypes = { ...dwellingTypes, ...holidayHomeTypes, ...otherBuildingTypes };
