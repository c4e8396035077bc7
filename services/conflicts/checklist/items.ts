import { readdir } from 'node:fs/promises';
import { themes, type ChecklistItem } from './item.ts';

const folder = new URL('items/', import.meta.url);
let loaded: Promise<readonly ChecklistItem[]> | undefined;

/** Every line of the checklist: each file in items/ exports one; by theme, then by file. */
export function loadItems(): Promise<readonly ChecklistItem[]> {
  loaded ??= readItems();
  return loaded;
}

async function readItems(): Promise<readonly ChecklistItem[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const modules = await Promise.all(
    files.map(async (name) => (await import(new URL(name, folder).href)) as Record<string, ChecklistItem>),
  );
  const order = Object.keys(themes);
  return modules
    .flatMap((module) => Object.values(module))
    .sort((a, b) => order.indexOf(a.theme) - order.indexOf(b.theme));
}
