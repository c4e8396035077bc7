import type { Bilingual } from '../declaration/bilingual.ts';

/** Plan types (plantype) of the national plan register, SOSI Plan 4.5 and 5.0. */
export const planTypes = {
  4: { nb: 'Statlig arealplan', en: 'State land-use plan' },
  10: { nb: 'Fylkesplanens arealdel', en: 'Land-use part of the county plan' },
  11: { nb: 'Fylkesdelplan', en: 'County sub-plan' },
  12: { nb: 'Regional plan', en: 'Regional plan' },
  20: { nb: 'Kommuneplanens arealdel', en: 'Municipal master plan' },
  21: { nb: 'Kommunedelplan', en: 'Municipal sub-plan' },
  22: { nb: 'Mindre endring av kommune(del)plan', en: 'Minor change of a master plan' },
  30: { nb: 'Eldre reguleringsplan', en: 'Older regulation' },
  31: { nb: 'Mindre reguleringsendring', en: 'Minor change of a regulation' },
  32: { nb: 'Bebyggelsesplan etter reguleringsplan', en: 'Building plan under a regulation' },
  33: { nb: 'Bebyggelsesplan etter kommuneplan', en: 'Building plan under a master plan' },
  34: { nb: 'Områderegulering', en: 'Area regulation' },
  35: { nb: 'Detaljregulering', en: 'Detailed regulation' },
} as const satisfies Record<number, Bilingual>;

/** Plan status (planstatus) of SOSI Plan 4.5 with what 5.0 adds (0, 9, 10); 5.0 no longer gives 7. */
export const planStatuses = {
  0: { nb: 'Planinitiativ', en: 'Plan initiative' },
  1: { nb: 'Planlegging igangsatt', en: 'Planning started' },
  2: { nb: 'Planforslag', en: 'Plan proposal' },
  3: { nb: 'Endelig vedtatt arealplan', en: 'Adopted' },
  4: { nb: 'Opphevet', en: 'Repealed' },
  5: { nb: 'Utgått eller erstattet', en: 'Expired or replaced' },
  6: { nb: 'Vedtatt med utsatt rettsvirkning', en: 'Adopted, effect deferred' },
  7: { nb: 'Endelig vedtatt med tidsbegrensning', en: 'Adopted for a limited time' },
  8: { nb: 'Overstyrt', en: 'Overruled' },
  9: { nb: 'Avvist', en: 'Dismissed' },
  10: { nb: 'Trukket eller uaktuelt', en: 'Withdrawn' },
} as const satisfies Record<number, Bilingual>;

/** The two laws that decide how purposes are coded. Older laws used the codes of 1985. */
export const laws = {
  1985: { nb: 'plan- og bygningsloven av 1985 eller eldre lov', en: 'Planning and Building Act of 1985 or older' },
  2008: { nb: 'plan- og bygningsloven av 2008', en: 'Planning and Building Act of 2008' },
} as const satisfies Record<number, Bilingual>;

/**
 * The register's lovreferanse as one of the two laws: 1 before the Building Act of 1924, 2 and 3 the Acts of 1924 and
 * 1965, 4 that of 1985, 5 that of 1985 or before, 6 that of 2008.
 */
export const lawOfReference = { 1: '1985', 2: '1985', 3: '1985', 4: '1985', 5: '1985', 6: '2008' };

/** Level of a zone (vertikalnivå): only 2 is on the ground. */
export const levels = {
  1: { nb: 'under grunnen', en: 'below the ground' },
  2: { nb: 'på grunnen eller vannoverflaten', en: 'on the ground or water surface' },
  3: { nb: 'over grunnen', en: 'above the ground' },
  4: { nb: 'på bunnen', en: 'on the bottom of the water' },
  5: { nb: 'i vannsøylen', en: 'in the water' },
} as const satisfies Record<number, Bilingual>;

/** Status of the land use of a zone in a master plan (arealbruksstatus); regulations carry none. */
export const zoneStatuses = {
  1: { nb: 'nåværende', en: 'present' },
  2: { nb: 'framtidig', en: 'future' },
  3: { nb: 'videreutvikling av nåværende', en: 'further development of the present' },
} as const satisfies Record<number, Bilingual>;
