import { inOrder, type Sites } from '../places.ts';
import type { CoveringQuestion } from '../question.ts';
import type { CoverModel } from './goal.ts';
import { withinReach } from './reach.ts';

/** Maximal covering (Church and ReVelle 1974): a place is covered when a site within the radius is open. */
export function covering(question: CoveringQuestion, sites: Sites): CoverModel {
  const { demand, distance, radius } = question;
  const goals = inOrder(demand).map((column) => {
    const { id = '', weight = 0 } = demand[column] ?? {};
    return { id, weight, sets: [withinReach(distance, column, radius, sites)] };
  });
  return { kind: 'cover', aim: 'weight', goals, musts: [], least: null };
}
