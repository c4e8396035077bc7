import type { Sites } from '../places.ts';
import type { NetworkQuestion } from '../question.ts';
import { covering } from './covering.ts';
import { flowRefuelling } from './flow-refuelling.ts';
import type { CoverModel } from './goal.ts';
import { pMedian, type MedianModel } from './p-median.ts';
import { setCover } from './set-cover.ts';

/** What a question asks, over the numbers of its sites. */
export function modelOf(question: NetworkQuestion, sites: Sites): CoverModel | MedianModel {
  switch (question.model) {
    case 'covering':
      return covering(question, sites);
    case 'set-cover':
      return setCover(question, sites);
    case 'flow-refuelling':
      return flowRefuelling(question, sites);
    case 'p-median':
      return pMedian(question, sites);
  }
}
