import { inOrder, type Sites } from '../places.ts';
import type { SetCoverQuestion } from '../question.ts';
import type { CoverModel } from './goal.ts';
import { withinReach } from './reach.ts';

/** Set covering (Toregas and others 1971): the fewest stations with all demand, or a share of it, within the radius. */
export function setCover(question: SetCoverQuestion, sites: Sites): CoverModel {
  const { demand, distance, radius, share = 1 } = question;
  const goals = inOrder(demand).map((column) => {
    const { id = '', weight = 0 } = demand[column] ?? {};
    return { id, weight, sets: [withinReach(distance, column, radius, sites)] };
  });
  if (share < 1) {
    const all = goals.reduce((sum, { weight }) => sum + weight, 0);
    return { kind: 'cover', aim: 'count', goals, musts: [], least: share * all };
  }
  const musts = goals.map(({ id, sets: [reach = []] }) => ({
    sites: reach,
    demanded: { kind: 'demand' as const, id },
  }));
  return { kind: 'cover', aim: 'count', goals, musts, least: null };
}
