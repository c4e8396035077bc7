import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '../../services/database/connections.ts';
import type { Embedded } from '../../services/database/embedded/embedded.ts';
import { readOwner } from '../../services/database/embedded/lock.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { DatabaseUnavailable } from '../../services/database/unavailable.ts';

/** What came of writing while the process of the database was killed again and again. */
export interface Losses {
  acknowledged: number;
  /** Acknowledged and not found afterwards. */
  missing: number[];
  /** Found in a half: the other row of its transaction is not there. */
  halves: number[];
  /** Errors that did not say that the connection was lost. */
  unclear: string[];
}

const makeTable = parseStatement(
  'make',
  'create table if not exists written (id integer, half integer, primary key (id, half))',
);
const write = parseStatement('write', 'insert into written values (:id, :half)');
const readAll = parseStatement('read', 'select id, count(*)::integer as halves from written group by id');

/**
 * Write pairs of rows, each pair in a transaction, from three writers at once, and meanwhile kill the process of the
 * database with SIGKILL `kills` times; each time wait until writing goes on by itself.
 */
export async function killWhileWriting(embedded: Embedded, folder: string, kills: number): Promise<Losses> {
  const database = await connect(
    { ...embedded.connection, max: 4 },
    { kind: 'embedded', available: () => embedded.available() },
  );
  await database.rows(makeTable);
  const acknowledged: number[] = [];
  const unclear: string[] = [];
  let next = 0;
  let over = false;
  const writer = async (): Promise<void> => {
    while (!over) {
      const id = next++;
      try {
        await database.transaction(async (session) => {
          await session.rows(write, { id, half: 1 });
          await session.rows(write, { id, half: 2 });
        });
        acknowledged.push(id);
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable)) unclear.push(String(error));
        await delay(20);
      }
    }
  };
  const writers = [writer(), writer(), writer()];
  for (let kill = 0; kill < kills; kill += 1) {
    const goal = acknowledged.length + 50 + Math.floor(Math.random() * 100);
    while (acknowledged.length < goal) await delay(5);
    process.kill(readOwner(folder)!.child, 'SIGKILL');
  }
  const goal = acknowledged.length + 50;
  while (acknowledged.length < goal) await delay(5);
  over = true;
  await Promise.all(writers);
  const rows = await database.rows<{ id: number; halves: number }>(readAll);
  await database.close();
  const found = new Map(rows.map(({ id, halves }) => [id, halves]));
  return {
    acknowledged: acknowledged.length,
    missing: acknowledged.filter((id) => !found.has(id)),
    halves: rows.filter(({ halves }) => halves !== 2).map(({ id }) => id),
    unclear,
  };
}
