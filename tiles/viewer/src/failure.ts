import type { Texts } from './texts/texts.ts';
import { fill } from './texts/texts.ts';
import { UnreadablePlan } from './check/plan-file.ts';

/** A problem document (RFC 9457), with what to do about it. */
export interface Problem {
  title?: string;
  detail?: string;
  remedy?: string;
  /** Where in what was sent: a JSON pointer. */
  instance?: string;
}

/** The service answered with a problem. */
export class ServiceProblem extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.title ?? String(status));
    this.status = status;
    this.problem = problem;
  }
}

/** The service did not answer at all. */
export class ServiceGone extends Error {}

/** What went wrong, in words for the reader. */
export interface Failure {
  title: string;
  detail: string | null;
  place: string | null;
}

/** Put any error into words; only what we do not know is told by the error's own text. */
export function describedFailure(error: unknown, texts: Texts): Failure {
  if (error instanceof ServiceProblem) {
    const { title, detail, remedy, instance } = error.problem;
    return {
      title: title ?? fill(texts.unexpectedAnswer, { status: error.status }),
      detail: [detail, remedy].filter(Boolean).join(' ') || null,
      place: instance?.startsWith('/inputs/') ? instance : null,
    };
  }
  if (error instanceof ServiceGone) return { title: texts.serverGone, detail: texts.serverGoneHint, place: null };
  if (error instanceof UnreadablePlan) return { title: error.message, detail: null, place: null };
  return { title: error instanceof Error ? error.message : String(error), detail: null, place: null };
}
