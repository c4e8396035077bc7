import type { Bilingual } from './bilingual.ts';
import type { Derivation } from './derivation.ts';
import type { Field } from './field.ts';
import type { Paint } from './paint.ts';

/** Groups of the layer list, in the order a planner reads a map. */
export const groups = {
  results: { nb: 'Resultater', en: 'Results' },
  plans: { nb: 'Planer', en: 'Plans' },
  limits: { nb: 'Inndelinger', en: 'Boundaries' },
  nature: { nb: 'Natur og friluftsliv', en: 'Nature and outdoor life' },
  heritage: { nb: 'Kulturarv', en: 'Heritage' },
  resources: { nb: 'Mineraler og arealdekke', en: 'Minerals and land cover' },
  settlement: { nb: 'Bosetting og bygg', en: 'Settlement and buildings' },
  mobility: { nb: 'Transport og energi', en: 'Transport and energy' },
} as const satisfies Record<string, Bilingual>;

export type Group = keyof typeof groups;

/** `any` only where one role comes in several shapes (elevation as contours, bands or spot heights). */
export type GeometryKind = 'point' | 'line' | 'polygon' | 'any';

/** What a layer's file says. */
export interface LayerDeclaration {
  /** The role of domain §3: lower case with hyphens; it is also the collection id and the tile layer's name. */
  id: string;
  title: Bilingual;
  description: Bilingual;
  group: Group;
  geometry: GeometryKind;
  fields: Record<string, Field>;
  /** Source field names per field; compared folded (case, diacritics, separators), so `DEFINISJON` also fits `definisjon`. */
  names?: Record<string, string[]>;
  /** Object types or source layer names whose features belong here when a file holds several layers, compared folded. */
  objectTypes?: string[];
  /** The field that takes the object type (or the source layer's name) when no source field fills it. */
  objectTypeField?: string;
  /** Fields worked out from the others when a feature is loaded. */
  derived?: Record<string, Derivation>;
  /** Features may come without geometry (figures keyed to road links): they are loaded, found and listed, never drawn. */
  geometryOptional?: boolean;
  /** Source field names that hold the feature's id in its register, besides `id`, `lokalid`, `localid`, `gml_id`. */
  idNames?: string[];
  tiles: {
    zooms: [min: number, max: number];
    /** At low zooms, when a tile is full, larger features stay and smaller ones go. */
    keepLargest?: boolean;
    /** Neighbours share borders and must still meet when simplified: simplified arc by arc. */
    coverage?: boolean;
  };
  paint: Paint;
  /** Which field names a feature on the map and in lists. */
  label?: string;
  /** The analysis that writes this layer; absent for layers that come from files. */
  producedBy?: string;
}

export interface Layer extends LayerDeclaration {
  /** The layer's table in schema `grunnriss`. */
  table: string;
}

const identifier = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Columns every layer has (see services/database/layer-tables.ts): a field may not take their names. */
const reserved = new Set(['fid', 'dataset_id', 'source_id', 'accuracy_m', 'unmapped', 'geom']);

/**
 * Declare a layer.
 * @throws Error naming the layer when the declaration contradicts itself (bad id, reserved or unknown field)
 */
export function layer(declaration: LayerDeclaration): Layer {
  const wrong = (what: string) => new Error(`Layer '${declaration.id}': ${what}`);
  if (!identifier.test(declaration.id)) throw wrong('the id must be lower case words joined by hyphens');
  for (const name of Object.keys(declaration.fields)) {
    if (reserved.has(name)) throw wrong(`the field name '${name}' is reserved`);
    if (!/^[a-z][a-z0-9_]*$/.test(name)) throw wrong(`the field name '${name}' must be lower case with underscores`);
  }
  for (const name of Object.keys(declaration.names ?? {}))
    if (!(name in declaration.fields)) throw wrong(`names given for '${name}', which is not a field`);
  for (const name of Object.keys(declaration.derived ?? {}))
    if (!(name in declaration.fields)) throw wrong(`'${name}' is derived, which is not a field`);
  if (declaration.objectTypeField && !(declaration.objectTypeField in declaration.fields))
    throw wrong(`the object type goes to '${declaration.objectTypeField}', which is not a field`);
  const { colour } = declaration.paint;
  if (typeof colour !== 'string' && !(colour.field in declaration.fields))
    throw wrong(`coloured by '${colour.field}', which is not a field`);
  if (declaration.label && !(declaration.label in declaration.fields))
    throw wrong(`labelled by '${declaration.label}', which is not a field`);
  return { ...declaration, table: `layer_${declaration.id.replaceAll('-', '_')}` };
}
