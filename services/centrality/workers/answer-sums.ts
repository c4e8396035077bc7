import { parentPort, workerData } from 'node:worker_threads';
import { Sums, type SumsQuestion } from '../accessibility/sums.ts';
import type { Origins } from './sum-up.ts';

/** The thread's side: one question for its whole life, origins as they are asked for. */
const sums = new Sums(workerData as SumsQuestion);

parentPort?.on('message', ({ from, to }: Origins) => {
  const rows = sums.of(from, to);
  parentPort?.postMessage(rows, [rows.buffer]);
});
