import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The first of these programs that is on the search path. */
export function findProgram(...names: string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const places = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return places.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A suite that drives Chromium; the place of the browser is given. */
export function withChromium(title: string, suite: (browser: string) => void): void {
  const found = process.env['GRUNNRISS_CHROMIUM'] ?? findProgram('chromium', 'chromium-browser', 'google-chrome');
  withProgram(`${title} [browser]`, found, 'there is no Chromium', suite);
}

/** A suite that reads what we serve with GDAL; the place of `ogr2ogr` is given. */
export function withGdal(title: string, suite: (ogr2ogr: string) => void): void {
  withProgram(`${title} [gdal]`, findProgram('ogr2ogr'), 'there is no ogr2ogr', suite);
}

/** Without the program the suite holds one pending test that says so: the closing lines count it as not run. */
function withProgram(title: string, found: string | null, missing: string, suite: (program: string) => void): void {
  describe(title, () => {
    if (found) suite(found);
    else it(`not run: ${missing}`);
  });
}
