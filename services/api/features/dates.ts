import type { Layer } from '../../../layers/declaration/layer.ts';

/**
 * The fields that say when a feature holds: from `valid_from` to `valid_to` where it has both, else on the day of its
 * first date. Nothing for a layer without dates: `datetime` then selects everything.
 */
export function datesOf(layer: Layer): { from: string; to: string } | undefined {
  const dates = Object.entries(layer.fields).flatMap(([name, { kind }]) => (kind === 'date' ? [name] : []));
  if (dates.includes('valid_from') && dates.includes('valid_to')) return { from: 'valid_from', to: 'valid_to' };
  const [first] = dates;
  return first === undefined ? undefined : { from: first, to: first };
}
