import { readdir, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { startOf } from './bytes.ts';
import type { Format } from './reader.ts';
import { UnreadableFile } from './unreadable.ts';

const folder = new URL('formats/', import.meta.url);

/** All formats that can be read: every file in formats/ that exports one. */
export async function loadFormats(): Promise<Format[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const modules = await Promise.all(
    files.map(async (name) => (await import(new URL(name, folder).href)) as Record<string, unknown>),
  );
  return modules.flatMap((module) => Object.values(module)).filter(isFormat);
}

/**
 * The format of a file: the one named, else by what the file begins with and how its name ends.
 * @throws UnreadableFile when it is empty or no format fits
 */
export async function formatOf(path: string, name?: string): Promise<Format> {
  const formats = await loadFormats();
  const known = formats.map(({ id }) => id).join(', ');
  if (name !== undefined) {
    const named = formats.find(({ id }) => id === name);
    if (!named) throw new UnreadableFile('no-such-format', { format: name, formats: known });
    return named;
  }
  const ending = extname(path).toLowerCase();
  const folder = (await kindOf(path)) === 'folder';
  const start = folder ? Buffer.alloc(0) : await startOf(path);
  if (!folder && start.length === 0) throw new UnreadableFile('empty', {});
  const possible = formats.filter(({ isFolder = false }) => isFolder === folder);
  const fitting = possible.filter((format) => format.recognises(start));
  const found = fitting.find(({ endings }) => endings.includes(ending)) ?? fitting[0];
  // A file that does not look like what it is called is read as called: its reader says best what is wrong.
  const called = possible.find(({ endings }) => endings.includes(ending));
  if (!found && !called) throw new UnreadableFile('unknown-format', { formats: known });
  return found ?? called;
}

async function kindOf(path: string): Promise<'file' | 'folder'> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new UnreadableFile('no-such-file', { path });
  return found.isDirectory() ? 'folder' : 'file';
}

function isFormat(value: unknown): value is Format {
  return typeof value === 'object' && value !== null && 'recognises' in value && 'open' in value;
}
