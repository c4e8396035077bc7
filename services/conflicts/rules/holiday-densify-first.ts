import { holidayReserve } from '../surroundings/holiday-reserve.ts';
import type { Reserve } from '../surroundings/reserve.ts';
import { review, rule } from '../judgement/rule.ts';
import { holidayHomes, newOrExtended } from '../judgement/subject.ts';

/** Holiday homes are built in the areas that are there before new areas are opened. */
export const holidayDensifyFirst = rule<Reserve, 'existing_m'>({
  id: 'holiday-densify-first',
  title: { nb: 'Fortetting av hytteområder først', en: 'Existing holiday-home areas first' },
  basis: 'strategy',
  guideline: {
    section: '6.2.4',
    text: 'I hovedsak fortettes i eksisterende fritidsboligområder, før det legges til rette for nye områder, og som unngår å bryte opp større sammenhengende naturområder eller bygger ned viktige grønnkorridorer og trekkruter',
  },
  judges: newOrExtended(holidayHomes),
  against: ['zoning'],
  helpedBy: ['plan', 'building', 'holiday-home', 'dwelling'],
  parameters: {
    existing_m: {
      default: 5000,
      unit: 'm',
      min: 0,
      max: 20_000,
      why: {
        nb: 'så nær er et eksisterende hytteområde et alternativ til det nye',
        en: 'so near, an existing holiday-home area is an alternative to the new one',
      },
    },
  },
  relation: {
    measure: (given) => holidayReserve(given, given.parameters.existing_m),
    texts: {
      reserve: {
        nb: 'Ubebygd i eksisterende fritidsboligområder innen {distance:m}: {area:daa} (områder: {count}).',
        en: 'Unbuilt in existing holiday-home areas within {distance:m}: {area:daa} (areas: {count}).',
      },
      'reserve-unknown': {
        nb: 'Hvor mye som er ubebygd der, er ikke kjent: data om bygninger mangler eller dekker ikke alt.',
        en: 'How much is unbuilt there is not known: data on buildings are missing or do not cover all of it.',
      },
    },
  },
  verdict({ areas, distance_m, lookedAround }) {
    if (areas === 0) return review(lookedAround ? 'none-near' : 'none-known');
    return review(distance_m === 0 ? 'extension' : 'new-area');
  },
  reasons: {
    'new-area': {
      nb: 'Nytt fritidsboligareal {distance:m} fra et eksisterende fritidsboligområde: fortetting der kommer først.',
      en: 'New holiday-home land {distance:m} from an existing holiday-home area: building there comes first.',
    },
    extension: {
      nb: 'Arealet utvider et eksisterende fritidsboligområde: fortetting innenfor det kommer først.',
      en: 'The land extends an existing holiday-home area: building within it comes first.',
    },
    'none-near': {
      nb: 'Nytt fritidsboligareal uten et eksisterende fritidsboligområde i nærheten.',
      en: 'New holiday-home land without an existing holiday-home area nearby.',
    },
    'none-known': {
      nb: 'Nytt fritidsboligareal. Ingen kjente fritidsboligområder i nærheten; plandataene dekker ikke alt landet rundt.',
      en: 'New holiday-home land. No known holiday-home area nearby; the plan data do not cover all the land around.',
    },
  },
  remedy: {
    nb: 'Vis i planen hvorfor behovet ikke kan dekkes ved fortetting i eksisterende områder, eller ta området ut.',
    en: 'Show in the plan why the need cannot be met in existing areas, or take the zone out.',
  },
});
