import { z } from 'zod';
import { defaultDecay, type Decay } from './decay.ts';

const decayKinds = ['step', 'linear', 'exponential', 'log-logistic'] as const;

/** Parameters where the asker names none (ours but for the log-logistic ones), minutes. */
const standard = { limit_min: { step: 45, linear: 90 }, beta: 0.05 };

/** How the asker says which decay to use; the same names as in the truth cases. */
export const decayInputs = {
  decay: z
    .enum(decayKinds)
    .default('log-logistic')
    .describe('how much less something counts the farther away it is, by travel time'),
  limit_min: z.number().positive().max(10_000).optional().describe('of step (45) and linear (90): minutes'),
  beta: z.number().positive().max(100).optional().describe('of exponential (0.05): per minute'),
  a: z.number().min(-1000).max(1000).optional().describe('of log-logistic (-6.899)'),
  b: z.number().positive().max(1000).optional().describe('of log-logistic (2.326)'),
};

export interface DecayInputs {
  decay: (typeof decayKinds)[number];
  limit_min?: number | undefined;
  beta?: number | undefined;
  a?: number | undefined;
  b?: number | undefined;
}

/** The decay that was chosen, its parameters filled in. */
export function chosenDecay({ decay, limit_min, beta, a, b }: DecayInputs): Decay {
  if (decay === 'exponential') return { kind: decay, beta: beta ?? standard.beta };
  if (decay !== 'log-logistic') return { kind: decay, limit_min: limit_min ?? standard.limit_min[decay] };
  const usual = defaultDecay as Extract<Decay, { kind: 'log-logistic' }>;
  return { kind: decay, a: a ?? usual.a, b: b ?? usual.b };
}

/** The other kinds with their standard parameters: what the choice does to the figures is shown beside them. */
export const otherDecays = (chosen: Decay): Decay[] =>
  decayKinds.filter((kind) => kind !== chosen.kind).map((decay) => chosenDecay({ decay }));
