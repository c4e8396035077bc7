import { execFileSync, spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { loadCatalogue } from '../../layers/catalogue.ts';
import type { Database } from '../../services/database/database.ts';
import { openDatabase } from '../../services/database/open.ts';
import { exampleCounty } from '../../services/example/county.ts';
import type { ExampleLayer } from '../../services/example/example-layer.ts';
import { importFile } from '../../services/imports/import-file.ts';
import { readSettings } from '../../services/settings.ts';
import { onServerItself, stopTestServer, urlOf } from '../setup/test-server.ts';
import { benchFormats } from './formats.ts';
import { loading } from './rival.ts';

/** A tenth of Buskerud: 15 000 polygons of land cover. */
const scale = Number(process.env['GRUNNRISS_BENCH_SCALE'] ?? 0.1);
const rounds = 3;
const layers = ['land-cover', 'building', 'road-link'];
const name = `grunnriss_bench_${process.pid}`;

/**
 * Features per second of `grunnriss import` (read, check, number, load, cut into pieces, prepare tiles, publish)
 * against `ogr2ogr` loading the same GeoJSON file into the same server with a spatial index; then one layer in every
 * format, with the peak memory of both.
 */
export async function bench(): Promise<void> {
  if (spawnSync('ogr2ogr', ['--version']).status !== 0) {
    console.log('  not run: ogr2ogr, the rival, is not on this machine');
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'grunnriss-bench-'));
  await onServerItself(`create database ${name}`);
  const catalogue = await loadCatalogue();
  const database = await openDatabase(readSettings({ DATABASE_URL: urlOf(name) }), catalogue);
  try {
    const county = exampleCounty({ scale });
    const municipalities = await write(folder, county.layers, 'municipality');
    await importFile(database, catalogue, { path: municipalities.file, layer: 'municipality' });
    for (const layer of layers) {
      const { file, count } = await write(folder, county.layers, layer);
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        theirs.push(timed(() => execFileSync('ogr2ogr', loading(file, layer, urlOf(name)))));
        ours.push(
          await timedAsync(() => importFile(database, catalogue, { path: file, layer, part: `bench ${round}` })),
        );
        await forget(database);
      }
      report(layer, count, statSync(file).size, median(ours), median(theirs));
    }
    const coverage = county.layers.find((one) => one.layer === 'land-cover');
    if (coverage) await benchFormats(folder, coverage, urlOf(name));
  } finally {
    await database.close();
    await onServerItself(`drop database if exists ${name} with (force)`);
    stopTestServer();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first dataset of a layer as a GeoJSON file in EPSG:25832. */
async function write(
  folder: string,
  all: readonly ExampleLayer[],
  layer: string,
): Promise<{ file: string; count: number }> {
  const example = all.find((one) => one.layer === layer);
  if (!example) throw new Error(`The example county has no layer '${layer}'.`);
  const file = path.join(folder, `${layer}.geojson`);
  let count = 0;
  const text = function* () {
    yield '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},"features":[\n';
    for (const { id, properties, geometry } of example.features) {
      yield `${count > 0 ? ',\n' : ''}${JSON.stringify({ type: 'Feature', properties: { id, ...properties }, geometry })}`;
      count += 1;
    }
    yield ']}';
  };
  await pipeline(text, createWriteStream(file));
  return { file, count };
}

/** Earlier rounds must not make later ones slower. */
async function forget(database: Database): Promise<void> {
  await database.script('vacuum analyze');
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

function report(layer: string, count: number, bytes: number, ours: number, theirs: number): void {
  const speed = (time: number) => `${Math.round((count / time) * 1000)} features/s (${(time / 1000).toFixed(2)} s)`;
  console.log(
    `  ${layer}: ${count} features, ${(bytes / 2 ** 20).toFixed(1)} MB` +
      `\n    grunnriss import  ${speed(ours)}\n    ogr2ogr           ${speed(theirs)}` +
      `\n    ratio             ${(ours / theirs).toFixed(2)}`,
  );
}
