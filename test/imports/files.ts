import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for the files of a suite; gone after it. */
export function temporaryFiles(): { write: (name: string, content: string | Uint8Array) => string } {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'grunnriss-files-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  return {
    write(name, content) {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      return file;
    },
  };
}

/** A temporary folder of a suite's own: what other programs, and other halves of the tests, leave there is not ours. */
export function ownTemporaryFolder(): { left: () => string[] } {
  const names = ['TMPDIR', 'TEMP', 'TMP'];
  const usual = names.map((name) => [name, process.env[name]] as const);
  let own = '';
  before(() => {
    own = mkdtempSync(path.join(tmpdir(), 'grunnriss-own-'));
    for (const name of names) process.env[name] = own;
  });
  after(() => {
    for (const [name, value] of usual)
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    rmSync(own, { recursive: true });
  });
  return {
    /** What was unpacked there and not removed. */
    left: () => readdirSync(own).filter((name) => name.startsWith('grunnriss-import-')),
  };
}

/** A GeoJSON text of features in a projected CRS. */
export const collection = (features: readonly object[], epsg = 25832): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${epsg}` } },
    features: features.map((feature) => ({ type: 'Feature', ...feature })),
  });
