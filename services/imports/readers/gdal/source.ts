import { geopackage } from '../formats/geopackage.ts';
import type { ReadOptions, Source } from '../reader.ts';
import { TemporaryFolder } from '../temporary-folder.ts';
import type { SourceFeature } from '../../source-feature.ts';
import { convert } from './convert.ts';

/** Bytes of a map that GDAL reads: it and what it was converted to are held at once. */
export const sizeLimit = 512 * 1024 * 1024;

/** The number of a row in its file: it says nothing about which feature it is. */
const rowNumber = 'ogc_fid';

/** What is done with the files around their conversion. */
interface Around {
  /** Makes the source ready in a folder, where it must not be touched in its own place. */
  before?: (folder: string) => Promise<string>;
  /** @param source as it was converted */
  after?: (source: string) => Promise<void>;
}

/**
 * A map that GDAL reads, by way of a GeoPackage.
 */
export async function gdalSource(
  source: string,
  options: ReadOptions,
  { before, after }: Around = {},
): Promise<Source> {
  const folder = await TemporaryFolder.make();
  try {
    const { path, said } = await folder.fill(async () => {
      const own = (await before?.(folder.path)) ?? source;
      const converted = await convert(own, folder.path);
      await after?.(own);
      return converted;
    });
    // It is read into memory as a whole: nobody needs the folder any more.
    const opened = await geopackage.open(path, options);
    const warnings = [...new Set(said)].slice(0, 10).map((text) => ({ warning: 'gdal' as const, text }));
    return { ...opened, warnings, features: withoutRowNumbers(opened.features) };
  } finally {
    await folder.remove();
  }
}

async function* withoutRowNumbers(features: AsyncIterable<SourceFeature>): AsyncGenerator<SourceFeature> {
  for await (const { properties, ...feature } of features)
    yield {
      ...feature,
      properties: Object.fromEntries(Object.entries(properties).filter(([name]) => name !== rowNumber)),
    };
}
