import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { crsOf, UnknownCrs } from '../../services/imports/crs.ts';
import { examine } from '../../services/imports/examine.ts';
import { readFile } from '../../services/imports/read-file.ts';
import { UnreadableFile } from '../../services/imports/readers/unreadable.ts';
import { Rejection } from '../../services/imports/reasons.ts';
import { random } from './random-clients.ts';

/** What came of reading mutated copies of files. */
export interface Mutated {
  copies: number;
  /** Copies that were read to their end. */
  whole: number;
  /** Copies that were refused. */
  refused: number;
  /** Features read from those that were not. */
  features: number;
  /** Of these, the ones that would be rejected. */
  rejected: number;
}

interface Sample {
  name: string;
  bytes: Buffer;
}

/** Files by which GDAL is started, a process for each copy: one in so many copies is of these. */
const slow = /\.(?:zip|shp)$/;
const slowEvery = 100;

/**
 * Read copies of the sample files with bytes flipped, cut out, doubled and joined, drawn by chance from a seed.
 * @throws Error naming the copy when a reader throws anything but what it may, or its counts do not add up
 */
export async function readMutated(folder: string, seed: number, copies: number): Promise<Mutated> {
  const samples = samplesIn(folder);
  const [quick, others] = [
    samples.filter(({ name }) => !slow.test(name)),
    samples.filter(({ name }) => slow.test(name)),
  ];
  const chance = random(seed);
  const target = mkdtempSync(path.join(tmpdir(), 'grunnriss-mutated-'));
  const sum: Mutated = { copies, whole: 0, refused: 0, features: 0, rejected: 0 };
  try {
    for (let copy = 0; copy < copies; copy += 1) {
      const from = copy % slowEvery === slowEvery - 1 && others.length > 0 ? others : quick;
      const { name, bytes } = from[Math.floor(chance() * from.length)] ?? quick[0];
      const other = quick[Math.floor(chance() * quick.length)] ?? quick[0];
      const file = path.join(target, name);
      writeFileSync(file, mutated(bytes, other.bytes, chance));
      try {
        const { features, rejected } = await readWhole(file);
        sum.whole += 1;
        sum.features += features;
        sum.rejected += rejected;
      } catch (error) {
        if (!(error instanceof UnreadableFile || error instanceof UnknownCrs))
          throw new Error(`seed ${seed}, copy ${copy} of ${name}: ${(error as Error).stack}`, { cause: error });
        sum.refused += 1;
      }
      rmSync(file);
    }
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
  return sum;
}

function samplesIn(folder: string): Sample[] {
  const named = readdirSync(folder).filter((name) => /\.(?:gml|sos|geojson|gpkg|zip|xml)$/.test(name));
  const samples = named.map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));
  const plan = samples.find(({ name }) => name.endsWith('.geojson'))?.bytes ?? Buffer.from('{}');
  const { features } = JSON.parse(plan.toString('utf8')) as { features: { geometry: { coordinates: unknown } }[] };
  const flat = Buffer.from(serialize({ type: 'FeatureCollection', features } as never, 25832));
  const lines = features.map((feature) => JSON.stringify(feature)).join('\n');
  const table = features.map((_, at) => `${at};"navn ${at}";${500000 + at},5;${6600000 + at}`).join('\n');
  return [
    ...samples,
    { name: 'plan.fgb', bytes: flat },
    { name: 'plan.geojsonl', bytes: Buffer.from(lines) },
    { name: 'punkter.csv', bytes: Buffer.from(`id;navn;lon;lat\n${table}\n`) },
  ];
}

/** One to four changes. */
function mutated(bytes: Buffer, other: Buffer, chance: () => number): Buffer {
  let copy = Buffer.from(bytes);
  const somewhere = (length: number) => Math.floor(chance() * length);
  for (let change = 0; change <= chance() * 3; change += 1) {
    const [from, length] = [somewhere(copy.length), somewhere(Math.min(2000, copy.length))];
    switch (Math.floor(chance() * 7)) {
      case 0: // bytes flipped
        for (let flip = 0; flip <= chance() * 20; flip += 1) copy[somewhere(copy.length)] ^= 1 << somewhere(8);
        break;
      case 1: // the first bytes, where the head is
        for (let flip = 0; flip <= chance() * 5; flip += 1)
          copy[somewhere(Math.min(400, copy.length))] = somewhere(256);
        break;
      case 2: // cut off
        copy = copy.subarray(0, from);
        break;
      case 3: // cut out
        copy = Buffer.concat([copy.subarray(0, from), copy.subarray(from + length)]);
        break;
      case 4: // doubled
        copy = Buffer.concat([copy.subarray(0, from + length), copy.subarray(from)]);
        break;
      case 5: // joined with another
        copy = Buffer.concat([copy.subarray(0, from), other.subarray(somewhere(other.length))]);
        break;
      default: // a number of four bytes made huge, as lengths and counts are
        if (copy.length > 4)
          copy.writeUInt32LE(chance() < 0.5 ? 0xffffffff : somewhere(2 ** 31), somewhere(copy.length - 4));
    }
  }
  return copy;
}

async function readWhole(file: string): Promise<{ features: number; rejected: number }> {
  const source = await readFile(file);
  let [features, rejected] = [0, 0];
  for await (const { index, geometry, unreadable } of source.features) {
    if (index !== features) throw new Error(`feature ${features} has number ${index}`);
    features += 1;
    if (unreadable !== undefined) rejected += 1;
    else if (geometry && source.crs !== null)
      try {
        examine(geometry, 'any', crsOf(source.crs));
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        rejected += 1;
      }
  }
  if (source.count !== null && source.count !== features)
    throw new Error(`${source.count} features were announced, ${features} were read`);
  return { features, rejected };
}
