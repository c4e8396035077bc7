import { heritageEnvironment } from '../../../layers/heritage-environment.ts';
import { heritageSite } from '../../../layers/heritage-site.ts';
import { clear, conflict, review } from '../judgement/rule.ts';
import { isMasterPlan, securingRule } from '../judgement/securing-rule.ts';

/** Purposes that protect a heritage environment without a consideration zone: 5600 of both object types of 2008. */
const protectingPurpose = 5600;

/** Sites that are important: so far as their register says. */
const important = new Set(['national', 'regional']);

/** Protection by the Heritage Act: such a site is restricted (730), not only of concern (570). */
const protectedByAct = new Set(['AUT', 'VED', 'FOR', 'MID']);

/** Landscapes for which a landscape zone (550) is enough. */
const landscapes = new Set(['kula', 'ukl']);

/** Plans lay consideration zones on heritage environments and landscapes. */
export const heritageUnsecured = securingRule({
  id: 'heritage-unsecured',
  title: { nb: 'Kulturmiljøer uten hensynssone', en: 'Heritage environments without consideration zone' },
  basis: 'guideline',
  guideline: {
    section: '6.2.2',
    text: 'Viktige kulturminner og kulturmiljøer skal sikres i kommuneplanens arealdel. Kulturmiljøer og landskap av nasjonal og regional interesse, utvalgte kulturlandskap (UKL), og kulturmiljøer i kommunale kulturmiljøplaner legges inn som hensynssoner i arealplaner',
  },
  judges: {
    title: {
      nb: 'kulturmiljøer, kulturlandskap og viktige kulturminner i planer',
      en: 'heritage environments, landscapes and important sites in plans',
    },
  },
  against: ['heritage-environment', 'heritage-site'],
  helpedBy: ['building'],
  layers: [heritageEnvironment, heritageSite],
  parameters: {
    secured_share: {
      default: 0.95,
      unit: 'andel',
      min: 0,
      max: 1,
      why: {
        nb: 'grenser tegnes ulikt: så stor del må ligge i hensynssonen',
        en: 'borders are drawn differently: so much must lie within the consideration zone',
      },
    },
  },
  duty: (plan) => (isMasterPlan(plan) ? 'firm' : 'soft'),
  securing({ layer, properties: { kind, importance, protection } }) {
    if (layer === 'heritage-site' && !important.has(String(importance))) return null;
    if (landscapes.has(String(kind))) return { by: [570, 730, 550], weaklyBy: [710], lay: 550, overHouses: true };
    const lay = protectedByAct.has(String(protection)) ? 730 : 570;
    return { by: [570, 730], weaklyBy: [550, 710], lay, overHouses: true };
  },
  securedBy: () => false,
  weaklySecuredBy: ({ objectType, code }) => code === protectingPurpose && /^[KR]pArealformål/.test(objectType),
  verdict(facts, { secured_share = 1 }) {
    if (facts.allBuilt) return review('all-built');
    if (facts.share_secured >= secured_share) return clear('secured');
    return facts.shareWeakly >= secured_share ? review('weakly-secured') : conflict('unsecured');
  },
  reasons: {
    unsecured: {
      nb: '{area:daa} av kulturmiljøet eller kulturminnet i planen ligger ikke i hensynssone som sikrer det (570, 730; 550 for kulturlandskap).',
      en: '{area:daa} of the heritage environment or site in the plan lies in no consideration zone that secures it (570, 730; 550 for landscapes).',
    },
    'weakly-secured': {
      nb: 'Kulturmiljøet eller kulturminnet er bare svakt sikret: av hensynssone 550 eller 710, eller av formål 5600.',
      en: 'The heritage environment or site is only weakly secured: by consideration zone 550 or 710, or by purpose 5600.',
    },
    'all-built': {
      nb: 'Alt av kulturmiljøet eller kulturminnet som ligger i planen, er bebygd og ikke sikret: andelen kan ikke regnes ut.',
      en: 'All of the environment or site that lies in the plan is built on and not secured: there is no share to work out.',
    },
    secured: {
      nb: 'Kulturmiljøet eller kulturminnet er sikret i planen.',
      en: 'The heritage environment or site is secured in the plan.',
    },
    'none-known': {
      nb: 'Ingen kjente kulturmiljøer, kulturlandskap eller viktige kulturminner i planen.',
      en: 'No known heritage environments, landscapes or important sites in the plan.',
    },
  },
  remedy: {
    nb: 'Legg hensynssone H{lay} på det som ikke er sikret ({missing:daa}, med bebygd areal).',
    en: 'Lay consideration zone H{lay} on what is not secured ({missing:daa}, built land included).',
  },
});
