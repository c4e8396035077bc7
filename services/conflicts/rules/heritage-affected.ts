import { heritageEnvironment } from '../../../layers/heritage-environment.ts';
import { heritageMonument } from '../../../layers/heritage-monument.ts';
import { heritageSite } from '../../../layers/heritage-site.ts';
import type { ConstraintFeature } from '../measurement/features-near.ts';
import { landOnFeatures, type OnFeatures, type Sorted } from '../measurement/land-on-features.ts';
import { near } from '../measurement/limits.ts';
import { say } from '../judgement/message.ts';
import { clear, conflict, review, rule } from '../judgement/rule.ts';
import { buildingLand, newOrExtended } from '../judgement/subject.ts';

/** Codes by which a register says that a site is not protected (any more): no hit where it has no importance either. */
const unprotected = new Set(['IKKE', 'IKKEV', 'FJE', 'OPP']);
/** Consideration zones that take care of a protected site: conservation, and restriction by the Heritage Act. */
const sheltering = new Set([570, 730]);

/** Building heeds protected and worthy heritage. */
export const heritageAffected = rule<OnFeatures, 'near_m' | 'security_zone_m'>({
  id: 'heritage-affected',
  title: { nb: 'Bygging ved kulturminner og kulturmiljøer', en: 'Building at heritage sites and environments' },
  basis: 'guideline',
  guideline: {
    section: '6.2.2',
    text: 'Nye utbyggingstiltak skal ta hensyn til, og tilpasses, fredete og verneverdige kulturminner, kulturmiljøer og kulturlandskap',
  },
  judges: newOrExtended(buildingLand),
  against: ['heritage-site', 'heritage-monument', 'heritage-environment'],
  parameters: {
    near_m: near(50),
    security_zone_m: {
      default: 5,
      unit: 'm',
      min: 0,
      max: 100,
      why: {
        nb: 'sikringssonen rundt et automatisk fredet kulturminne etter kulturminneloven § 6',
        en: 'the security zone round an automatically protected monument by the Heritage Act, section 6',
      },
    },
  },
  relation: {
    async measure(given) {
      const facts = await landOnFeatures(given, {
        layers: [heritageSite, heritageMonument, heritageEnvironment],
        near_m: given.parameters.near_m,
        shelters: given.considerations.filter(({ code }) => sheltering.has(code)).map(({ geom }) => geom),
        sort: (feature) => sortHeritage(feature, given.parameters.security_zone_m),
      });
      for (const each of facts.values())
        for (const { id, properties } of each.named)
          each.remarks.push(
            say('not-protected', {
              name: String(properties['name'] ?? id),
              protection: String(properties['protection']),
            }),
          );
      return facts;
    },
    texts: {
      'not-protected': {
        nb: 'Området ligger på {name}, som registeret fører som ikke fredet eller fjernet ({protection}).',
        en: 'The zone lies on {name}, which the register has as not protected or removed ({protection}).',
      },
    },
  },
  verdict({ zone, on, onRed, meetsRed, near: isNear }) {
    if (on === 0) return isNear ? review('near') : clear('none-known');
    if (zone.purpose.allowsBuilding === null) return review('unknown-purpose');
    if (onRed > 0) return conflict('on-protected');
    return review(meetsRed ? 'protected-in-zone' : 'on-heritage');
  },
  reasons: {
    'on-protected': {
      nb: '{red:daa} nytt eller utvidet byggeområde ligger på automatisk fredete kulturminner eller i sikringssonen rundt dem, utenfor hensynssone 570 og 730.',
      en: '{red:daa} of new or extended building land lies on automatically protected heritage or in its security zone, outside consideration zones 570 and 730.',
    },
    'protected-in-zone': {
      nb: '{area:daa} ligger på automatisk fredete kulturminner, innenfor hensynssone 570 eller 730.',
      en: '{area:daa} lies on automatically protected heritage, within consideration zone 570 or 730.',
    },
    'on-heritage': {
      nb: '{area:daa} ligger på kulturminner eller kulturmiljøer som er fredet på annen måte, verneverdige eller uavklart.',
      en: '{area:daa} lies on heritage that is protected otherwise, worthy of protection, or unsettled.',
    },
    near: {
      nb: 'Området ligger {distance:m} fra et kulturminne eller kulturmiljø.',
      en: 'The zone lies {distance:m} from a heritage site or environment.',
    },
    'unknown-purpose': {
      nb: '{area:daa} ligger på kulturminner. Formålskoden er ukjent; om den åpner for bygging, må avklares.',
      en: '{area:daa} lies on heritage. The purpose code is unknown; whether it allows building has to be settled.',
    },
    'none-known': {
      nb: 'Ingen kjente kulturminner i eller ved det nye arealet; undersøkelsesplikten gjelder (kulturminneloven § 9).',
      en: 'No known heritage in or near the new land; the duty to investigate holds (Heritage Act, section 9).',
    },
  },
  remedy: {
    nb: 'Trekk byggeområdet ut av kulturminnet og sikringssonen ({area:daa}), eller legg hensynssone H570 eller H730 på det.',
    en: 'Draw the building land out of the site and its security zone ({area:daa}), or lay consideration zone H570 or H730 on it.',
  },
  remedyFor: {
    near: {
      nb: 'Vis i planen hvordan bebyggelsen tilpasses kulturminnet, og hør kulturminnemyndigheten i fylkeskommunen.',
      en: 'Show in the plan how building is fitted to the heritage, and hear the heritage authority of the county.',
    },
  },
});

const isAutomatic = ({ properties }: ConstraintFeature): boolean => properties['protection'] === 'AUT';

function sortHeritage(feature: ConstraintFeature, securityZone: number): Sorted | 'named' {
  const { layer, properties } = feature;
  if (layer === 'heritage-environment') return { red: false };
  if (isAutomatic(feature)) return { red: true, ...(layer === 'heritage-monument' && { width: securityZone }) };
  const isNothing = unprotected.has(String(properties['protection'])) && properties['importance'] === null;
  return isNothing ? 'named' : { red: false };
}
