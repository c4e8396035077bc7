import { readdir } from 'node:fs/promises';
import type { Indicator } from './indicator.ts';

const folder = new URL('../indicators/', import.meta.url);
let loaded: Promise<readonly Indicator[]> | undefined;

/** Every indicator: each file in indicators/ exports one or a list of them. A county adds its own by adding a file. */
export function loadIndicators(): Promise<readonly Indicator[]> {
  loaded ??= readIndicators();
  return loaded;
}

async function readIndicators(): Promise<readonly Indicator[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const modules = await Promise.all(
    files.map(async (name) => (await import(new URL(name, folder).href)) as Record<string, unknown>),
  );
  const indicators = modules.flatMap((module) => Object.values(module).flat()).filter(isIndicator);
  if (new Set(indicators.map(({ id }) => id)).size !== indicators.length)
    throw new Error('Two indicators have the same id.');
  return indicators;
}

function isIndicator(value: unknown): value is Indicator {
  return typeof value === 'object' && value !== null && 'measure' in value && 'direction' in value;
}
