import type { Layer } from '../../../layers/declaration/layer.ts';
import type { Purpose } from '../../../layers/codes/purpose.ts';
import type { PlanFacts } from '../../imports/plans/plan-facts.ts';
import type { ConstraintFeature } from '../measurement/features-near.ts';
import type { Measured } from '../measurement/measure.ts';
import type { Opinion, RuleWords } from './rule.ts';

/** What secures a resource. */
export interface Securing {
  /** Codes of consideration zones that do, and of those that do so weakly. */
  by: readonly number[];
  weaklyBy: readonly number[];
  /** The one of them to lay where none is. */
  lay: number;
  /** It is laid over land with houses, too: they are part of what it secures. */
  overHouses: boolean;
  /** What is known of it does not carry more than a review. */
  atMostReview?: boolean;
}

/** A resource within the plan, and what the plan makes of it. Areas are ellipsoidal m², each piece of ground once. */
export interface InPlan extends Measured {
  resource: ConstraintFeature;
  /** Of its land in the plan that is not built: the part that is secured, and with what is weakly secured. */
  share_secured: number;
  shareWeakly: number;
  /** All its land in the plan is built: there is nothing left to secure. */
  allBuilt: boolean;
  /** Of the same: land that the plan newly gives to building. */
  shareNewlyBuildable: number;
  /** Unsecured land that was given to building before and is not built; and what is given to nothing. 0: only slivers. */
  buildableBefore_m2: number;
  open_m2: number;
  /** A consideration zone secures it where the plan lets it be built on. */
  contradicted: boolean;
}

/** A rule about what a plan has to secure: resources, not zones. */
export interface SecuringRule extends RuleWords {
  layers: readonly Layer[];
  /** What secures a resource; null for one that the rule is not about. */
  securing: (resource: ConstraintFeature) => Securing | null;
  /** Purposes of zones that secure by themselves, and that do so weakly. */
  securedBy: (purpose: Purpose) => boolean;
  weaklySecuredBy: (purpose: Purpose) => boolean;
  /** Whether the duty holds for a plan, holds softly (at most review), or not at all. */
  duty: (plan: PlanFacts) => 'firm' | 'soft' | 'none';
  /** Pure: what is known of a resource in, an opinion out. */
  verdict: (facts: InPlan, parameters: Record<string, number>) => Opinion;
}

export const isSecuringRule = (rule: RuleWords): rule is SecuringRule => 'securing' in rule;

/**
 * Declare a rule about what a plan has to secure.
 * @throws Error when its id is not words joined by hyphens
 */
export function securingRule(declaration: Omit<SecuringRule, 'texts'>): SecuringRule {
  if (!/^[a-z]+(-[a-z]+)*$/.test(declaration.id))
    throw new Error(`Rule '${declaration.id}': the id must be words joined by hyphens`);
  return { ...declaration, texts: declaration.reasons };
}

/** Plan types of master plans (kommuneplanens arealdel, kommunedelplan). */
const masterPlans = new Set([20, 21, 22]);

export const isMasterPlan = ({ plan_type: type }: PlanFacts): boolean => type !== null && masterPlans.has(type);
