import { mineralResource } from '../../../layers/mineral-resource.ts';
import { landOnFeatures, type OnFeatures } from '../measurement/land-on-features.ts';
import { pointRadius } from '../measurement/limits.ts';
import { say } from '../judgement/message.ts';
import { clear, conflict, review, rule } from '../judgement/rule.ts';
import { buildingLand, newOrExtended } from '../judgement/subject.ts';

/** Resources whose importance makes building on them a conflict. */
const weighty = new Set(['international', 'national', 'regional']);
/** Looked at and found to matter little: no hit. */
const slight = new Set(['local', 'small', 'none']);

/** No building on mineral resources of national or regional importance. */
export const mineralBuiltOver = rule<OnFeatures, 'point_radius_m'>({
  id: 'mineral-built-over',
  title: { nb: 'Bygging på mineralressurser', en: 'Building on mineral resources' },
  basis: 'guideline',
  guideline: {
    section: '6.2.5',
    text: 'Kjente geologiske ressurser av nasjonal og regional betydning skal sikres for framtidig uttak i kommuneplanens arealdel. Kommunene skal bruke tilgjengelig kunnskapsgrunnlag og avsette slike forekomster som arealformål eller hensynssoner som sikrer ressursene og hindrer nedbygging eller arealbruk som forringer uttaksmuligheten',
  },
  judges: newOrExtended(buildingLand),
  against: ['mineral-resource'],
  parameters: { point_radius_m: pointRadius },
  relation: {
    async measure(given) {
      const facts = await landOnFeatures(given, {
        layers: [mineralResource],
        near_m: null,
        sort({ point, properties: { importance, registration } }) {
          if (registration === 'province' || slight.has(String(importance))) return 'named';
          return point
            ? { red: false, near: given.parameters.point_radius_m }
            : { red: weighty.has(String(importance)) };
        },
      });
      for (const each of facts.values())
        for (const { id, properties } of each.named)
          each.remarks.push(
            say(properties['registration'] === 'province' ? 'province' : 'slight', {
              id: String(properties['name'] ?? id),
            }),
          );
      return facts;
    },
    texts: {
      province: {
        nb: 'Området ligger i mineralprovinsen {id}; den er ikke en avgrenset forekomst.',
        en: 'The zone lies in the mineral province {id}, which is no bounded resource.',
      },
      slight: {
        nb: 'Området ligger på {id}, som er vurdert til lokal, liten eller ingen betydning.',
        en: 'The zone lies on {id}, which was found to be of local, small or no importance.',
      },
    },
  },
  verdict({ zone, on, onRed, near }) {
    if (on === 0) return near ? review('near-point') : clear('outside');
    if (zone.purpose.allowsBuilding === null) return review('unknown-purpose');
    if (onRed > 0) return conflict('on-resource');
    return review('not-assessed-importance');
  },
  reasons: {
    'on-resource': {
      nb: '{red:daa} nytt eller utvidet byggeområde ligger på en mineralressurs av regional, nasjonal eller internasjonal betydning.',
      en: '{red:daa} of new or extended building land lies on a mineral resource of regional, national or international importance.',
    },
    'not-assessed-importance': {
      nb: '{area:daa} ligger på en mineralressurs som ingen har vurdert betydningen av.',
      en: '{area:daa} lies on a mineral resource whose importance nobody has assessed.',
    },
    'near-point': {
      nb: 'En mineralressurs som er registrert som punkt, ligger så nær at den kan strekke seg inn i området.',
      en: 'A mineral resource registered as a point lies so near that it may reach into the zone.',
    },
    'unknown-purpose': {
      nb: '{area:daa} ligger på en mineralressurs. Formålskoden er ukjent; om den åpner for bygging, må avklares.',
      en: '{area:daa} lies on a mineral resource. The purpose code is unknown; whether it allows building has to be settled.',
    },
    outside: {
      nb: 'Det nye eller utvidede arealet ligger ikke på kjente mineralressurser av betydning.',
      en: 'The new or extended land lies on no known mineral resource of importance.',
    },
  },
  remedy: {
    nb: 'Trekk byggeområdet ut av forekomsten ({area:daa}), eller sikre den med formål råstoffutvinning eller hensynssone H590.',
    en: 'Draw the building land off the resource ({area:daa}), or secure it with extraction as purpose or consideration zone H590.',
  },
  remedyFor: {
    'near-point': {
      nb: 'Få ressursens utstrekning avklart (NGU, Direktoratet for mineralforvaltning) før området tas inn i planen.',
      en: 'Have the extent of the resource settled (Geological Survey, Directorate of Mining) before the zone enters the plan.',
    },
  },
});
