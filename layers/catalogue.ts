import { readdir } from 'node:fs/promises';
import { Explained } from './declaration/explained.ts';
import type { Layer } from './declaration/layer.ts';

/** All declared layers, by id, in the order of their files. */
export interface Catalogue {
  layers: readonly Layer[];
  /** @throws UnknownLayer naming the nearest ids */
  get(id: string): Layer;
  has(id: string): boolean;
}

export class UnknownLayer extends Explained {
  readonly id: string;
  constructor(id: string, known: readonly string[]) {
    super({
      nb: `Kartlaget «${id}» finnes ikke. Kartlag: ${known.join(', ')}.`,
      en: `There is no layer '${id}'. Layers: ${known.join(', ')}.`,
    });
    this.id = id;
  }
}

/**
 * Read the catalogue: every file beside this one that exports a layer. Adding a layer is adding one file.
 * @throws Error when two files declare the same id
 */
export async function loadCatalogue(): Promise<Catalogue> {
  const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.ts') && name !== 'catalogue.ts');
  const modules = await Promise.all(
    files.sort().map(async (name) => (await import(new URL(name, import.meta.url).href)) as Record<string, unknown>),
  );
  return catalogueOf(modules.flatMap((module) => Object.values(module)).filter(isLayer));
}

/** A catalogue of the given layers; tests use it with a layer of their own. */
export function catalogueOf(layers: readonly Layer[]): Catalogue {
  const byId = new Map(layers.map((layer) => [layer.id, layer]));
  if (byId.size !== layers.length) throw new Error('Two layers have the same id.');
  return {
    layers,
    has: (id) => byId.has(id),
    get(id) {
      const found = byId.get(id);
      if (!found) throw new UnknownLayer(id, [...byId.keys()]);
      return found;
    },
  };
}

function isLayer(value: unknown): value is Layer {
  return typeof value === 'object' && value !== null && 'table' in value && 'fields' in value && 'paint' in value;
}
