import { Explained } from '../../../layers/declaration/explained.ts';
import { isWithin } from '../graph/search.ts';

/** How much less something counts the farther away it is; t in minutes. */
export type Decay =
  | { kind: 'step' | 'linear'; limit_min: number }
  | { kind: 'exponential'; beta: number }
  | { kind: 'log-logistic'; a: number; b: number };

/** For jobs, by car, minutes (Geurs and Ritsema van Eck 2001, as given by ObjectVision's AccessibilityModelling). */
export const defaultDecay: Decay = { kind: 'log-logistic', a: -6.899, b: 2.326 };

/** A decay that nobody knows, or a parameter of one that is no number it can have. */
export class BadDecay extends Explained {}

/** Fills the second list with the weights of as many minutes in the first. */
export type Weigh = (minutes: Float64Array, weights: Float64Array, count: number) => void;

/** The weight of a single travel time; see {@link weigherOf}. @throws BadDecay */
export function weightOf(decay: Decay): (minutes: number) => number {
  const weigh = weigherOf(decay);
  const [minutes, weight] = [new Float64Array(1), new Float64Array(1)];
  return (t) => {
    minutes[0] = t;
    weigh(minutes, weight, 1);
    return weight[0];
  };
}

/**
 * The weights of travel times: 1 at no time at all, 0 or near it far away. Many at once, for a number that one function
 * hands to another costs more than most of these sums.
 * - `step`: 1 while t ≤ limit_min, then 0
 * - `linear`: 1 − t / limit_min, never below 0
 * - `exponential`: exp(−beta · t)
 * - `log-logistic`: 1 / (1 + exp(a + b · ln t)); at t = 0 its limit, 1
 * @throws BadDecay
 */
export function weigherOf(decay: Decay): Weigh {
  switch (decay.kind) {
    case 'step': {
      const limit = above(decay, 'limit_min', decay.limit_min, -Infinity);
      return (t, weights, count) => {
        for (let at = 0; at < count; at++) weights[at] = isWithin(t[at], limit) ? 1 : 0;
      };
    }
    case 'linear': {
      const limit = above(decay, 'limit_min', decay.limit_min, 0);
      return (t, weights, count) => {
        for (let at = 0; at < count; at++) weights[at] = Math.max(0, 1 - t[at] / limit);
      };
    }
    case 'exponential': {
      const beta = above(decay, 'beta', decay.beta, 0);
      return (t, weights, count) => {
        for (let at = 0; at < count; at++) weights[at] = Math.exp(-beta * t[at]);
      };
    }
    case 'log-logistic': {
      const a = above(decay, 'a', decay.a, -Infinity);
      const b = above(decay, 'b', decay.b, 0);
      return (t, weights, count) => {
        for (let at = 0; at < count; at++) weights[at] = t[at] > 0 ? 1 / (1 + Math.exp(a + b * Math.log(t[at]))) : 1;
      };
    }
    default:
      throw new BadDecay({
        nb: `Det finnes ingen avstandsfunksjon «${String((decay as Decay).kind)}». Velg step, linear, exponential eller log-logistic.`,
        en: `There is no decay '${String((decay as Decay).kind)}'. Choose step, linear, exponential or log-logistic.`,
      });
  }
}

function above({ kind }: Decay, name: string, value: number, least: number): number {
  if (Number.isFinite(value) && value > least) return value;
  const [nb, en] = Number.isFinite(least) ? [` større enn ${least}`, ` above ${least}`] : ['', ''];
  throw new BadDecay({
    nb: `${name} i avstandsfunksjonen ${kind} må være et tall${nb}; fikk ${String(value)}.`,
    en: `${name} of the decay ${kind} must be a number${en}; got ${String(value)}.`,
  });
}
