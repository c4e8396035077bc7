import { loadCatalogue } from '../../layers/catalogue.ts';
import { openDatabase } from '../../services/database/open.ts';
import { readSettings, type Settings } from '../../services/settings.ts';
import type { Engine } from './engines.ts';
import { startKept, type KeptEmbedded } from './kept-embedded.ts';
import { onServerItself, urlOf } from './test-server.ts';

/** What a database holds before a suite gets it: nothing but the migrations, or the example county. */
export type Content = 'empty' | 'example';

/** A database that a suite has for itself, and how to give it back. */
interface Lent {
  settings: Settings;
  discard: () => Promise<void>;
}

/** Small enough to load in seconds, large enough to hold a town, a mountain and every kind of plan. */
const exampleScale = 0.02;

/** Databases of the server that copies are made of. */
const templates = new Map<Content, Promise<string>>();
/** Embedded databases, and those of them that nobody uses just now. */
const running = new Set<KeptEmbedded>();
const idle: Record<Content, KeptEmbedded[]> = { empty: [], example: [] };
const rubbish: (() => Promise<void>)[] = [];
let copies = 0;

/** Settings of a database with that content which nobody else has, and how to give it back. */
export const freshCopy = (engine: Engine, content: Content): Promise<Lent> =>
  engine === 'server' ? copyOnServer(content) : lendEmbedded(content);

/** Remove everything that was prepared. */
export async function removePrepared(): Promise<void> {
  for (const remove of rubbish.splice(0).reverse()) await remove();
  templates.clear();
  for (const kept of running) await kept.remove();
  running.clear();
  for (const content of ['empty', 'example'] as const) idle[content] = [];
}

async function copyOnServer(content: Content): Promise<Lent> {
  const made = templates.get(content) ?? prepareServer(content);
  templates.set(content, made);
  const template = await made;
  const name = `${template}_${++copies}`;
  await onServerItself(`create database ${name} template ${template}`);
  const discard = () => onServerItself(`drop database if exists ${name} with (force)`);
  return { settings: readSettings({ DATABASE_URL: urlOf(name) }), discard };
}

async function prepareServer(content: Content): Promise<string> {
  const name = `grunnriss_${content}_${process.pid}`;
  await onServerItself(`create database ${name}`);
  rubbish.push(() => onServerItself(`drop database if exists ${name} with (force)`));
  await fill(readSettings({ DATABASE_URL: urlOf(name) }), content);
  return name;
}

async function lendEmbedded(content: Content): Promise<Lent> {
  const kept = idle[content].pop() ?? (await startKept((settings) => fill(settings, content)));
  running.add(kept);
  const discard = async () => {
    if (await kept.restore()) return void idle[content].push(kept);
    running.delete(kept);
    await kept.remove();
  };
  return { settings: kept.settings, discard };
}

async function fill(settings: Settings, content: Content): Promise<void> {
  const catalogue = await loadCatalogue();
  const database = await openDatabase(settings, catalogue);
  try {
    if (content === 'example') {
      const { loadExample } = await import('../../services/example/load.ts');
      await loadExample(database, catalogue, { scale: exampleScale, seed: 1 });
    }
  } finally {
    await database.close();
  }
}
