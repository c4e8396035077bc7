/**
 * Statements that run at once: a server has more than one core, and cutting runs beside. The embedded database takes
 * one after the other, and has connections left for others.
 */
const atOnce = 2;

/**
 * Work on items, two at a time.
 * @returns what came of each, in their order
 * @throws what failed first, once nothing is at work any more
 */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, item] of waiting) {
      if (failed) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  return results;
}
