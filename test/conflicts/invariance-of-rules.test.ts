import { expect } from 'chai';
import fc from 'fast-check';
import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import { loadRules } from '../../services/conflicts/rule-catalogue.ts';
import type { FindingProperties } from '../../services/conflicts/answer/result.ts';
import type { CaseFeature, ConflictCase } from '../cases/truth-case.ts';
import { onServer } from '../setup/databases.ts';
import { everywhere, feature, nothingElse, rectangle, Stage } from './scene.ts';
import { asParts, densified, halves, radii, reversed, star } from './shapes.ts';

const [x, y] = [500_000, 6_700_000];

type Properties = CaseFeature['properties'];

/** Constraints of every rule about zones and resources, all on the same ground. */
const constraints: [layer: string, properties: Properties][] = [
  ['treeline', { definition: 'empirical', source: 'K', uncertainty_m: 10, uncertainty_axis: 'horizontal' }],
  ['contiguous-nature', { name: 'N', value: 'national' }],
  ['nature-corridor', { name: 'T', value: null }],
  ['recreation-area', { name: 'F', value: 'local' }],
  ['wild-reindeer', { name: 'V', value: null }],
  ['heritage-site', { name: 'G', protection: 'AUT', importance: 'national' }],
  ['heritage-environment', { name: 'M', kind: 'kula', importance: null }],
  ['mineral-resource', { name: 'R', kind: 'metal', registration: 'deposit', importance: 'national' }],
];

/** What is drawn, and how: the same ground each time. */
interface Drawing {
  zones: readonly (Polygon | MultiPolygon)[];
  constraint: readonly Polygon[];
  green: readonly Polygon[];
  /** Metres east and north. */
  moved?: number;
}

/**
 * Where features overlap, the border of their union has corners on the overlay's grid, and the buffer that is the belt
 * rounds them a little otherwise: its area is known to this share.
 */
const beltWithin = 1e-5;

/** Zones of three purposes, so that every rule has one to judge; 50 daa and more where it takes that. */
const purposes = [1120, 1110, 1300];

function layersOf({ constraint, green, moved = 0 }: Drawing): ConflictCase['layers'] {
  const at = (east: number, north: number, width: number, height: number) =>
    rectangle(x + east + moved, y + north + moved, width, height);
  const place = (east: number, north: number): Geometry => ({
    type: 'Point',
    coordinates: [x + east + moved, y + north + moved],
  });
  const plan = { plan_id: '3338_1', name: 'P', plan_type: 20, plan_status: 3, law: 2008, in_force: '2015-01-01' };
  const given = { object_type: 'KpArealformålOmråde', level: 2, plan_id: '3338_1', status: 1 };
  const road = [-9000, 9000].map((east) => [x + east + moved, y - 1500 + moved]);
  return {
    ...Object.fromEntries(
      constraints.map(([layer, properties]) => [
        layer,
        everywhere(constraint.map((each) => feature(each, properties))),
      ]),
    ),
    municipality: everywhere([
      feature(at(-20_000, -20_000, 20_500, 40_000), { number: '3338', name: 'A' }),
      feature(at(500, -20_000, 20_000, 40_000), { number: '3330', name: 'B' }),
    ]),
    plan: everywhere([feature(at(-9000, -9000, 18_000, 18_000), plan)]),
    zoning: everywhere([
      ...green.map((each) => feature(each, { ...given, purpose: 3040 })),
      feature(at(-2500, -2500, 300, 300), { ...given, purpose: 1120 }),
    ]),
    'urban-area': everywhere([feature(at(-600, -200, 500, 500), { name: 'By' })]),
    building: everywhere([]),
    'road-link': everywhere([
      feature({ type: 'LineString', coordinates: road }, { speed_kmh: 60, category: 'national', road_number: 'Rv7' }),
    ]),
    'centre-zone': everywhere([feature(at(6000, -1600, 200, 200), { name: 'Torget', residents: 900, year: 2024 })]),
    'transit-hub': everywhere([]),
    'grid-point': everywhere([feature(place(2000, 2000), { name: 'Trafo', available_mw: 5 })]),
    'land-cover': everywhere([feature(at(-9000, -9000, 18_000, 18_000), { class: '30', year: 2024 })]),
  };
}

onServer('every rule on random ground', (server) => {
  const stage = new Stage(server);

  it('says the same however zones and constraints are drawn: moved, split, merged, turned round, with more points', async function () {
    this.timeout(600_000);
    const ids = (await loadRules()).map(({ id }) => id);
    const nothing = await nothingElse();
    const seen = new Map<string, Set<string>>();
    const answers = async (drawing: Drawing) => {
      const result = await stage.check({
        layers: { ...nothing, ...layersOf(drawing) },
        zones: drawing.zones.map((geometry, at) =>
          feature(
            geometry,
            { object_type: 'KpArealformålOmråde', purpose: purposes[at] ?? 1120, status: 2, level: 2, name: `Z${at}` },
            `Z${at}`,
          ),
        ),
        outline: rectangle(x - 8000 + (drawing.moved ?? 0), y - 8000 + (drawing.moved ?? 0), 16_000, 16_000),
      });
      return new Map(
        ids.map((id) => [
          id,
          result.findings.features.flatMap(({ properties }) => (properties.rule === id ? [properties] : [])),
        ]),
      );
    };
    const same = (before: Map<string, FindingProperties[]>, after: typeof before, within: number, how: string) => {
      for (const [id, was] of before) {
        const now = after.get(id) ?? [];
        const isResource = id.endsWith('-unsecured');
        const told = `${id}, ${how}`;
        // A resource in two halves is two resources; each of them is answered for its own land.
        if (isResource) expect(new Set(now.map(({ verdict }) => verdict)), told).to.deep.equal(new Set(was.map(({ verdict }) => verdict))); // prettier-ignore
        else expect(now.map(({ verdict }) => verdict), told).to.deep.equal(was.map(({ verdict }) => verdict)); // prettier-ignore
        for (const figure of ['area_m2', 'red_area_m2', 'new_area_m2'] as const) {
          if (isResource && (figure !== 'area_m2' || how === 'twice')) continue;
          const sum = (of: FindingProperties[]) => of.reduce((total, each) => total + (each[figure] ?? 0), 0);
          expect(sum(now), `${told}, ${figure}`).to.be.closeTo(
            sum(was),
            (id === 'treeline' && how === 'twice' ? beltWithin : within) * sum(was) + 1e-6,
          );
        }
      }
    };
    const property = fc.asyncProperty(
      radii(250),
      radii(600),
      fc.integer({ min: -400, max: 400 }),
      fc.integer({ min: -300, max: 300 }),
      async (corners, land, east, north) => {
        const zones = purposes.map((_, at) => star(x + 600 * (at - 1), y, corners));
        const constraint = star(x + east, y + north, land);
        const green = star(x - 350, y + 50, land.map((radius) => radius / 2)); // prettier-ignore
        const plain = await answers({ zones, constraint: [constraint], green: [green] });
        for (const [id, found] of plain)
          for (const { verdict } of found) seen.set(id, (seen.get(id) ?? new Set()).add(verdict));
        const variants: [how: string, drawing: Drawing, within: number][] = [
          ['split', { zones: zones.map((each) => asParts(halves(each))), constraint: halves(constraint), green: halves(green) }, 1e-9],
          ['turned', { zones: zones.map(reversed), constraint: [reversed(constraint)], green: [reversed(green)] }, 1e-9],
          ['denser', { zones: zones.map((each) => densified(each, 5)), constraint: [densified(constraint, 7)], green: [densified(green, 3)] }, 1e-9],
          ['twice', { zones, constraint: [constraint, ...halves(constraint)].reverse(), green: [...halves(green), green] }, 1e-9],
        ]; // prettier-ignore
        for (const [how, drawing, within] of variants) same(plain, await answers(drawing), within, how);
        // Half a kilometre off, the scale of the projection differs by some billionths.
        const shifted = (polygon: Polygon): Polygon => ({
          type: 'Polygon',
          coordinates: polygon.coordinates.map((ring) => ring.map(([a, b]) => [a + 500, b + 500])),
        });
        const there = { zones: zones.map(shifted), constraint: [shifted(constraint)], green: [shifted(green)] };
        same(plain, await answers({ ...there, moved: 500 }), 1e-7, 'moved');
      },
    );
    await fc.assert(property, { numRuns: 3, seed: 11, endOnFailure: true });
    // A series in which a rule had nothing to say would prove nothing of it.
    for (const id of ids)
      expect([...(seen.get(id) ?? [])].some((verdict) => verdict === 'conflict' || verdict === 'review'), id).to.equal(true); // prettier-ignore
  });
});
