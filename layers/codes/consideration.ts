import type { Bilingual } from '../declaration/bilingual.ts';

/** Kinds of consideration zone (pbl. § 11-8, § 12-6): the hundreds of the code. */
export const considerationTypes = {
  sikring: { nb: 'sikringssone', en: 'security zone' },
  støy: { nb: 'støysone', en: 'noise zone' },
  fare: { nb: 'faresone', en: 'danger zone' },
  infrastruktur: { nb: 'infrastruktursone', en: 'infrastructure zone' },
  'angitt hensyn': { nb: 'sone med angitt hensyn', en: 'zone with a stated consideration' },
  båndlegging: { nb: 'båndleggingssone', en: 'restriction zone' },
  gjennomføring: { nb: 'gjennomføringssone', en: 'implementation zone' },
  detaljering: { nb: 'detaljeringssone', en: 'detailing zone' },
} as const satisfies Record<string, Bilingual>;

export type ConsiderationType = keyof typeof considerationTypes;

const typeOfHundred: Record<number, ConsiderationType> = {
  1: 'sikring',
  2: 'støy',
  3: 'fare',
  4: 'infrastruktur',
  5: 'angitt hensyn',
  7: 'båndlegging',
  8: 'gjennomføring',
  9: 'detaljering',
};

/** The kind of consideration zone a code belongs to; null for a code outside 100–999 and for the unused 600s. */
export function considerationType(code: number): ConsiderationType | null {
  return (Number.isInteger(code) && typeOfHundred[Math.floor(code / 100)]) || null;
}

/** The kind by the object type that carries it, `Kp…` in master plans and `Rp…` in regulations. */
export const considerationObjectTypes: Record<ConsiderationType, string[]> = {
  sikring: ['KpSikringSone', 'RpSikringSone'],
  støy: ['KpStøySone', 'RpStøySone'],
  fare: ['KpFareSone', 'RpFareSone'],
  infrastruktur: ['KpInfrastrukturSone', 'RpInfrastrukturSone'],
  'angitt hensyn': ['KpAngittHensynSone', 'RpAngittHensynSone'],
  båndlegging: ['KpBåndleggingSone', 'RpBåndleggingSone'],
  gjennomføring: ['KpGjennomføringSone', 'RpGjennomføringSone'],
  detaljering: ['KpDetaljeringSone', 'RpDetaljeringSone'],
};

/**
 * Codes of consideration zones (hensynssoner), without the H that maps print before them.
 * Source: SOSI Plan 5.0 object catalogue; 700, 800 and 900 are expired there and still found in plans in force.
 */
export const considerationCodes = {
  110: { nb: 'Nedslagsfelt drikkevann', en: 'Drinking water catchment' },
  120: { nb: 'Område for grunnvannsforsyning', en: 'Groundwater supply' },
  130: { nb: 'Byggeforbud rundt veg, bane og flyplass', en: 'No building around road, railway and airport' },
  140: { nb: 'Frisikt', en: 'Sight line' },
  190: { nb: 'Andre sikringssoner', en: 'Other security zones' },
  210: { nb: 'Rød støysone', en: 'Red noise zone' },
  220: { nb: 'Gul støysone', en: 'Yellow noise zone' },
  230: { nb: 'Grønn støysone', en: 'Green noise zone' },
  290: { nb: 'Andre støysoner', en: 'Other noise zones' },
  310: { nb: 'Ras- og skredfare', en: 'Landslides and avalanches' },
  320: { nb: 'Flomfare', en: 'Flood' },
  330: { nb: 'Radonfare', en: 'Radon' },
  350: { nb: 'Brann- og eksplosjonsfare', en: 'Fire and explosion' },
  360: { nb: 'Skytebane', en: 'Shooting range' },
  370: { nb: 'Høyspenningsanlegg', en: 'High-voltage installation' },
  380: { nb: 'Sone for militær virksomhet', en: 'Military activity' },
  390: { nb: 'Annen fare', en: 'Other danger' },
  410: { nb: 'Krav vedrørende infrastruktur', en: 'Requirements on infrastructure' },
  430: { nb: 'Rekkefølgekrav infrastruktur', en: 'Order of building of infrastructure' },
  440: { nb: 'Rekkefølgekrav samfunnsservice', en: 'Order of building of public services' },
  450: { nb: 'Rekkefølgekrav grønnstruktur', en: 'Order of building of green structure' },
  510: { nb: 'Hensyn landbruk', en: 'Agriculture' },
  520: { nb: 'Hensyn reindrift', en: 'Reindeer husbandry' },
  530: { nb: 'Hensyn friluftsliv', en: 'Outdoor life' },
  540: { nb: 'Hensyn grønnstruktur', en: 'Green structure' },
  550: { nb: 'Hensyn landskap', en: 'Landscape' },
  560: { nb: 'Bevaring naturmiljø', en: 'Conservation of nature' },
  570: { nb: 'Bevaring kulturmiljø', en: 'Conservation of heritage' },
  580: {
    nb: 'Randområder til nasjonalpark eller landskapsvernområde',
    en: 'Land around a national park or protected landscape',
  },
  590: { nb: 'Hensyn mineralressurser', en: 'Mineral resources' },
  700: { nb: 'Båndlegging', en: 'Restriction' },
  710: { nb: 'Båndlegging for regulering etter pbl.', en: 'Restriction awaiting regulation' },
  720: { nb: 'Båndlegging etter lov om naturvern', en: 'Restriction by nature conservation law' },
  730: { nb: 'Båndlegging etter lov om kulturminner', en: 'Restriction by heritage law' },
  735: { nb: 'Båndlegging etter markaloven', en: 'Restriction by the Marka Act' },
  740: { nb: 'Båndlegging etter andre lover', en: 'Restriction by other laws' },
  750: { nb: 'Båndlegging etter vegloven', en: 'Restriction by the Road Act' },
  800: { nb: 'Gjennomføring', en: 'Implementation' },
  810: { nb: 'Krav om felles planlegging', en: 'Joint planning required' },
  820: { nb: 'Omforming', en: 'Transformation' },
  830: { nb: 'Fornyelse', en: 'Renewal' },
  900: { nb: 'Detaljering', en: 'Detailing' },
  910: { nb: 'Reguleringsplan skal fortsatt gjelde', en: 'Regulation remains in force' },
} as const satisfies Record<number, Bilingual>;
