import fc from 'fast-check';
import type { NetworkQuestion, Serves } from '../../services/stations/network/question.ts';

const whole = (most: number, least = 0) => fc.integer({ min: least, max: most });
const serves = fc.constantFrom<Serves[]>('both', 'both', 'forward', 'backward');

/** Small questions of every model: sites that stand, sites that are forbidden, spacing, roads, p or p_new. */
export const questions: fc.Arbitrary<NetworkQuestion> = whole(7, 2).chain((count) => {
  const ids = Array.from({ length: count }, (_, at) => `s${at}`);
  const matrix = (columns: number) =>
    fc.array(fc.array(fc.oneof({ weight: 12, arbitrary: whole(30) }, fc.constant(null)), { minLength: columns, maxLength: columns }), { minLength: count, maxLength: count }); // prettier-ignore
  const roads = fc.array(
    fc.record({
      length_km: whole(60, 5),
      max_gap_km: fc.option(whole(50, 10), { nil: undefined }),
      ends: whole(2),
      min_spacing_km: fc.option(whole(12), { nil: undefined }),
      sites: fc.array(fc.record({ id: fc.constantFrom(...ids), at_km: whole(70, -5), serves }), { maxLength: 5 }),
    }),
    { maxLength: 1 },
  );
  const demand = fc.array(whole(9), { minLength: 1, maxLength: 6 });
  const flows = fc.array(
    fc.record({
      path: fc.uniqueArray(fc.constantFrom(...ids, 'n1', 'n2'), { minLength: 1, maxLength: 5 }),
      km: fc.array(whole(30), { minLength: 4, maxLength: 4 }),
      volume: whole(9),
      serves: fc.dictionary(fc.constantFrom(...ids), serves, { maxKeys: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  );
  return fc
    .record({
      model: fc.constantFrom(
        'covering' as const,
        'p-median' as const,
        'set-cover' as const,
        'flow-refuelling' as const,
      ),
      kinds: fc.array(fc.constantFrom('free', 'free', 'free', 'existing', 'forbidden'), { minLength: count, maxLength: count }), // prettier-ignore
      spacing: fc.option(fc.record({ value: whole(15), distances: matrix(count) }), { nil: undefined }),
      by: fc.boolean(),
      more: whole(3),
      radius: whole(25, 3),
      share: fc.option(fc.constantFrom(0.3, 0.5, 0.8), { nil: undefined }),
      roads,
      demand,
      flows,
    })
    .chain((given) => matrix(given.demand.length).map((distance) => ({ ...given, distance })))
    .map((given): NetworkQuestion => {
      const of = (kind: string) => ids.filter((_, at) => given.kinds[at] === kind);
      const [existing, forbidden] = [of('existing'), of('forbidden')];
      const added = Math.min(given.more, count - existing.length - forbidden.length);
      const places = {
        candidates: ids.map((id) => ({ id })),
        existing,
        forbidden,
        min_spacing: given.spacing,
        roads: given.roads.map(({ ends, sites, ...road }, at) => ({
          id: `r${at}`,
          ...road,
          ends_km: road.max_gap_km === undefined || ends === 0 ? undefined : (road.max_gap_km * ends) / 2,
          sites: sites.filter(({ id }, place) => sites.findIndex((other) => other.id === id) === place),
        })),
      };
      const number = given.by ? { p: Math.max(1, existing.length + added) } : { p_new: added };
      const asked = {
        demand: given.demand.map((weight, at) => ({ id: `d${at}`, weight })),
        distance: given.distance,
        radius: given.radius,
      };
      switch (given.model) {
        case 'set-cover':
          return { model: 'set-cover', ...places, ...asked, share: given.share };
        case 'covering':
        case 'p-median':
          return { model: given.model, ...places, ...asked, ...number };
        case 'flow-refuelling':
          return {
            model: 'flow-refuelling',
            ...places,
            ...number,
            range_km: 2 * given.radius,
            serves: Object.fromEntries(given.flows.map((flow, at) => [`f${at}`, flow.serves])),
            flows: given.flows.map(({ path, km, volume }, at) => ({ id: `f${at}`, path, links: km.slice(0, path.length - 1), volume })), // prettier-ignore
          };
      }
    })
    .filter((question) => question.model === 'set-cover' || isCountable(question));
});

const isCountable = ({
  candidates,
  existing = [],
  forbidden = [],
  ...question
}: Exclude<NetworkQuestion, { model: 'set-cover' }>) => {
  // prettier-ignore
  const count = question.p ?? existing.length + (question.p_new ?? 0);
  return count >= Math.max(1, existing.length) && count <= candidates.length - forbidden.length;
};
