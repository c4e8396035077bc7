import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

const lookEveryMs = 20;

/** What a program took. */
export interface Taken {
  ms: number;
  /** Of it and the processes that it started, each at its own highest; null where the system has no /proc. */
  megabytes: number | null;
  /** What it said, when it failed. */
  failed: string | null;
}

/** Run a program to its end. */
export async function measured(
  program: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Taken> {
  const start = performance.now();
  const child = spawn(program, words, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const highest = new Map<number, number>();
  const look = setInterval(() => lookAt(child.pid ?? 0, highest), lookEveryMs);
  const code = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  clearInterval(look);
  const kilobytes = [...highest.values()].reduce((sum, one) => sum + one, 0);
  return {
    ms: performance.now() - start,
    megabytes: highest.size > 0 ? kilobytes / 1024 : null,
    failed: code === 0 ? null : (said.trim().split('\n').at(-1) ?? ''),
  };
}

/** Note the highest resident memory of a process and of those it started, as the kernel counted it. */
function lookAt(pid: number, highest: Map<number, number>): void {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    if (peak !== undefined) highest.set(pid, Number(peak));
    for (const task of readdirSync(`/proc/${pid}/task`))
      for (const child of readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' '))
        if (child.trim() !== '') lookAt(Number(child), highest);
  } catch {
    // it has ended meanwhile, or there is no /proc
  }
}
