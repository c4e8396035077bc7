import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha, { type MochaOptions, type Runner } from 'mocha';

/** What became of the tests of one process of mocha. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** How many tests ran of those that carry a mark in their titles, by the mark: `[embedded]`, `[browser]`. */
  marked: Record<string, number>;
  /** How long each outermost suite took with its hooks, seconds. */
  suites: { title: string; file: string; seconds: number }[];
}

/** The dots of mocha; at the end its tally goes to the file that `--reporter-option tally=FILE` names. */
export default class TallyReporter extends Mocha.reporters.Dot {
  readonly #marked: Record<string, number> = {};
  readonly #suites: Tally['suites'] = [];
  readonly #file: string;

  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    this.#file = (options.reporterOptions as { tally: string }).tally;
    runner.on('test end', (test) => {
      if (test.isPending()) return;
      for (const [, mark] of test.fullTitle().matchAll(/\[([a-z ]+)\]/g))
        this.#marked[mark] = (this.#marked[mark] ?? 0) + 1;
    });
    let begun = 0;
    runner.on('suite', (suite) => {
      if (suite.parent?.root) begun = performance.now();
    });
    runner.on('suite end', ({ parent, title, file = '' }) => {
      if (!parent?.root) return;
      const seconds = (performance.now() - begun) / 1000;
      this.#suites.push({ title, file: path.relative(process.cwd(), file), seconds });
    });
  }

  override epilogue(): void {
    super.epilogue();
    const { passes: passed, failures: failed, pending: skipped } = this.stats;
    const tally: Tally = { passed, failed, skipped, marked: this.#marked, suites: this.#suites };
    writeFileSync(this.#file, JSON.stringify(tally));
    const tellWhatIsOpen = () => console.error('Still open:', process.getActiveResourcesInfo().join(', '));
    setTimeout(tellWhatIsOpen, 30_000).unref();
  }
}
