import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadCatalogue } from '../../layers/catalogue.ts';
import type { Database } from '../../services/database/database.ts';
import { openDatabase } from '../../services/database/open.ts';
import { readSettings, type Settings } from '../../services/settings.ts';
import type { Engine } from './engines.ts';
import { bareDatabase } from './bare-database.ts';
import { onServerItself, urlOf } from './test-server.ts';

/** What a database holds before a suite gets its copy: nothing but the migrations, or the example county. */
export type Content = 'empty' | 'example';

/** Small enough to load in seconds, large enough to hold a town, a mountain and every kind of plan. */
const exampleScale = 0.02;

/** Where a copy can be made from: a database name on the server, a folder of the embedded one. */
const prepared = new Map<string, Promise<string>>();
const rubbish: (() => Promise<void> | void)[] = [];
let copies = 0;

/** Settings of a fresh copy of the prepared database, and how to throw it away. */
export async function freshCopy(
  engine: Engine,
  content: Content,
): Promise<{ settings: Settings; discard: () => Promise<void> }> {
  const key = `${engine} ${content}`;
  let source = prepared.get(key);
  if (!source) {
    source = engine === 'server' ? prepareServer(content) : prepareEmbedded(content);
    prepared.set(key, source);
  }
  return engine === 'server' ? copyServer(await source) : copyEmbedded(await source);
}

/** Remove everything that was prepared. */
export async function removePrepared(): Promise<void> {
  for (const remove of rubbish.splice(0).reverse()) await remove();
  prepared.clear();
}

async function prepareServer(content: Content): Promise<string> {
  const name = `grunnriss_${content}_${process.pid}`;
  await onServerItself(`create database ${name}`);
  rubbish.push(() => onServerItself(`drop database if exists ${name} with (force)`));
  await fill(readSettings({ DATABASE_URL: urlOf(name) }), content);
  return name;
}

async function prepareEmbedded(content: Content): Promise<string> {
  const folder = temporaryFolder();
  rubbish.push(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(await bareDatabase(), folder, { recursive: true });
  await fill(readSettings({ GRUNNRISS_DATA: folder }), content);
  return folder;
}

async function fill(settings: Settings, content: Content): Promise<void> {
  const catalogue = await loadCatalogue();
  const database: Database = await openDatabase(settings, catalogue);
  try {
    if (content === 'example') {
      const { loadExample } = await import('../../services/example/load.ts');
      await loadExample(database, catalogue, { scale: exampleScale, seed: 1 });
    }
  } finally {
    await database.close();
  }
}

async function copyServer(template: string) {
  const name = `${template}_${++copies}`;
  await onServerItself(`create database ${name} template ${template}`);
  const discard = () => onServerItself(`drop database if exists ${name} with (force)`);
  return { settings: readSettings({ DATABASE_URL: urlOf(name) }), discard };
}

function copyEmbedded(template: string) {
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  const discard = () => Promise.resolve(rmSync(folder, { recursive: true, force: true }));
  return { settings: readSettings({ GRUNNRISS_DATA: folder }), discard };
}

const temporaryFolder = (): string => mkdtempSync(path.join(tmpdir(), 'grunnriss-test-'));
