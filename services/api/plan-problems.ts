import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import { UnknownCrs } from '../imports/crs.ts';
import { NoPlanInFiles } from '../imports/plans/drafts.ts';
import { PlansDiffer, SeveralPlans } from '../imports/plans/plan-facts.ts';
import { UnreadableFile, type FileFault } from '../imports/readers/unreadable.ts';
import type { Problem } from '../problem.ts';
import { tell } from './tell.ts';

/** Faults of files that are too large to be taken. */
const tooLarge: readonly FileFault[] = ['too-large', 'archive-too-large', 'archive-too-many'];

/** What a message says to do on the command line. */
const option = /--[a-z]/;

/** What to tell an asker whose plan cannot be taken; anything else is thrown on as it is. */
export function problemOfPlan(error: unknown): unknown {
  if (error instanceof UnreadableFile) {
    const of = tooLarge.includes((error as UnreadableFile).fault) ? 413 : 422;
    return unreadable(of, error.explanation, error.file);
  }
  if (error instanceof UnknownCrs || error instanceof SeveralPlans) return unreadable(422, error.explanation);
  if (error instanceof PlansDiffer || error instanceof NoPlanInFiles) return unreadable(422, error.explanation);
  return error;
}

const unreadable = (status: number, detail: Bilingual, file?: string): Problem =>
  tell(
    status,
    status === 413 ? 'too-large' : 'unreadable-plan',
    ({ unreadablePlan: say }, language) => ({
      title: say.title,
      detail: detail[language],
      remedy: option.test(detail.en) ? say.remedy : say.mend,
    }),
    file === undefined ? {} : { instance: file },
  );
