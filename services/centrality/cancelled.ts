/** Fails with the signal's reason as soon as it is aborted, and never else: for a race with work that does not look up. */
export function cancelled(signal: AbortSignal | undefined): Promise<never> {
  const stop = new Promise<never>((_, reject) => {
    const end = () => reject(signal?.reason as Error);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
  });
  stop.catch(() => {}); // told to whoever waits for it, if anybody does
  return stop;
}
