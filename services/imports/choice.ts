import type { Catalogue } from '../../layers/catalogue.ts';
import type { ImportOptions } from './import-options.ts';
import { ObjectTypes } from './object-type.ts';
import { readFile, type FileSource } from './read-file.ts';
import type { SourceFeature } from './source-feature.ts';

/**
 * Which features of a file go into a layer: those that say so; all but those that say otherwise; all.
 */
export type Choice = 'of-the-layer' | 'not-of-another' | 'all';

/** A file whose first features have no object type has none further on either: it is not read through to find out. */
const typeless = 1000;
/** Positions of features that are held until the choice is made, about; with more the file is opened once more. */
const mostHeld = 200_000;

/**
 * What goes into the layer that the user names, and the file, opened for reading it: to open one anew may be to convert
 * it anew. Where features say they belong to the layer, the others in it belong elsewhere: an N50 file holds borders and
 * roads beside its land cover. A file that has none of the layer's types is taken whole: the user knows what it is.
 * @returns `close` lets go of a file whose reading was begun here and never went on
 * @throws UnreadableFile, UnknownCrs
 */
export async function chooseFor(
  layer: string,
  catalogue: Catalogue,
  options: ImportOptions,
): Promise<{ choice: Choice; source: FileSource; close: () => Promise<void> }> {
  const source = await readFile(options.path, options);
  if (options.sourceLayer !== undefined) return { choice: 'all', source, close: async () => {} };
  const types = new ObjectTypes(catalogue);
  const rest = source.features[Symbol.asyncIterator]();
  const held: SourceFeature[] = [];
  let [positions, without] = [0, 0];
  let choice: Choice = 'all';
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    positions += next.value.geometry ? positionsIn(next.value.geometry) : 1;
    if (positions <= mostHeld) held.push(next.value);
    const { objectType, layers } = types.place(next.value, source.collection);
    if (layers.includes(layer)) choice = 'not-of-another';
    if (choice !== 'all' || (objectType === undefined && (without += 1) >= typeless)) break;
  }
  const close = async () => void (await rest.return?.());
  if (positions <= mostHeld) return { choice, source: { ...source, features: resumed(held, rest) }, close };
  await close();
  return { choice, source: await readFile(options.path, options), close };
}

/** Features that were read already, then the others. Breaking off closes the file. */
async function* resumed(
  held: readonly SourceFeature[],
  rest: AsyncIterator<SourceFeature>,
): AsyncGenerator<SourceFeature> {
  try {
    yield* held;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Of a geometry, or whatever stands in its place. */
const positionsIn = (geometry: NonNullable<SourceFeature['geometry']>): number =>
  geometry.type === 'GeometryCollection' ? mostHeld : count(geometry.coordinates);

const count = (nested: unknown): number =>
  Array.isArray(nested) && Array.isArray(nested[0])
    ? nested.reduce((sum: number, part: unknown) => sum + count(part), 0)
    : 1;
