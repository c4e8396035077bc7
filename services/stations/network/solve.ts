import type { NetworkAnswer, SearchProgress } from './answer.ts';
import type { NetworkQuestion } from './question.ts';

/** How long, and who listens. */
export interface SolveSettings {
  /** Seconds, 0 or more; at 0 the heuristic's plan is the answer. 60 where it is not said. */
  timeLimit_s?: number | undefined;
  /** Ends the search at once. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: SearchProgress) => void) | undefined;
}

/**
 * The best network of stations, in a thread of its own: proven, or stopped with its gap.
 * @throws BadQuestion; the signal's reason when it is aborted
 */
export declare function solveNetwork(question: NetworkQuestion, settings?: SolveSettings): Promise<NetworkAnswer>;
