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

/**
 * The groups of NGU's list MaterialType (Mineralressurser 2.0 and Grus og pukk 3.0). Clay, peat, groundwater, waste rock
 * and what has no group are none of our kinds.
 */
export const kindOfMaterial: Record<string, keyof typeof mineralKinds> = {
  'Edelmetaller (Au, Ag, PGE)': 'metal',
  'Jernmetaller (Fe, Mn, Ti)': 'metal',
  'Jernlegeringsmetaller (Cr, Ni, Co, V, Mo, W)': 'metal',
  'Basemetaller (Cu, Zn, Pb inkl. Fe-sulfider, As, Sb, Bi, Sn)': 'metal',
  'Energimetaller (U, Th)': 'metal',
  'Spesialmetaller (Nb, Ta, Be, Li, Sc, REE)': 'metal',
  'Andre metaller': 'metal',
  Karbonatmineraler: 'industrial',
  Silika: 'industrial',
  Talk: 'industrial',
  Feltspat: 'industrial',
  Olivin: 'industrial',
  Grafitt: 'industrial',
  Nefelinsyenitt: 'industrial',
  'Magnesium mineraler': 'industrial',
  Zirkon: 'industrial',
  'Beryllium mineraler': 'industrial',
  'Andre industrimineraler': 'industrial',
  Blokkstein: 'dimension-stone',
  Skifer: 'dimension-stone',
  Murestein: 'dimension-stone',
  'Pukk/knust fjell': 'crushed-rock',
  'Sand og grus': 'gravel',
  'Grus og andre løsmasser': 'gravel',
};

/** How NGU's object types are made up: MalmForekomst, SandGrusProspekt (Mineralressurser 3.0, Grus og pukk 4.0). */
const kindOfStem = {
  Malm: 'metal',
  Industrimineral: 'industrial',
  Naturstein: 'dimension-stone',
  KnustBerg: 'crushed-rock',
  SandGrus: 'gravel',
} as const satisfies Record<string, keyof typeof mineralKinds>;
const registrationOfEnding = {
  Forekomst: 'deposit',
  Prospekt: 'prospect',
  Registrering: 'registration',
  Provins: 'province',
} as const satisfies Record<string, keyof typeof mineralRegistrations>;

/** NGU's object types, with what each says; those of the older versions say nothing of the registration. */
export const mineralObjectTypes: Record<
  string,
  { kind: keyof typeof mineralKinds; registration: keyof typeof mineralRegistrations | null }
> = {
  ...Object.fromEntries(
    Object.entries(kindOfStem).flatMap(([stem, kind]) =>
      Object.entries(registrationOfEnding).map(([ending, registration]) => [stem + ending, { kind, registration }]),
    ),
  ),
  MalmOmrFlate: { kind: 'metal', registration: null },
  IndustrimineralOmrFlate: { kind: 'industrial', registration: null },
  NatursteinOmrFlate: { kind: 'dimension-stone', registration: null },
  GrusForekomst: { kind: 'gravel', registration: 'deposit' },
  LøsmasseForekomst: { kind: 'gravel', registration: 'deposit' },
};

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
