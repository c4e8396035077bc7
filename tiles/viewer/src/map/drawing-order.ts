import type { LayerSpecification } from 'maplibre-gl';
import type { Collection } from '../answers.ts';

/** Covers the whole ground: everything else lies on top of it. */
const backdrop = new Set(['land-cover', 'ecosystem', 'elevation']);
export const isBackdrop = ({ id }: Collection): boolean => backdrop.has(id);
/** From the ground up; a group not named here lies between the last of these and the plans. */
const groundUp = ['limits', 'resources', 'nature', 'heritage', 'settlement', 'mobility'];

/**
 * Where a style layer belongs in the pile, higher on top: ground, areas by group, plans, borders, lines, points,
 * results. What is drawn does not depend on the order in which layers were turned on.
 */
export function rank(collection: Collection, type: LayerSpecification['type']): number {
  if (collection.group.id === 'results') return 50 + within(type);
  if (type === 'symbol') return 60;
  if (collection.group.id === 'limits') return type === 'fill' ? 0 : 25;
  if (isBackdrop(collection)) return 1 + within(type);
  const shape = collection.legend[0]?.shape;
  if (shape === 'circle') return 40;
  if (shape === 'line') return 30;
  return areaRank(collection.group.id) + within(type);
}

function areaRank(group: string): number {
  if (group === 'plans') return 20;
  const place = groundUp.indexOf(group);
  return 5 + (place < 0 ? groundUp.length : place);
}

/** An outline lies on its own fill. */
const within = (type: LayerSpecification['type']) => (type === 'fill' ? 0 : 0.5);
