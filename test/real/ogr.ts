import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Feature, Geometry } from 'geojson';

export type OgrFeature = Feature<Geometry | null, Record<string, unknown>> & { layer: string };

/** Arcs as lines within a tenth of a degree; a feature that GDAL cannot read is left out, not the rest of its file. */
const settings = { OGR_ARC_STEPSIZE: '0.1', GML_SKIP_CORRUPTED_FEATURES: 'YES' };

/** The system's GDAL. */
export class Ogr {
  readonly #ogr2ogr: string;

  constructor(ogr2ogr: string) {
    this.#ogr2ogr = ogr2ogr;
  }

  /** Whether it was built with a driver that reads vector data. */
  has(driver: string): boolean {
    return new RegExp(`^ *${driver} -[^\\n]*vector`, 'm').test(this.#run('ogrinfo', ['--formats']));
  }

  /** The layers of a file; none when it cannot be read, or is no vector data. */
  layersOf(file: string): string[] {
    const lines = this.#run('ogrinfo', ['-ro', '-q', file]).split('\n');
    return lines.flatMap((line) => /^(?:Layer|\d+): (.+?)(?: \([^)]*\))?$/.exec(line)?.[1] ?? []);
  }

  /** All features of a layer, their coordinates as they are in the file. */
  read(file: string, layer: string): OgrFeature[] {
    // GeoJSON would be in degrees: called so, they are written as they are. It has no word for a TIN.
    const how = ['-a_srs', 'EPSG:4326', '-lco', 'COORDINATE_PRECISION=9', '-lco', 'RFC7946=NO'];
    const kind = /RpRegulertTerreng/.test(layer) ? ['-nlt', 'MULTIPOLYGON'] : [];
    const text = this.#run('ogr2ogr', ['-f', 'GeoJSONSeq', '/vsistdout/', file, layer, ...how, ...kind]);
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ ...(JSON.parse(line) as OgrFeature), layer }));
  }

  #run(program: string, parameters: readonly string[]): string {
    const beside = path.join(path.dirname(this.#ogr2ogr), program);
    const { stdout } = spawnSync(beside, parameters, {
      encoding: 'utf8',
      env: { ...process.env, ...settings },
      maxBuffer: 2 ** 28,
    });
    return stdout;
  }
}
