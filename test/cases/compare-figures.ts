import type { Tolerance } from './centrality-case.ts';

/** Figures of which a case lists all there are: one that is not listed is wrong. */
const complete = new Set(['times_min', 'explain']);

/**
 * Compare an answer with what a case expects, however deep the figures lie. Only what is expected is compared; a null
 * is not.
 * @returns what differs, in words
 */
export function compareFigures(expected: Record<string, unknown>, got: unknown, tolerance: Tolerance): string[] {
  return Object.entries(expected).flatMap(([name, wanted]) =>
    differ(name, wanted, (got as Record<string, unknown>)[name], tolerance, complete.has(name)),
  );
}

function differ(place: string, wanted: unknown, got: unknown, tolerance: Tolerance, all: boolean): string[] {
  if (wanted === null) return [];
  if (typeof wanted === 'number') {
    const time = /times?_min/.test(place);
    const allowed = time ? tolerance.time_min : tolerance.relative * Math.abs(wanted) + tolerance.absolute;
    const holds = typeof got === 'number' && Math.abs(got - wanted) <= allowed;
    return holds ? [] : [`${place}: ${String(got)}, expected ${wanted}`];
  }
  if (typeof wanted !== 'object')
    return got === wanted ? [] : [`${place}: ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`];
  if (typeof got !== 'object' || got === null) return [`${place}: ${String(got)}, expected figures`];
  const found = got as Record<string, unknown>;
  const surplus = all ? Object.keys(found).filter((name) => !(name in wanted)) : [];
  return [
    ...surplus.map((name) => `${place}.${name}: ${JSON.stringify(found[name])}, expected none`),
    ...Object.entries(wanted).flatMap(([name, value]) =>
      differ(`${place}.${name}`, value, found[name], tolerance, all),
    ),
  ];
}
