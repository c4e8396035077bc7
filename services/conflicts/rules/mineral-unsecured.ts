import { mineralResource } from '../../../layers/mineral-resource.ts';
import { pointRadius } from '../measurement/limits.ts';
import { clear, conflict, review } from '../judgement/rule.ts';
import { isMasterPlan, securingRule } from '../judgement/securing-rule.ts';

/** Resources that the guideline is about; one that nobody has assessed may be. */
const weighty = new Set(['international', 'national', 'regional']);

/** Master plans secure mineral resources of national and regional importance. */
export const mineralUnsecured = securingRule({
  id: 'mineral-unsecured',
  title: { nb: 'Mineralressurser uten sikring', en: 'Mineral resources left unsecured' },
  basis: 'guideline',
  guideline: {
    section: '6.2.5',
    text: 'Kjente geologiske ressurser av nasjonal og regional betydning skal sikres for framtidig uttak i kommuneplanens arealdel. Kommunene skal bruke tilgjengelig kunnskapsgrunnlag og avsette slike forekomster som arealformål eller hensynssoner som sikrer ressursene og hindrer nedbygging eller arealbruk som forringer uttaksmuligheten',
  },
  judges: { title: { nb: 'mineralressurser i kommuneplaner', en: 'mineral resources in master plans' } },
  against: ['mineral-resource'],
  helpedBy: ['building'],
  layers: [mineralResource],
  parameters: {
    point_radius_m: pointRadius,
    buildable_share: {
      default: 0.05,
      unit: 'andel',
      min: 0,
      max: 1,
      why: {
        nb: 'så stor del av ressursen kan bli byggegrunn før den regnes som tapt',
        en: 'so much of a resource may become building land before it counts as lost',
      },
    },
  },
  duty: (plan) => (isMasterPlan(plan) ? 'firm' : 'none'),
  securing({ properties: { registration, importance } }) {
    if (registration === 'province') return null;
    const means = { by: [590], weaklyBy: [], lay: 590, overHouses: false };
    if (weighty.has(String(importance))) return means;
    return importance === 'not-assessed' || importance === null ? { ...means, atMostReview: true } : null;
  },
  securedBy: ({ securesMineral }) => securesMineral,
  weaklySecuredBy: () => false,
  verdict(facts, { buildable_share = 0 }) {
    if (facts.resource.point) return facts.share_secured > 0 ? clear('secured') : review('point-unsecured');
    if (facts.allBuilt) return clear('all-built');
    if (facts.shareNewlyBuildable > buildable_share) return conflict('newly-buildable');
    if (facts.shareNewlyBuildable > 0) return review('little-newly-buildable');
    if (facts.buildableBefore_m2 > 0) return review('buildable-before');
    if (facts.open_m2 > 0) return review('open');
    return facts.contradicted ? review('contradicted') : clear('secured');
  },
  reasons: {
    'newly-buildable': {
      nb: 'Planen gir mer av ressursen til ny bygging enn grensen, og sikrer ikke den delen.',
      en: 'The plan gives more of the resource to new building than the limit, and does not secure that part.',
    },
    'little-newly-buildable': {
      nb: 'Planen gir en liten del av ressursen til ny bygging.',
      en: 'The plan gives a small part of the resource to new building.',
    },
    'buildable-before': {
      nb: 'En del av ressursen var gitt til bygging fra før og er ikke bebygd.',
      en: 'Part of the resource was given to building before and is not built.',
    },
    open: {
      nb: 'Ressursen er ikke sikret: den ligger i areal uten råstoffutvinning som formål og uten hensynssone H590.',
      en: 'The resource is not secured: it lies in land without extraction as purpose and without consideration zone H590.',
    },
    contradicted: {
      nb: 'Hensynssone H590 sikrer ressursen, men ligger over areal der planen åpner for bygging: de to motsier hverandre.',
      en: 'Consideration zone H590 secures the resource but lies over land where the plan allows building: the two contradict each other.',
    },
    'point-unsecured': {
      nb: 'Ressursen er registrert som et punkt som ikke ligger i en sone som sikrer den.',
      en: 'The resource is registered as a point that lies in no zone that secures it.',
    },
    'all-built': {
      nb: 'Alt av ressursen som ligger i planen, er bebygd fra før: det er ikke noe igjen å sikre.',
      en: 'All of the resource that lies in the plan is built on already: there is nothing left to secure.',
    },
    secured: { nb: 'Ressursen er sikret i planen.', en: 'The resource is secured in the plan.' },
    'none-known': {
      nb: 'Ingen kjente mineralressurser av nasjonal eller regional betydning i planen.',
      en: 'No known mineral resources of national or regional importance in the plan.',
    },
  },
  remedy: {
    nb: 'Legg hensynssone H{lay} på det som ikke er sikret ({missing:daa}), eller gi det formål råstoffutvinning.',
    en: 'Lay consideration zone H{lay} on what is not secured ({missing:daa}), or give it extraction as purpose.',
  },
  remedyFor: {
    contradicted: {
      nb: 'Ta ut formålet som åpner for bygging, der hensynssone H590 ligger, eller vis hvilken av dem som gjelder.',
      en: 'Take out the purpose that allows building where consideration zone H590 lies, or show which of the two holds.',
    },
  },
});
