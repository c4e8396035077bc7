import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import type { Parameter } from '../judgement/parameter.ts';
import { accessDistance } from '../surroundings/roads-around.ts';
import { clear, review, rule } from '../judgement/rule.ts';
import { newOrExtended, townLand } from '../judgement/subject.ts';
import { coordinationZones, type FarParameter } from '../surroundings/far-from-centre.ts';
import { wayToCentre, type WayToCentre } from '../surroundings/way-to-centre.ts';

/** How far is far, where the need for coordination is so. */
const farWhere = (km: number, nb: string, en: string): Parameter => ({
  default: km,
  unit: 'km',
  min: 0,
  max: 20,
  why: {
    nb: `avstand langs veg der behovet for samordning er ${nb}`,
    en: `by road, where the need for coordination is ${en}`,
  },
});

const limitWhere = (nb: string, en: string): Bilingual => ({
  nb: `Behovet for samordning er ${nb}: {need} av 5 på det meste av arealet (samordningssoner for bolig, datasett {dataset}). Langt er mer enn {distance:km} langs veg fra nærmeste sentrumssone eller kollektivknutepunkt.`,
  en: `The need for coordination is ${en}: {need} of 5 on most of the land (coordination zones for housing, dataset {dataset}). Far is more than {distance:km} by road from the nearest centre zone or transit hub.`,
});

/** Built areas, and land in and near centres and hubs, come before land farther out. */
export const densifyFirst = rule<WayToCentre, FarParameter | 'access_m'>({
  id: 'densify-first',
  title: { nb: 'Fortetting i og nær sentra og knutepunkter først', en: 'In and near centres and hubs first' },
  basis: 'strategy',
  guideline: {
    section: '6.2.1',
    text: 'Fortette og transformere bebygde områder før vi bygger ut nye arealer, og utvikle områder i og nær sentra og knutepunkter før områder som ligger mindre sentralt',
  },
  judges: newOrExtended(townLand),
  against: ['road-link', 'centre-zone', 'transit-hub'],
  helpedBy: [coordinationZones],
  parameters: {
    far_km: {
      default: 2,
      unit: 'km',
      min: 0,
      max: 20,
      why: {
        nb: 'avstand langs veg der behovet for samordning ikke er kjent',
        en: 'by road, where the need for coordination is not known',
      },
    },
    far_high_km: farWhere(1, 'høyt (4–5)', 'high (4–5)'),
    far_middle_km: farWhere(2, 'middels (3)', 'middle (3)'),
    far_low_km: farWhere(5, 'lavt (1–2)', 'low (1–2)'),
    access_m: accessDistance,
  },
  relation: {
    measure: wayToCentre,
    texts: {
      limit: {
        nb: 'Behovet for samordning er ikke kjent her. Langt er mer enn {distance:km} langs veg fra nærmeste sentrumssone eller kollektivknutepunkt.',
        en: 'The need for coordination is not known here. Far is more than {distance:km} by road from the nearest centre zone or transit hub.',
      },
      'limit-high': limitWhere('høyt', 'high'),
      'limit-middle': limitWhere('middels', 'middle'),
      'limit-low': limitWhere('lavt', 'low'),
      'centre-zone': {
        nb: 'Nærmeste sentrumssone langs veg: {name}, {distance:km}. Korteste kjøretid: {minutes:min} ({quickest}).',
        en: 'Nearest centre zone by road: {name}, {distance:km}. Shortest drive: {minutes:min} ({quickest}).',
      },
      'transit-hub': {
        nb: 'Nærmeste kollektivknutepunkt langs veg: {name}, {distance:km}. Korteste kjøretid: {minutes:min} ({quickest}).',
        en: 'Nearest transit hub by road: {name}, {distance:km}. Shortest drive: {minutes:min} ({quickest}).',
      },
    },
  },
  verdict({ distance_m, far_m, known, road, tied }) {
    if (distance_m !== null && distance_m <= far_m) return clear('near');
    if (!known) return clear('not-known');
    if (distance_m !== null) return review('far');
    if (!road) return review('no-road');
    return review(tied ? 'beyond' : 'not-tied');
  },
  reasons: {
    near: {
      nb: 'Arealet ligger {distance:km} langs veg fra en sentrumssone eller et kollektivknutepunkt.',
      en: 'The land lies {distance:km} by road from a centre zone or a transit hub.',
    },
    far: {
      nb: 'Nytt areal {distance:km} langs veg fra nærmeste sentrumssone eller kollektivknutepunkt: mer sentrale områder kommer først.',
      en: 'New land {distance:km} by road from the nearest centre zone or transit hub: more central land comes first.',
    },
    beyond: {
      nb: 'Ingen sentrumssone og ikke noe kollektivknutepunkt ligger innen 20 km langs veg: mer sentrale områder kommer først.',
      en: 'No centre zone and no transit hub lies within 20 km by road: more central land comes first.',
    },
    'no-road': {
      nb: 'Ingen veg i dataene går så nær at avstanden langs veg kan måles.',
      en: 'No road in the data runs near enough for the distance by road to be measured.',
    },
    'not-tied': {
      nb: 'Vegen ved arealet henger i dataene ikke sammen med noen veg til en sentrumssone eller et kollektivknutepunkt; avstanden kan ikke måles.',
      en: 'In the data, the road at the land is not tied to any road to a centre zone or a transit hub; the distance cannot be measured.',
    },
    'not-known': {
      nb: 'Det er ikke kjent om en sentrumssone eller et kollektivknutepunkt ligger nærmere.',
      en: 'It is not known whether a centre zone or a transit hub lies nearer.',
    },
  },
  remedy: {
    nb: 'Vis i planen hvorfor behovet ikke kan dekkes ved fortetting og transformasjon mer sentralt, eller ta området ut.',
    en: 'Show in the plan why the need cannot be met by building more centrally, or take the zone out.',
  },
});
