import { contiguousNature } from '../../../layers/contiguous-nature.ts';
import { natureCorridor } from '../../../layers/nature-corridor.ts';
import { recreationArea } from '../../../layers/recreation-area.ts';
import { cutCorridors, type Cuts } from '../measurement/cut-corridors.ts';
import type { ConstraintFeature } from '../measurement/features-near.ts';
import { landOnFeatures, type OnFeatures } from '../measurement/land-on-features.ts';
import { minimumArea, near } from '../measurement/limits.ts';
import { clear, conflict, review, rule } from '../judgement/rule.ts';
import { holidayHomes, newOrExtended } from '../judgement/subject.ts';

/** Recreation areas that a guideline of the region is about. */
const weighty = new Set(['national', 'regional']);

/** Holiday homes keep off contiguous nature, recreation areas and the corridors between them. */
export const natureAreas = rule<OnFeatures & Cuts, 'minimum_area_m2' | 'near_m'>({
  id: 'nature-areas',
  title: { nb: 'Fritidsbolig i natur- og friluftsområder', en: 'Holiday homes in nature and recreation areas' },
  basis: 'guideline',
  guideline: {
    section: '6.2.4',
    text: 'Fritidsboligområder skal avgrenses i arealplaner slik at regionale friluftsområder, og større sammenhengende naturområder og forbindelser mellom disse, ivaretas',
  },
  judges: newOrExtended(holidayHomes),
  against: ['contiguous-nature', 'nature-corridor', 'recreation-area'],
  parameters: { minimum_area_m2: minimumArea, near_m: near(100) },
  relation: {
    async measure(given) {
      const cutting = await cutCorridors(given, given.parameters.minimum_area_m2);
      const measured = new Map<number, OnFeatures & Cuts>();
      for (const cuts of [true, false]) {
        const zones = given.zones.filter(({ index }) => cutting.has(index) === cuts);
        if (zones.length === 0) continue;
        const facts = await landOnFeatures(
          { ...given, zones },
          {
            layers: [contiguousNature, natureCorridor, recreationArea],
            near_m: given.parameters.near_m,
            sort: (feature) => ({ red: isWeighty(feature) || (cuts && isCorridor(feature)) }),
          },
        );
        for (const [zone, each] of facts) measured.set(zone, { ...each, cuts: cuts && each.met.some(isCorridor) });
      }
      return measured;
    },
    texts: {},
  },
  verdict({ zone, on, onRed, cuts, near: isNear }, { minimum_area_m2 }) {
    const { holidayHomes: homes } = zone.purpose;
    const isCertain = homes === 'certain';
    if (homes === 'unknown' && (on > 0 || isNear)) return review('unknown-purpose');
    if (cuts) return isCertain ? conflict('cut-through') : review('may-cut-through');
    if (onRed >= minimum_area_m2) return isCertain ? conflict('on-nature') : review('may-hold');
    if (on > 0) return review(onRed > 0 ? 'below-minimum' : 'lesser-value');
    return isNear ? review('near') : clear('outside');
  },
  reasons: {
    'on-nature': {
      nb: '{red:daa} nytt eller utvidet fritidsboligareal ligger i sammenhengende natur eller et friluftsområde av regional eller nasjonal verdi.',
      en: '{red:daa} of new or extended holiday-home land lies in contiguous nature or in a recreation area of regional or national value.',
    },
    'cut-through': {
      nb: 'Området deler en naturkorridor i to ({area:daa} ligger i den).',
      en: 'The zone parts a nature corridor in two ({area:daa} of it lies there).',
    },
    'may-cut-through': {
      nb: 'Området deler en naturkorridor i to, og formålet kan romme fritidsboliger.',
      en: 'The zone parts a nature corridor in two, and the purpose may hold holiday homes.',
    },
    'may-hold': {
      nb: '{area:daa} ligger i natur- eller friluftsområder, og formålet kan romme fritidsboliger.',
      en: '{area:daa} lies in nature or recreation areas, and the purpose may hold holiday homes.',
    },
    'below-minimum': {
      nb: '{red:daa} ligger i sammenhengende natur eller et viktig friluftsområde: mindre enn grensen for konflikt.',
      en: '{red:daa} lies in contiguous nature or an important recreation area: less than the limit for a conflict.',
    },
    'lesser-value': {
      nb: '{area:daa} ligger i en naturkorridor eller et friluftsområde uten regional eller nasjonal verdi.',
      en: '{area:daa} lies in a nature corridor or a recreation area without regional or national value.',
    },
    near: {
      nb: 'Området ligger {distance:m} fra et natur- eller friluftsområde.',
      en: 'The zone lies {distance:m} from a nature or recreation area.',
    },
    'unknown-purpose': {
      nb: 'Formålskoden er ukjent; om området kan romme fritidsboliger, må avklares.',
      en: 'The purpose code is unknown; whether the zone may hold holiday homes has to be settled.',
    },
    outside: {
      nb: 'Det nye eller utvidede arealet ligger utenfor natur- og friluftsområdene.',
      en: 'The new or extended land lies outside the nature and recreation areas.',
    },
  },
  remedy: {
    nb: 'Trekk grensen for området ut av natur- og friluftsområdene: ta ut {area:daa}.',
    en: "Draw the zone's border out of the nature and recreation areas: take out {area:daa}.",
  },
  remedyFor: {
    near: {
      nb: 'Undersøk om bygging og ferdsel virker inn i natur- eller friluftsområdet, og hold avstand i bestemmelsene om det gjør det.',
      en: 'Find out whether building and traffic reach into the nature or recreation area, and keep a distance in the provisions if they do.',
    },
  },
});

const isWeighty = ({ layer, properties: { value } }: ConstraintFeature): boolean =>
  layer === 'contiguous-nature' || (layer === 'recreation-area' && weighty.has(String(value)));

/** Red where it is cut through, whatever the size of the cut. */
const isCorridor = ({ layer }: ConstraintFeature): boolean => layer === 'nature-corridor';
