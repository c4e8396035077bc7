import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bareDatabase } from './bare-database.ts';
import { engines } from './engines.ts';

/** A suite about the embedded database itself: its data folder, with PostGIS and nothing else in it, not yet opened. */
export function withEmbeddedFolder(title: string, suite: (folder: () => string) => void): void {
  if (!engines().includes('embedded')) return;
  describe(`${title} [embedded]`, () => {
    let folder = '';
    before(async function () {
      this.timeout(600_000);
      folder = mkdtempSync(path.join(tmpdir(), 'grunnriss-test-'));
      cpSync(await bareDatabase(), folder, { recursive: true });
    });
    suite(() => folder);
    after(() => rmSync(folder, { recursive: true, force: true })); // after the suite's own hooks
  });
}
