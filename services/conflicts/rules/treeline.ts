import { aboveTheLine } from '../treeline/above-the-line.ts';
import { clear, conflict, review, rule } from '../judgement/rule.ts';
import { holidayHomes, newOrExtended } from '../judgement/subject.ts';

/** A millionth of a zone is rounding. */
const isWhole = (share: number) => share > 1 - 1e-6;

/**
 * No new or extended holiday homes above the treeline.
 * Where the line runs is uncertain, and which line is meant is a choice: red needs land that is certainly above it,
 * beyond its belt, by a line that was mapped or modelled, not derived, and that no other line contradicts.
 */
export const treelineRule = rule({
  id: 'treeline',
  title: { nb: 'Fritidsbolig over skoggrensen', en: 'Holiday homes above the treeline' },
  basis: 'guideline',
  guideline: {
    section: '6.2.4',
    text: 'For å sikre hensyn til natur- landskap og friluftsliv skal ikke nye og utvidede fritidsboligområder lokaliseres over skoggrensen',
  },
  judges: newOrExtended(holidayHomes),
  against: ['treeline'],
  helpedBy: ['elevation'],
  parameters: {
    minimum_area_m2: {
      default: 1000,
      unit: 'm²',
      min: 0,
      max: 1e8,
      why: {
        nb: 'ett dekar: under det er det en grense som drøftes, ikke et hyttefelt',
        en: 'one dekar: below that a boundary is being discussed, not a cabin area',
      },
    },
  },
  relation: aboveTheLine,
  verdict({ zone, above, isOver, certainlyAbove, linesDisagree, evidence }, { minimum_area_m2 }) {
    const { holidayHomes: homes } = zone.purpose;
    if (homes === 'unknown') return review(above > 0 ? 'unknown-purpose-above' : 'unknown-purpose');
    if (above === 0) return clear('below');
    if (linesDisagree) return review('lines-disagree');
    if (!evidence) return review(isOver ? 'no-certain-line' : 'in-belt');
    if (homes === 'may') return review('may-hold');
    if (certainlyAbove === 0) return review('in-belt');
    if (homes === 'quota')
      return isWhole(certainlyAbove / zone.area_m2) ? conflict('quota-wholly-above') : review('quota-partly');
    return certainlyAbove >= minimum_area_m2 ? conflict('certainly-above') : review('below-minimum');
  },
  reasons: {
    'certainly-above': {
      nb: '{red:daa} nytt eller utvidet fritidsboligareal ligger sikkert over skoggrensen.',
      en: '{red:daa} of new or extended holiday-home land lies certainly above the treeline.',
    },
    'quota-wholly-above': {
      nb: 'Hele området der et antall fritidsboliger er tillatt, ligger over skoggrensen.',
      en: 'The whole zone where a number of holiday homes is allowed lies above the treeline.',
    },
    'quota-partly': {
      nb: '{area:daa} av området der et antall fritidsboliger er tillatt, ligger over skoggrensen eller i beltet rundt den; antallet kan legges til resten.',
      en: '{area:daa} of the zone where a number of holiday homes is allowed lies above the treeline or in its belt; the number can be placed in the rest.',
    },
    'may-hold': {
      nb: '{area:daa} ligger over skoggrensen eller i beltet rundt den, og formålet kan romme fritidsboliger.',
      en: '{area:daa} lies above the treeline or in its belt, and the purpose may hold holiday homes.',
    },
    'below-minimum': {
      nb: '{red:daa} ligger sikkert over skoggrensen: mindre enn grensen for konflikt.',
      en: '{red:daa} lies certainly above the treeline: less than the limit for a conflict.',
    },
    'in-belt': {
      nb: '{area:daa} ligger i beltet der skoggrensen er usikker.',
      en: '{area:daa} lies in the belt where the treeline is uncertain.',
    },
    'no-certain-line': {
      nb: '{area:daa} ligger over skoggrensen slik den er kjent, eller i beltet rundt den, men linjen er ikke sikker nok til å gi konflikt.',
      en: '{area:daa} lies above the treeline as it is known, or in its belt, but the line is not certain enough to give a conflict.',
    },
    'lines-disagree': {
      nb: '{area:daa} ligger over skoggrensen etter én linje og under den etter en annen.',
      en: '{area:daa} lies above the treeline by one line and below it by another.',
    },
    'unknown-purpose': {
      nb: 'Formålskoden er ukjent; om området kan romme fritidsboliger, må avklares.',
      en: 'The purpose code is unknown; whether the zone may hold holiday homes has to be settled.',
    },
    'unknown-purpose-above': {
      nb: 'Formålskoden er ukjent, og {area:daa} ligger over skoggrensen eller i beltet rundt den.',
      en: 'The purpose code is unknown, and {area:daa} lies above the treeline or in its belt.',
    },
    below: {
      nb: 'Det nye eller utvidede arealet ligger under skoggrensen.',
      en: 'The new or extended land lies below the treeline.',
    },
  },
  remedy: {
    nb: 'Trekk grensen for området ned under skoggrensen og beltet der den er usikker: ta ut {area:daa}.',
    en: "Draw the zone's border below the treeline and the belt where it is uncertain: take out {area:daa}.",
  },
});
