import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { Database } from '../../services/database/database.ts';
import { parseStatement } from '../../services/database/statement.ts';

const backends = parseStatement(
  'backends',
  `select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`,
);
/** Clock ticks a second that Linux counts processor time in. */
const ticks = 100;

/**
 * Time on the clock, the processor time of a server's connections and of this process, and the load of the machine. The
 * connections are watched where they run on this machine and stay open; parallel workers of a statement are not counted.
 */
export class Stopwatch {
  readonly #database: Database;
  readonly #worked: Map<number, number>;
  readonly #ours = process.cpuUsage();
  readonly #from = performance.now();

  private constructor(database: Database, worked: Map<number, number>) {
    this.#database = database;
    this.#worked = worked;
  }

  static async start(database: Database): Promise<Stopwatch> {
    return new Stopwatch(database, await workOf(database));
  }

  /** What happened since it was started, in words. */
  async read(): Promise<string> {
    const clock = (performance.now() - this.#from) / 1000;
    const { user, system } = process.cpuUsage(this.#ours);
    const worked = [...(await workOf(this.#database))].reduce(
      (sum, [pid, now]) => sum + now - (this.#worked.get(pid) ?? 0),
      0,
    );
    return (
      `${clock.toFixed(2)} s (connections worked ${worked.toFixed(2)} s, we ${((user + system) / 1e6).toFixed(2)} s; ` +
      `load average ${(loadavg()[0] ?? NaN).toFixed(1)})`
    );
  }
}

/** Seconds that each connection has worked, by its process. */
async function workOf(database: Database): Promise<Map<number, number>> {
  const rows = await database.rows<{ pid: number }>(backends, {});
  return new Map(
    rows.map(({ pid }) => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return [pid, (Number(fields[11]) + Number(fields[12])) / ticks];
    }),
  );
}
