import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

/** A GeoJSON text of features in a projected CRS. */
export const collection = (features: readonly object[], epsg = 25832): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${epsg}` } },
    features: features.map((feature) => ({ type: 'Feature', ...feature })),
  });
