import { setImmediate as others } from 'node:timers/promises';

/** Long work in steps; each tells how much is done, 0–1. */
export type Steps<Result> = Generator<number, Result>;

/** Do all of it at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Milliseconds of work before others have their turn. */
const turn = 30;

interface Options {
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

/** Do it with room for other work between. @throws the signal's reason, and what the work throws */
export async function inTurns<Result>(steps: Steps<Result>, { signal, onShare }: Options = {}): Promise<Result> {
  for (let begun = performance.now(); ;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - begun < turn) continue;
    signal?.throwIfAborted();
    onShare?.(value);
    await others();
    begun = performance.now();
  }
}
