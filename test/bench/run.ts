/**
 * `npm run bench [NAME …] [-- WORDS]`: measurements against a named rival in the same run, one file each beside this one.
 * A timing is never a test: nothing here fails because it is slow.
 */
import { readdir } from 'node:fs/promises';

const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.bench.ts')).sort();
const known = files.map((name) => name.replace('.bench.ts', ''));
const words = process.argv.slice(2);
const names = words.findIndex((word) => word.startsWith('-'));
const asked = names < 0 ? words : words.slice(0, names);
const unknown = asked.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  console.error(`There is no bench '${unknown.join("', '")}'. Benches: ${known.join(', ')}.`);
  process.exitCode = 2;
} else
  for (const name of asked.length > 0 ? asked : known) {
    console.log(`\n${name}`);
    const { bench } = (await import(`./${name}.bench.ts`)) as { bench: (words: string[]) => Promise<void> };
    await bench(words.slice(asked.length));
  }
