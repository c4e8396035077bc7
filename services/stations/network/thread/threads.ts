import { Worker } from 'node:worker_threads';

/** How long a thread without work is kept: another question often comes soon, and a thread takes half a second to start. */
const keptIdle_ms = 10_000;
const mostIdle = 2;

const idle: { worker: Worker; end: NodeJS.Timeout }[] = [];

/** A thread that nobody else has: one that was kept, or a new one. */
export function takeThread(): Worker {
  const kept = idle.pop();
  if (!kept) return new Worker(new URL('./network-worker.mjs', import.meta.url));
  clearTimeout(kept.end);
  forget(kept.worker);
  kept.worker.ref();
  return kept.worker;
}

/** Give back a thread that has answered; it does not keep the process alive. */
export function keepThread(worker: Worker): void {
  forget(worker);
  if (idle.length >= mostIdle) {
    void worker.terminate();
    return;
  }
  const leave = () => {
    const at = idle.findIndex((kept) => kept.worker === worker);
    if (at >= 0) clearTimeout(idle.splice(at, 1)[0]?.end);
    void worker.terminate();
  };
  const end = setTimeout(leave, keptIdle_ms);
  end.unref();
  worker.on('error', leave).on('exit', leave);
  worker.unref();
  idle.push({ worker, end });
}

/** By name: a thread has listeners of its own, without which it hears nothing. */
function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}
