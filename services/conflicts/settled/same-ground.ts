import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { everyAnswer } from '../measurement/every-zone.ts';

/**
 * Whether two pieces of land are the same, however they are drawn: nowhere do they differ by as much as the touching width.
 * @param pairs well-known binary in the analysis CRS
 * @throws OverlayFailed
 */
export async function sameGround(
  session: Session,
  pairs: readonly { before: Buffer; now: Buffer }[],
  touching_m: number,
): Promise<boolean[]> {
  const numbers = pairs.map((_, number) => number);
  const rows = await session.rows<{ number: number; differs: boolean }>(statement('conflicts/other-land'), {
    numbers,
    befores: pairs.map(({ before }) => before),
    nows: pairs.map(({ now }) => now),
    touching_m,
  });
  const found = everyAnswer(rows, ({ number }) => number, numbers);
  return numbers.map((number) => found.get(number)?.differs === false);
}
