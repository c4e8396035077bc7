import { readdir } from 'node:fs/promises';
import { Explained } from '../../layers/declaration/explained.ts';
import type { Criterion } from './criterion.ts';

/** A weight was given for a criterion that does not exist. */
export class UnknownCriterion extends Explained {
  constructor(id: string, known: readonly string[]) {
    super({
      nb: `Det finnes ikke noe kriterium «${id}». Kriterier: ${known.join(', ')}.`,
      en: `There is no criterion '${id}'. Criteria: ${known.join(', ')}.`,
    });
  }
}

const folder = new URL('criteria/', import.meta.url);
let loaded: Promise<readonly Criterion[]> | undefined;

/** Every criterion, in the order of lists: each file in criteria/ exports one. */
export function loadCriteria(): Promise<readonly Criterion[]> {
  loaded ??= readCriteria();
  return loaded;
}

async function readCriteria(): Promise<readonly Criterion[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const modules = await Promise.all(
    files.map(async (name) => (await import(new URL(name, folder).href)) as Record<string, unknown>),
  );
  const criteria = modules.flatMap((module) => Object.values(module)).filter(isCriterion);
  if (new Set(criteria.map(({ id }) => id)).size !== criteria.length) throw new Error('Two criteria have the same id.');
  return criteria.sort((a, b) => a.order - b.order);
}

function isCriterion(value: unknown): value is Criterion {
  return typeof value === 'object' && value !== null && 'measure' in value && 'direction' in value;
}
