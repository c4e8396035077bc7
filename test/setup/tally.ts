import { writeFileSync } from 'node:fs';
import Mocha, { type MochaOptions, type Runner } from 'mocha';

/** What became of the tests of one process of mocha. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** How many tests ran of those that carry a mark in their titles, by the mark: `[embedded]`, `[browser]`. */
  marked: Record<string, number>;
}

/** The dots of mocha; at the end its tally goes to the file that `--reporter-option tally=FILE` names. */
export default class TallyReporter extends Mocha.reporters.Dot {
  readonly #marked: Record<string, number> = {};
  readonly #file: string;

  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    this.#file = (options.reporterOptions as { tally: string }).tally;
    runner.on('test end', (test) => {
      if (test.isPending()) return;
      for (const [, mark] of test.fullTitle().matchAll(/\[([a-z ]+)\]/g))
        this.#marked[mark] = (this.#marked[mark] ?? 0) + 1;
    });
  }

  override epilogue(): void {
    super.epilogue();
    const { passes: passed, failures: failed, pending: skipped } = this.stats;
    writeFileSync(this.#file, JSON.stringify({ passed, failed, skipped, marked: this.#marked } satisfies Tally));
    const tellWhatIsOpen = () => console.error('Still open:', process.getActiveResourcesInfo().join(', '));
    setTimeout(tellWhatIsOpen, 30_000).unref();
  }
}
