import { GroundGone } from '../conflicts/measurement/constraints.ts';
import { Problem } from '../problem.ts';
import { BadDecay } from './accessibility/decay.ts';
import { CannotMeasure } from './places/cannot-measure.ts';

/** What to tell an asker for whom nothing can be measured; anything else is thrown on as it is. */
export function problemOfMeasure(error: unknown): unknown {
  if (error instanceof CannotMeasure)
    return new Problem(422, 'cannot-measure', {
      title: { nb: 'Kan ikke måles', en: 'Cannot be measured' },
      detail: error.explanation,
    });
  if (error instanceof BadDecay)
    return new Problem(422, 'bad-decay', {
      title: { nb: 'Ugyldig avstandsfunksjon', en: 'Decay out of range' },
      detail: error.explanation,
      instance: '/inputs/decay',
    });
  if (error instanceof GroundGone)
    return new Problem(503, 'data-replaced', {
      title: { nb: 'Dataene ble byttet ut', en: 'The data were replaced' },
      detail: error.explanation,
      headers: { 'Retry-After': '60' },
    });
  return error;
}

/** Do the work of a process; what cannot be measured is a problem that the asker is told. */
export async function measured<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw problemOfMeasure(error);
  }
}
