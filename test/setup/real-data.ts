import { existsSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../shared/data');

/** The folder of real data beside the repository, or null where it is not there: a user's clone. */
export const realData = (): string | null => (existsSync(path.join(folder, 'README.md')) ? folder : null);

/**
 * A suite that needs the real data. Without them it holds one pending test that says so: the closing lines count it
 * as not run.
 */
export function withRealData(title: string, suite: (folder: string) => void): void {
  describe(`${title} [real data]`, () => {
    const found = realData();
    if (found) suite(found);
    else it('not run: ../shared/data is not there');
  });
}
