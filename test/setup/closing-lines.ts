import Mocha, { type MochaOptions, type Runner } from 'mocha';

/** Parts of the suite that need something that a machine may lack. Their suites carry the mark in their titles. */
const halves = [
  {
    id: 'server',
    mark: '[server]',
    what: 'database server',
    missing: 'set TEST_DATABASE_URL, or install PostgreSQL ≥ 15 with PostGIS',
  },
  { id: 'embedded', mark: '[embedded]', what: 'embedded database', missing: 'left out by GRUNNRISS_TEST_ENGINES' },
  {
    id: 'browser',
    mark: '[browser]',
    what: 'browser',
    missing: 'install Chromium, or set GRUNNRISS_CHROMIUM to its path',
  },
  { id: 'real-data', mark: '[real data]', what: 'real data', missing: '../shared/data is not there' },
  { id: 'gdal', mark: '[gdal]', what: 'GDAL as a client', missing: 'install ogr2ogr (Debian: gdal-bin)' },
] as const;

/** The dots of mocha, and at the end what ran and what did not: for people, then for scripts. */
export default class ClosingLines extends Mocha.reporters.Dot {
  readonly #ran = new Map<string, number>();

  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    runner.on('test end', (test) => {
      if (test.isPending()) return;
      const title = test.fullTitle();
      for (const { id, mark } of halves) if (title.includes(mark)) this.#ran.set(id, (this.#ran.get(id) ?? 0) + 1);
    });
  }

  override epilogue(): void {
    super.epilogue();
    for (const { id, what, missing } of halves) {
      const count = this.#ran.get(id) ?? 0;
      console.log(count > 0 ? `${what}: ${count} tests ran` : `${what}: NOT RUN (${missing})`);
    }
    console.log(`ran: ${halves.map(({ id }) => `${id}=${this.#ran.has(id) ? 'yes' : 'no'}`).join(' ')}`);
    const { passes, failures, pending } = this.stats;
    console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
  }
}
