import { publishCheck } from '../conflicts/answer/publish-findings.ts';
import { readPlan } from '../imports/plans/plan-file.ts';
import type { CommandContext } from './with-database.ts';

/** Load the example county and check its drafts, so that the map shows results from the start. */
export async function makeExample(
  { database, catalogue, progress, signal }: CommandContext,
  { scale, seed }: { scale: number; seed: number },
): Promise<void> {
  progress.line(`Lager eksempelfylket i målestokk ${scale} … / Making the example county at scale ${scale} …`);
  // Read when it is needed: the generator's libraries take longer to load than all else together.
  const { loadExample } = await import('../example/load.ts');
  const onProgress = (share: number, text: string) => progress.share(share, text);
  const { drafts } = await loadExample(database, catalogue, { scale, seed, signal, onProgress });
  for (const [at, draft] of drafts.entries()) {
    progress.share(at / drafts.length, 'Sjekker planutkastene / Checking the draft plans');
    await publishCheck(database, catalogue, await readPlan(draft, { catalogue }), { signal });
  }
  progress.line(`Eksempelfylket er klart, og ${drafts.length} planutkast er sjekket. / The example county is ready.`);
}
