import { readdir } from 'node:fs/promises';
import { Explained } from '../../layers/declaration/explained.ts';
import type { Rule } from './judgement/rule.ts';

/** A rule was asked for that does not exist. */
export class UnknownRule extends Explained {
  readonly id: string;
  constructor(id: string, known: readonly string[]) {
    super({
      nb: `Det finnes ingen regel «${id}». Regler: ${known.join(', ')}.`,
      en: `There is no rule '${id}'. Rules: ${known.join(', ')}.`,
    });
    this.id = id;
  }
}

const folder = new URL('rules/', import.meta.url);
let loaded: Promise<readonly Rule[]> | undefined;

/** Every rule: each file in rules/ exports one. A county adds its own by adding a file. */
export function loadRules(): Promise<readonly Rule[]> {
  loaded ??= readRules();
  return loaded;
}

async function readRules(): Promise<readonly Rule[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const modules = await Promise.all(
    files.map(async (name) => (await import(new URL(name, folder).href)) as Record<string, unknown>),
  );
  const rules = modules.flatMap((module) => Object.values(module)).filter(isRule);
  if (new Set(rules.map(({ id }) => id)).size !== rules.length) throw new Error('Two rules have the same id.');
  return rules;
}

/**
 * The rules to ask.
 * @param ids which; all where nothing is said, and none for an empty list
 * @throws UnknownRule
 */
export function chooseRules(rules: readonly Rule[], ids?: readonly string[]): Rule[] {
  if (!ids) return [...rules];
  for (const id of ids)
    if (!rules.some((rule) => rule.id === id))
      throw new UnknownRule(
        id,
        rules.map((rule) => rule.id),
      );
  return rules.filter(({ id }) => ids.includes(id));
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'judges' in value && 'guideline' in value;
}
