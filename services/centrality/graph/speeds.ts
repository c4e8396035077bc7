import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import type { Road, RoadCategory } from './road.ts';

interface DefaultSpeed {
  kmh: number;
  source: Bilingual;
}

const generalOutside: DefaultSpeed = {
  kmh: 80,
  source: {
    nb: 'Den generelle fartsgrensen utenfor tettbygd strøk (vegtrafikkloven § 6).',
    en: 'The general limit outside built-up areas (Road Traffic Act § 6).',
  },
};

const generalInside: DefaultSpeed = {
  kmh: 50,
  source: {
    nb: 'Den generelle fartsgrensen i tettbygd strøk (vegtrafikkloven § 6).',
    en: 'The general limit in built-up areas (Road Traffic Act § 6).',
  },
};

const slow: DefaultSpeed = {
  kmh: 30,
  source: {
    nb: 'Vårt valg: slike veger har sjelden skilt, og ingen kjører den generelle fartsgrensen der.',
    en: 'Our choice: such roads are seldom signed, and nobody drives the general limit there.',
  },
};

/** Speed where none is signed, by road category; `unknown` where the category is missing too. */
export const defaultSpeeds: Record<RoadCategory | 'unknown', DefaultSpeed> = {
  european: generalOutside,
  national: generalOutside,
  county: generalOutside,
  municipal: generalInside,
  private: slow,
  forest: slow,
  unknown: generalInside,
};

/** Speeds that a road can be signed with: no limit is lower, and none in Europe is higher. */
const [slowest, fastest] = [5, 140];

export const isPlausibleSpeed = (kmh: number): boolean => kmh >= slowest && kmh <= fastest;

/** The speed at which a road is driven: as signed, or the default of its category where that is missing or no speed. */
export function speedOf({ speed_kmh: signed, category }: Pick<Road, 'speed_kmh' | 'category'>): number {
  return signed !== null && isPlausibleSpeed(signed) ? signed : defaultSpeeds[category ?? 'unknown'].kmh;
}
