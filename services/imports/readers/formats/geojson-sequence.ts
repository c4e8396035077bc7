import type { SourceFeature } from '../../source-feature.ts';
import { chunksOf } from '../bytes.ts';
import { broken, featureOf } from '../geojson-feature.ts';
import { itemLimit } from '../json-scanner.ts';
import type { Format, Source } from '../reader.ts';
import { UnreadableFile } from '../unreadable.ts';

const recordSeparator = 0x1e;
const newline = 0x0a;

/** GeoJSON text sequences: one Feature per line, or RFC 8142 with a record separator before each. Read as a stream. */
export const geojsonSequence: Format = {
  id: 'geojson-sequence',
  title: { nb: 'GeoJSON-sekvens', en: 'GeoJSON sequence' },
  endings: ['.geojsonl', '.geojsons', '.geojsonseq', '.ndjson', '.jsonl', '.ndgeojson'],
  recognises(start) {
    if (start[0] === recordSeparator) return true;
    const [first = '', second] = start.toString('latin1').split('\n');
    return first.trimEnd().endsWith('}') && first.startsWith('{') && (second ?? '').startsWith('{');
  },
  open: (path, options): Promise<Source> =>
    Promise.resolve({
      crs: options.crs ?? 4326,
      features: featuresIn(path),
      count: null,
      hasGeometry: true,
      collection: null,
      metadata: {},
    }),
};

async function* featuresIn(path: string): AsyncGenerator<SourceFeature> {
  let [index, line, bytes] = [0, 1, 0];
  for await (const { text, ended, length } of recordsIn(path)) {
    bytes += length;
    if (text === null) yield broken(index, 'too-large');
    else if (text.toString('latin1').trim() === '') {
      line += 1;
      continue;
    } else {
      const feature = featureOf(text, index);
      // The last record, broken and without its line end, was cut off: so was what came after it.
      if (feature.unreadable && !ended) throw new UnreadableFile('truncated', { line, byte: bytes, feature: index });
      yield feature;
    }
    line += 1;
    index += 1;
  }
  if (bytes === 0) throw new UnreadableFile('empty', {});
}

interface TextRecord {
  /** Null when it is too large to be read. */
  text: Buffer | null;
  ended: boolean;
  length: number;
}

async function* recordsIn(path: string): AsyncGenerator<TextRecord> {
  let separator: number | null = null;
  let held: Buffer[] = [];
  let length = 0;
  const take = (bytes: Buffer, ended: boolean): TextRecord => {
    length += bytes.length;
    held.push(bytes);
    const record = { text: length > itemLimit ? null : Buffer.concat(held), ended, length: length + (ended ? 1 : 0) };
    [held, length] = [[], 0];
    return record;
  };
  for await (const chunk of chunksOf(path)) {
    separator ??= chunk[0] === recordSeparator ? recordSeparator : newline;
    let from = 0;
    for (let at = chunk.indexOf(separator); at >= 0; at = chunk.indexOf(separator, from)) {
      yield take(chunk.subarray(from, at), true);
      from = at + 1;
    }
    length += chunk.length - from;
    if (length <= itemLimit) held.push(chunk.subarray(from));
    else held = [];
  }
  if (length > 0) {
    const ended = held.at(-1)?.at(-1) === newline;
    yield take(Buffer.alloc(0), ended);
  }
}
