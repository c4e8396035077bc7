import type { CaseFeature } from '../../cases/truth-case.ts';
import { around, both, landOf, m2, partsOf, together, without, type Land } from './land.ts';
import { keptByNewest, layers, newest, oldest, outline, regulation } from './world.ts';

/** Figures by their names, a line each: m², or counts. */
export type Figures = Record<string, number>;

const whole = landOf(outline);
const featuresOf = (layer: string): CaseFeature[] => layers[layer]?.features ?? [];
const within = ({ geometry }: CaseFeature): Land => both(landOf(geometry), whole);
const put = (figures: Figures, name: string, value: number): void => {
  figures[name] = (figures[name] ?? 0) + value;
};

/** Land by class in a year, as polygons within the municipality, and the land that has none. */
function mapped(layer: string, year: number): { class: string; land: Land }[] {
  const found = featuresOf(layer)
    .filter(({ properties }) => properties['year'] === year)
    .map((own) => ({ class: String(own.properties['class']), land: within(own) }));
  const gap = without(whole, together(found.map(({ land }) => land)));
  return gap ? [...found, { class: 'unclassified', land: gap }] : found;
}

/** Strips between borders that were drawn twice are 5 cm wide here, real change tens of metres. */
const isNoise = (land: Land): boolean => around100(land) < 1;

/** Twice the area by the outline's length: about the width of something long. */
function around100(land: Land): number {
  const [ring = []] = land?.geometry.type === 'Polygon' ? land.geometry.coordinates : [];
  const length = ring.slice(1).reduce((sum, [x = 0, y = 0], at) => {
    const [beforeX = 0, beforeY = 0] = ring[at] ?? [];
    return sum + Math.hypot(x - beforeX, y - beforeY);
  }, 0);
  return (2 * m2(land)) / length;
}

/** Opening, additions, reductions, closing, the matrix and noise of a coverage. */
export function recomputeExtent(layer: string): Figures {
  const [opening, closing] = [mapped(layer, 2018), mapped(layer, 2024)];
  const figures: Figures = {};
  for (const own of opening) put(figures, `opening ${own.class}`, m2(own.land));
  for (const own of closing) put(figures, `mapped closing ${own.class}`, m2(own.land));
  const moved = new Map<string, Land[]>();
  for (const from of opening)
    for (const to of closing) {
      const shared = both(from.land, to.land);
      const key = `${from.class} ${to.class}`;
      if (shared) moved.set(key, [...(moved.get(key) ?? []), shared]);
    }
  for (const [key, lands] of moved) {
    const [from = '', to = ''] = key.split(' ');
    for (const part of partsOf(together(lands))) {
      const area = m2(part);
      if (from !== to) put(figures, 'gross change', area);
      const isKept = from === to || isNoise(part);
      if (isKept && from !== to) put(figures, 'noise', area);
      put(figures, `matrix ${from} ${isKept ? from : to}`, area);
      put(figures, `closing ${isKept ? from : to}`, area);
      if (isKept) continue;
      put(figures, `reductions ${from}`, area);
      put(figures, `additions ${to}`, area);
    }
  }
  return figures;
}

const groups: Record<number, string> = { 1110: 'housing', 1120: 'holiday-homes', 1300: 'business', 5100: 'lnfr', 5210: 'scattered-housing' }; // prettier-ignore

/** Who comes first has the ground: what the newest plan keeps, the newest plan, the regulation, the oldest plan. */
const claims: [CaseFeature, Land][] = [
  [regulation, both(landOf(regulation.geometry), landOf(keptByNewest))],
  ...newest.map((own): [CaseFeature, Land] => [own, landOf(own.geometry)]),
  [regulation, landOf(regulation.geometry)],
  [oldest, landOf(oldest.geometry)],
];

const kinds: Record<string, (layer: string) => Land> = {
  'contiguous-nature': (layer) => together(featuresOf(layer).map(within)),
  recreation: () => together(featuresOf('recreation-area').map(within)),
  'nature-type': (layer) => together(featuresOf(layer).map(within)),
  'wild-reindeer': (layer) => together(featuresOf(layer).map(within)),
  shoreline: () => together(featuresOf('water').map(({ geometry }) => around(geometry, 100))),
  'above-treeline': () => together(featuresOf('treeline').filter(({ properties }) => properties['definition'] === 'empirical').map(within)), // prettier-ignore
};
const classes: Record<string, string[]> = { forest: ['30'], mire: ['60'], farmland: ['21', '22', '23'], open: ['50'] };

/** Planned, built, reserve, unbuildable, densification of each purpose group, and what the reserve would take. */
export function recomputePlans(): Figures {
  const figures: Figures = {};
  const cover = mapped('land-cover', 2024);
  const ofClasses = (wanted: readonly string[]) =>
    together(cover.filter((own) => wanted.includes(own.class)).map(({ land }) => land));
  const houses = ['building', 'holiday-home', 'dwelling'].flatMap(featuresOf);
  const near = (metres: number) =>
    together([...houses.map(({ geometry }) => around(geometry, metres)), ofClasses(['11', '12'])]);
  const built = { 18: near(18), 9: near(9), 27: near(27) };
  const guarded = together(featuresOf('protected-area').map(within));
  const flood = featuresOf('hazard').filter(({ properties }) => properties['kind'] !== 'radon');
  const excluded = together([guarded, ...[...featuresOf('water'), ...flood].map(within)]);
  const taken: [string, Land][] = [
    ...Object.entries(kinds).map(([kind, land]): [string, Land] => [kind, land(kind)]),
    ...Object.entries(classes).map(([kind, wanted]): [string, Land] => [kind, ofClasses(wanted)]),
  ];
  const types = mapped('ecosystem', 2024);
  let before: Land = null;
  for (const [{ properties, geometry }, claimed] of claims) {
    const land = both(without(claimed, before), whole);
    const group = groups[properties['purpose'] as number] ?? '';
    const rivals = newest.slice(
      0,
      newest.findIndex((own) => own.geometry === geometry),
    );
    const twice = both(both(landOf(geometry), whole), together(rivals.map((own) => landOf(own.geometry))));
    if (properties['plan_id'] === '9970_3') put(figures, 'claimed twice', m2(twice));
    before = together([before, claimed]);
    put(figures, `planned ${group}`, m2(land));
    if (group === 'lnfr') continue;
    const isPresent = properties['status'] === 1;
    for (const [buffer, houseLand] of Object.entries(built)) {
      const buildable = without(without(land, houseLand), excluded);
      put(figures, `built ${group} ${buffer}`, m2(both(land, houseLand)));
      put(figures, `${isPresent ? 'densification' : 'reserve'} ${group} ${buffer}`, m2(buildable));
      if (buffer !== '18') continue;
      const unbuildable = both(without(land, houseLand), excluded);
      put(figures, `unbuildable ${group}`, m2(unbuildable));
      put(figures, `unbuildable protected ${group}`, m2(both(unbuildable, guarded)));
      if (isPresent) continue;
      for (const [kind, where] of taken) put(figures, `takes ${group} ${kind}`, m2(both(buildable, where)));
      if (group === 'scattered-housing') continue;
      for (const own of types) put(figures, `loss ${own.class}`, m2(both(buildable, own.land)));
    }
  }
  return figures;
}

/** Ecosystem types, protection, nature types, contiguous nature. */
export function recomputeNature(): Figures {
  const figures: Figures = { area: m2(whole) };
  for (const own of mapped('ecosystem', 2024)) put(figures, `type ${own.class}`, m2(own.land));
  for (const [layer, field, of] of [
    ['protected-area', 'protection', 'protected'],
    ['nature-type', 'value', 'nature type'],
  ] as const) {
    const all = featuresOf(layer);
    put(figures, `${of} in all`, m2(together(all.map(within))));
    for (const code of new Set(all.map(({ properties }) => String(properties[field]))))
      put(
        figures,
        `${of} ${code}`,
        m2(together(all.filter(({ properties }) => properties[field] === code).map(within))),
      );
  }
  const patches = partsOf(together(featuresOf('contiguous-nature').map(within))).map(m2);
  const sum = patches.reduce((total, patch) => total + patch, 0);
  return {
    ...figures,
    patches: patches.length,
    contiguous: sum,
    'largest patch': Math.max(...patches),
    'mesh size': patches.reduce((total, patch) => total + patch ** 2, 0) / m2(whole),
  };
}
