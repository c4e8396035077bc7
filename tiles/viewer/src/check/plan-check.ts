import type { FeatureCollection } from 'geojson';
import type { CheckResult } from '../../../../services/conflicts/answer/result.ts';
import { describedFailure, type Failure } from '../failure.ts';
import type { Observable } from '../observable.ts';
import { observable } from '../observable.ts';
import type { Texts } from '../texts/texts.ts';
import { fill } from '../texts/texts.ts';
import type { Plan } from './plan-file.ts';
import { inDegrees, readPlan } from './plan-file.ts';

export type CheckState =
  | { step: 'waiting' }
  | { step: 'checking'; file: string }
  | { step: 'failed'; file: string; failure: Failure }
  | { step: 'done'; file: string; result: CheckResult; drawing: FeatureCollection | null };

export interface PlanCheck {
  state: Observable<CheckState>;
  start(file: File): Promise<void>;
  /** Forget the plan, or stop the check that runs. */
  clear(): void;
}

/** The service takes 32 MiB; some of it is the frame around the plan. */
const largest = 30_000_000;
const kept = 'grunnriss-plan';

/**
 * Check plan files, one at a time.
 * The chosen file is kept for this tab alone, so that a change of language or a reload does not lose the check.
 */
export function planCheck(check: (plan: Plan, signal: AbortSignal) => Promise<CheckResult>, texts: Texts): PlanCheck {
  const state = observable<CheckState>({ step: 'waiting' });
  let running = new AbortController();

  const run = async (name: string, text: string) => {
    running.abort();
    const mine = (running = new AbortController());
    state.set({ step: 'checking', file: name });
    const outcome = await checked(name, text, mine.signal);
    if (!mine.signal.aborted) state.set(outcome);
  };

  const checked = async (name: string, text: string, signal: AbortSignal): Promise<CheckState> => {
    try {
      const plan = readPlan(name, text, texts);
      return { step: 'done', file: name, result: await check(plan, signal), drawing: inDegrees(plan) };
    } catch (error) {
      return { step: 'failed', file: name, failure: describedFailure(error, texts) };
    }
  };

  const before = sessionStorage.getItem(kept);
  if (before) {
    const { name, text } = JSON.parse(before) as { name: string; text: string };
    void run(name, text);
  }
  return {
    state,
    async start(file) {
      if (file.size > largest) {
        const size = (file.size / 1e6).toFixed(0);
        const title = fill(texts.fileTooLarge, { file: file.name, size, limit: largest / 1e6 });
        state.set({ step: 'failed', file: file.name, failure: { title, detail: null, place: null } });
        return;
      }
      const text = await file.text();
      keep(file.name, text);
      await run(file.name, text);
    },
    clear() {
      running.abort();
      sessionStorage.removeItem(kept);
      state.set({ step: 'waiting' });
    },
  };
}

function keep(name: string, text: string): void {
  try {
    sessionStorage.setItem(kept, JSON.stringify({ name, text }));
  } catch {
    // Too large for the tab's store: the check still runs, it is only not repeated after a reload.
    sessionStorage.removeItem(kept);
  }
}
