import { oneOf } from '../declaration/field.ts';

/**
 * Protection of a heritage site or monument (vernetype of the heritage register Askeladden, code list gmkav_Vernetype).
 * The live service writes IKKEV where the list says IKKE: both are known. A code outside the list is unknown protection.
 */
export const heritageProtection = oneOf(
  {
    AUT: { nb: 'automatisk fredet', en: 'automatically protected' },
    VED: { nb: 'vedtaksfredet', en: 'protected by decision' },
    FOR: { nb: 'forskriftsfredet', en: 'protected by regulation' },
    MID: { nb: 'midlertidig fredet', en: 'temporarily protected' },
    FPG: { nb: 'fredningssak pågår', en: 'protection in process' },
    UAV: { nb: 'uavklart', en: 'unsettled' },
    AUV: { nb: 'automatisk vernet under vann', en: 'automatically safeguarded under water' },
    AVT: { nb: 'tinglyst avtale', en: 'registered agreement' },
    LIST: { nb: 'listeført', en: 'listed' },
    WHS: { nb: 'verdensarv', en: 'world heritage' },
    ADM: { nb: 'administrativt vern', en: 'administrative protection' },
    PBBL: { nb: 'båndlagt etter plan- og bygningsloven', en: 'restricted by the Planning and Building Act' },
    PBSB: { nb: 'regulert til bevaring', en: 'regulated for conservation' },
    OPP: { nb: 'opphevet fredning', en: 'protection lifted' },
    FJE: { nb: 'fjernet', en: 'removed' },
    IKKE: { nb: 'ikke fredet', en: 'not protected' },
    IKKEV: { nb: 'ikke vernet', en: 'not safeguarded' },
  },
  { title: { nb: 'vernetype', en: 'protection' } },
);

/** How much a heritage object matters, where its register or plan says so. */
export const heritageImportance = oneOf(
  {
    national: { nb: 'nasjonal', en: 'national' },
    regional: { nb: 'regional', en: 'regional' },
    municipal: { nb: 'kommunal', en: 'municipal' },
  },
  {
    title: { nb: 'betydning', en: 'importance' },
    sourceValues: { lokal: 'municipal', local: 'municipal', kommunalt: 'municipal', nasjonalt: 'national' },
  },
);

/** Source names of the heritage register for site and monument. */
export const heritageNames = {
  name: ['navn', 'NAVN', 'lokalitetsnavn', 'kulturminnenavn'],
  // VERNTYPE is the SOSI name.
  protection: ['vernetype', 'VERNTYPE'],
  importance: ['betydning', 'verdi', 'VERDI'],
};

/**
 * Where the register (Askeladden, api.ra.no) writes the id of a site and of a monument. A monument carries its site's,
 * too, and shares it with the others there.
 */
export const siteIds = [
  'source_id',
  'kulturminneId',
  'lokalitetId',
  'lokalitetsnr',
  'lokalitetsnummer',
  'askeladdenId',
];
export const monumentIds = ['source_id', 'kulturminneId', 'enkeltminneId', 'askeladdenId'];
