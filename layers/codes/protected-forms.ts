import type { Bilingual } from '../declaration/bilingual.ts';

/**
 * Forms of nature protection (verneform) of the national register of protected areas
 * (objektkatalog.geonorge.no EAID_9EE8FD94).
 */
export const protectionForms = {
  NP: { nb: 'nasjonalpark', en: 'national park' },
  NR: { nb: 'naturreservat', en: 'nature reserve' },
  LVO: { nb: 'landskapsvernområde', en: 'protected landscape' },
  LVOD: { nb: 'landskapsvernområde med dyrelivsfredning', en: 'protected landscape with protected fauna' },
  LVOP: { nb: 'landskapsvernområde med plantelivsfredning', en: 'protected landscape with protected flora' },
  LVOPD: {
    nb: 'landskapsvernområde med plante- og dyrelivsfredning',
    en: 'protected landscape with protected flora and fauna',
  },
  BV: { nb: 'biotopvern', en: 'habitat protection' },
  BVV: { nb: 'biotopvern etter viltloven', en: 'habitat protection by the Wildlife Act' },
  D: { nb: 'dyrelivsfredning', en: 'protected fauna' },
  DO: { nb: 'dyrefredningsområde', en: 'fauna protection area' },
  P: { nb: 'plantelivsfredning', en: 'protected flora' },
  PO: { nb: 'plantefredningsområde', en: 'flora protection area' },
  PD: { nb: 'plante- og dyrelivsfredning', en: 'protected flora and fauna' },
  PDO: { nb: 'plante- og dyrefredningsområde', en: 'flora and fauna protection area' },
  NM: { nb: 'naturminne', en: 'natural monument' },
  MIV: { nb: 'midlertidig vernet', en: 'temporarily protected' },
  MAV: { nb: 'marint verneområde', en: 'marine protected area' },
  MAVA: { nb: 'marint vern etter annet lovverk', en: 'marine protection by other law' },
} as const satisfies Record<string, Bilingual>;

/** The names of the register's own list where they differ from ours. */
export const protectionFormValues = {
  'Midlertidig verna område/objekt': 'MIV',
  'Marint vern (naturmangfoldloven)': 'MAV',
  'Marint vern (annet lovverk)': 'MAVA',
};
