import type { Bilingual } from '../declaration/bilingual.ts';

/** What is extracted, as the geological survey (NGU) parts its registers. */
export const mineralKinds = {
  metal: { nb: 'metaller', en: 'metals' },
  industrial: { nb: 'industrimineraler', en: 'industrial minerals' },
  'dimension-stone': { nb: 'naturstein', en: 'dimension stone' },
  'crushed-rock': { nb: 'pukk', en: 'crushed rock' },
  gravel: { nb: 'sand og grus', en: 'sand and gravel' },
} as const satisfies Record<string, Bilingual>;

/** How well it is known (MineralRegistreringType): a province is a wide area where finds are likely, not a deposit. */
export const mineralRegistrations = {
  deposit: { nb: 'forekomst', en: 'deposit' },
  prospect: { nb: 'prospekt', en: 'prospect' },
  registration: { nb: 'registrering', en: 'registration' },
  province: { nb: 'provins', en: 'province' },
} as const satisfies Record<string, Bilingual>;

/** NGU's assessment (RåstoffBetydning). Only 50 and 40 have numbers that could be sourced; the rest are read by name. */
export const mineralImportances = {
  international: { nb: 'internasjonal', en: 'international' },
  national: { nb: 'nasjonal', en: 'national' },
  regional: { nb: 'regional', en: 'regional' },
  local: { nb: 'lokal', en: 'local' },
  small: { nb: 'liten', en: 'small' },
  none: { nb: 'ingen', en: 'none' },
  'not-assessed': { nb: 'ikke vurdert', en: 'not assessed' },
} as const satisfies Record<string, Bilingual>;
