import { parentPort } from 'node:worker_threads';
import type { NetworkAnswer, SearchProgress } from '../answer.ts';
import { answerQuestion } from '../answer-question.ts';
import type { NetworkQuestion } from '../question.ts';

/** What a thread is asked. */
export interface Asked {
  question: NetworkQuestion;
  seconds: number;
}

/** What it says, any number of times until the last. */
export type Said =
  { progress: SearchProgress } | { sofar: NetworkAnswer } | { answer: NetworkAnswer } | { failed: Error };

const say = (said: Said): void => parentPort?.postMessage(said);

/** The thread's side: one question at a time. */
parentPort?.on('message', ({ question, seconds }: Asked) => {
  answerQuestion(
    question,
    { seconds },
    {
      onAnswer: (sofar) => say({ sofar }),
      onProgress: (progress) => say({ progress }),
    },
  ).then(
    (answer) => say({ answer }),
    (error: unknown) => say({ failed: error as Error }),
  );
});
