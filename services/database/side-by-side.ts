/**
 * Work on items, several at a time: a server has more than one core. The embedded database takes one statement after the
 * other, and has connections left for others.
 * @param atOnce how many
 * @returns what came of each, in their order
 * @throws what failed first, once nothing is at work any more
 */
export async function sideBySide<Item, Result>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...items].entries();
  const failures: unknown[] = [];
  const worker = async () => {
    for (const [index, item] of waiting) {
      if (failures.length > 0) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length > 0) throw failures[0];
  return results;
}
