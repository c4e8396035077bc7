import { businessLandAround, type BusinessLand } from '../surroundings/business-land.ts';
import { largeArea } from '../measurement/limits.ts';
import { accessDistance } from '../surroundings/roads-around.ts';
import { clear, review, rule } from '../judgement/rule.ts';
import { businessLand, largeNew } from '../judgement/subject.ts';

/** Large business areas are seen across municipal borders and as a whole. */
export const businessLocation = rule<BusinessLand, 'large_area_m2' | 'business_m' | 'access_m'>({
  id: 'business-location',
  title: { nb: 'Lokalisering av større næringsområder', en: 'Where large business areas lie' },
  basis: 'strategy',
  guideline: {
    section: '6.2.3',
    text: 'Utvikling av større næringsområder må ses på tvers av kommunegrenser og ut fra helhetlig perspektiv …',
  },
  judges: largeNew(businessLand, 'large_area_m2'),
  against: ['road-link', 'grid-point', 'land-cover'],
  helpedBy: [
    ...['contiguous-nature', 'nature-type', 'protected-area', 'recreation-area'],
    ...['zoning', 'plan', 'building', 'holiday-home', 'dwelling'],
  ],
  parameters: {
    large_area_m2: largeArea,
    business_m: {
      default: 10_000,
      unit: 'm',
      min: 0,
      max: 20_000,
      why: {
        nb: 'så nær er ledig næringsareal et alternativ til det nye, også over en kommunegrense',
        en: 'so near, free business land is an alternative to the new, across a municipal border too',
      },
    },
    access_m: accessDistance,
  },
  relation: {
    measure: (given) => businessLandAround(given, given.parameters.business_m),
    texts: {
      'main-road': {
        nb: 'Til nærmeste europa- eller riksveg ({road}): {minutes:min} med bil, {distance:km}.',
        en: 'To the nearest European or national road ({road}): {minutes:min} by car, {distance:km}.',
      },
      'main-road-far': {
        nb: 'Ingen europa- eller riksveg innen 60 minutter med bil i området rundt planen.',
        en: 'No European or national road within 60 minutes by car in the land around the plan.',
      },
      'main-road-not-tied': {
        nb: 'Kjøretiden til en hovedveg er ikke kjent: vegen ved arealet henger i dataene ikke sammen med noen europa- eller riksveg.',
        en: 'The drive to a main road is not known: in the data, the road at the land is not tied to any European or national road.',
      },
      'no-road': {
        nb: 'Kjøretiden til en hovedveg er ikke kjent: ingen veg i dataene ligger innen {distance:m}.',
        en: 'The drive to a main road is not known: no road in the data lies within {distance:m}.',
      },
      'grid-power': {
        nb: 'Nærmeste transformatorstasjon: {name}, {distance:km}; oppgitt ledig effekt {mw:MW} ({date}).',
        en: 'Nearest transformer station: {name}, {distance:km}; stated free power {mw:MW} ({date}).',
      },
      'grid-point': {
        nb: 'Nærmeste transformatorstasjon: {name}, {distance:km}; ledig effekt er ikke oppgitt.',
        en: 'Nearest transformer station: {name}, {distance:km}; free power is not stated.',
      },
      'no-grid-point': {
        nb: 'Det er ingen transformatorstasjon i dataene.',
        en: 'There is no transformer station in the data.',
      },
      'land-taken': {
        nb: 'Tar {farmland:daa} jordbruksareal, {forest:daa} skog, {mire:daa} myr og {open:daa} åpen mark (arealdekke {years}).',
        en: 'Takes {farmland:daa} of farmland, {forest:daa} of forest, {mire:daa} of mire and {open:daa} of open land (land cover {years}).',
      },
      'land-taken-part': {
        nb: 'Tar {farmland:daa} jordbruksareal, {forest:daa} skog, {mire:daa} myr og {open:daa} åpen mark (arealdekke {years}) av det som er kartlagt; {unmapped:daa} er ikke kartlagt.',
        en: 'Takes {farmland:daa} of farmland, {forest:daa} of forest, {mire:daa} of mire and {open:daa} of open land (land cover {years}) of what is mapped; {unmapped:daa} is not mapped.',
      },
      'land-unknown': {
        nb: 'Hva arealet tar av jordbruksareal og natur, er ikke kjent: arealdekket er ikke kartlagt her.',
        en: 'What the land takes of farmland and nature is not known: land cover is not mapped here.',
      },
      'no-nature': { nb: 'Ikke noe av arealet er kartlagt som {kinds}.', en: 'None of the land is mapped as {kinds}.' },
      'nature-not-mapped': {
        nb: 'Om arealet tar {kinds}, er ikke kjent: dataene dekker ikke hele arealet.',
        en: 'Whether the land takes {kinds} is not known: the data do not cover all of it.',
      },
      'nature-taken': { nb: '{area:daa} er kartlagt som {kinds}.', en: '{area:daa} is mapped as {kinds}.' },
      'nature-unknown': {
        nb: 'Om arealet tar kartlagt natur, er ikke kjent: slike lag er ikke lastet inn.',
        en: 'Whether the land takes mapped nature is not known: no such layers are loaded.',
      },
      'business-reserve': {
        nb: 'Næringsareal innen {distance:km}: {unbuilt:daa} ubebygd og {grey:daa} bebygd (grått) areal (områder: {count}).',
        en: 'Business land within {distance:km}: {unbuilt:daa} unbuilt and {grey:daa} built (grey) (areas: {count}).',
      },
      'business-there': {
        nb: 'Næringsareal innen {distance:km}: {area:daa} (områder: {count}). Hvor mye som er ubebygd, er ikke kjent: data om bygninger mangler eller dekker ikke alt.',
        en: 'Business land within {distance:km}: {area:daa} (areas: {count}). How much is unbuilt is not known: data on buildings are missing or do not cover all of it.',
      },
      'no-business': {
        nb: 'Ingen plan i kraft gir næringsareal innen {distance:km}.',
        en: 'No plan in force gives business land within {distance:km}.',
      },
      'no-known-business': {
        nb: 'Ingen kjente planer i kraft gir næringsareal innen {distance:km}; plandataene dekker ikke alt innen den avstanden.',
        en: 'No known plan in force gives business land within {distance:km}; the plan data do not cover all land so near.',
      },
      'business-unknown': {
        nb: 'Hvilket næringsareal som finnes innen {distance:km}, er ikke kjent: det er ikke lastet inn planer.',
        en: 'Which business land there is within {distance:km} is not known: no plans are loaded.',
      },
    },
  },
  verdict: ({ known }) => (known ? review('large') : clear('not-known')),
  reasons: {
    large: {
      nb: 'Et stort nytt næringsområde: lokaliseringen ses på tvers av kommunegrensene og som helhet.',
      en: 'A large new business area: where it lies is seen across municipal borders and as a whole.',
    },
    'not-known': {
      nb: 'Det som skal veies, er ikke kjent.',
      en: 'What is to be weighed is not known.',
    },
  },
  remedy: {
    nb: 'Vis i planen hvorfor ledig og grått næringsareal i regionen ikke dekker behovet, og avklar med nabokommunene.',
    en: 'Show in the plan why free and grey business land in the region does not meet the need, and settle it with the neighbouring municipalities.',
  },
});
