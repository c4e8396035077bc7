import { expect } from 'chai';
import { closeSync, openSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { readFile } from '../../services/imports/read-file.ts';
import { temporaryFiles } from './files.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is held, in MB, when all that can be let go of is gone: buffers go a turn after what they belong to. */
async function heldMb(): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) {
    collectGarbage();
    await setImmediate();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

/** A file of so many features, some 1 kB each. */
type Writer = (count: number) => Generator<string | Uint8Array, void>;

/** North Sami: as long in memory as in the file. */
const text = 'š'.repeat(500);
const featureOf = (at: number) => ({
  type: 'Feature' as const,
  properties: { at, text },
  geometry: { type: 'Point' as const, coordinates: [9 + at / 1e6, 60] },
});

const writers: Record<string, Writer> = {
  *'a.geojson'(count) {
    yield '{"type":"FeatureCollection","features":[';
    for (let at = 0; at < count; at += 1) yield `${at > 0 ? ',' : ''}${JSON.stringify(featureOf(at))}`;
    yield ']}';
  },
  *'a.geojsonl'(count) {
    for (let at = 0; at < count; at += 1) yield `${JSON.stringify(featureOf(at))}\n`;
  },
  *'a.csv'(count) {
    yield 'lon,lat,text\n';
    for (let at = 0; at < count; at += 1) yield `${9 + at / 1e6},60,${text}\n`;
  },
  *'a.fgb'(count) {
    const features = Array.from({ length: count }, (_, at) => featureOf(at));
    yield serialize({ type: 'FeatureCollection', features }, 4326);
  },
  // Each second one is an area that refers to the curve before it: curves that were read last are remembered.
  *'a.sos'(count) {
    yield '.HODE\n..TEGNSETT UTF-8\n..TRANSPAR\n...KOORDSYS 22\n...ORIGO-NØ 0 0\n...ENHET 0.01\n';
    for (let at = 1; at < count; at += 2) {
      const ring = Array.from({ length: 100 }, (_, step) => `${660000000 + at} ${50000000 + (step % 50) * step}\n`);
      yield `.KURVE ${at}:\n..NØ\n${ring.join('')}${ring[0]}`;
      yield `.FLATE ${at + 1}:\n..REF :${at}\n..NØ\n1 1\n`;
    }
    yield '.SLUTT\n';
  },
};

/** Far more than is read at a time, and than curves are remembered. */
const [some, many] = [11_000, 22_000];
/** Of what the larger file has more, this much may be held: where its curves are, and what V8 has not let go of. */
const allowedMb = 4;

describe('imports: memory does not grow with the file', () => {
  const { write } = temporaryFiles();

  for (const [name, pieces] of Object.entries(writers))
    it(name, async () => {
      const held: number[] = [];
      const written: number[] = [];
      for (const count of [some, many]) {
        const path = write(name, '');
        written.push(fill(path, pieces(count)));
        const { features } = await readFile(path);
        let seen = 0;
        for await (const { index } of features) {
          seen += 1;
          if (index === count - 1) held.push(await heldMb());
        }
        expect(seen).to.equal(count);
      }
      const [less = NaN, more = NaN] = held;
      expect((written[1] ?? NaN) - (written[0] ?? NaN)).to.be.above(2.5 * allowedMb * 2 ** 20);
      expect(more - less).to.be.below(allowedMb);
    });
});

function fill(path: string, pieces: Iterable<string | Uint8Array>): number {
  const file = openSync(path, 'w');
  let bytes = 0;
  for (const piece of pieces) bytes += writeSync(file, typeof piece === 'string' ? Buffer.from(piece) : piece);
  closeSync(file);
  return bytes;
}
