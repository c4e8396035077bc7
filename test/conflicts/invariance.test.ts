import { expect } from 'chai';
import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { anyDatabase } from '../setup/databases.ts';
import { loadRules } from '../../services/conflicts/rule-catalogue.ts';
import { above, cabins, everywhere, feature, nothingElse, rectangle, Stage } from './scene.ts';
import { asParts, densified, halves, radii, reversed, star } from './shapes.ts';

anyDatabase('how zones and lines are drawn', (given) => {
  const stage = new Stage(given);
  const [x, y] = [500_000, 6_700_000];

  it('changes neither verdict nor area: split, densified, turned round, in another order', async function () {
    this.timeout(600_000);
    const property = fc.asyncProperty(
      radii(300),
      radii(900),
      fc.integer({ min: -600, max: 600 }),
      async (zone, land, off) => {
        const ground = star(x + off, y, zone);
        const line = star(x, y + 400, land);
        const layersOf = (parts: Polygon[]) => ({ treeline: everywhere(parts.map((part) => above(part))) });
        const plain = await stage.finding({ layers: layersOf([line]), zones: [cabins(ground)] });
        const variants = [
          { layers: layersOf(halves(line)), zones: [cabins(ground)] },
          { layers: layersOf([densified(line, 7)]), zones: [cabins(densified(ground, 5))] },
          { layers: layersOf([reversed(line)]), zones: [cabins(reversed(ground))] },
          { layers: layersOf([...halves(line)].reverse()), zones: [cabins(asParts(halves(ground).reverse()))] },
        ];
        for (const variant of variants) {
          const other = await stage.finding(variant);
          expect(other.verdict).to.equal(plain.verdict);
          expect(other.area_m2).to.be.closeTo(plain.area_m2 ?? 0, 1e-9 * (plain.area_m2 ?? 0) + 1e-6);
          expect(other.red_area_m2).to.be.closeTo(plain.red_area_m2 ?? 0, 1e-9 * (plain.red_area_m2 ?? 0) + 1e-6);
        }
      },
    );
    await fc.assert(property, { numRuns: given.kind === 'server' ? 8 : 2, seed: 7 });
  });

  it('changes no answer of any rule: constraints and zones split, turned round, in another order', async function () {
    this.timeout(600_000);
    const ids = (await loadRules()).map(({ id }) => id);
    const sorts: [string, Record<string, string | number | null>][] = [
      ['treeline', { definition: 'empirical', source: 'K', uncertainty_m: 0, uncertainty_axis: 'horizontal' }],
      ['contiguous-nature', { name: 'N', value: 'national' }],
      ['nature-corridor', { name: 'T', value: null }],
      ['recreation-area', { name: 'F', value: 'local' }],
      ['wild-reindeer', { name: 'V', value: null }],
      ['heritage-site', { name: 'G', protection: 'AUT', importance: 'national' }],
      ['heritage-environment', { name: 'M', kind: 'kula', importance: null }],
      ['mineral-resource', { name: 'R', kind: 'metal', registration: 'deposit', importance: 'national' }],
    ];
    const ground = star(x, y, [300, 210, 320, 230, 340, 250, 260, 310]);
    const constraint = star(x + 120, y + 180, [400, 310, 420, 330, 440, 350, 360, 410]);
    const zone570 = star(x + 150, y + 20, [200, 110, 220, 130, 240, 150]);
    const municipality = everywhere([
      feature(rectangle(x - 20_000, y - 20_000, 20_800, 40_000), { number: '3338', name: 'A' }),
      feature(rectangle(x + 800, y - 20_000, 20_000, 40_000), { number: '3330', name: 'B' }),
    ]);
    const town = everywhere([feature(rectangle(x - 600, y - 200, 500, 500), { name: 'By' })]);
    // Green structure of a plan in force, beside holiday homes of the same plan.
    const inForce = (parts: Polygon[]) => ({
      plan: everywhere([
        feature(rectangle(x - 5000, y - 5000, 10_000, 10_000), {
          ...{ plan_id: '3338_1', name: 'P', plan_type: 20, plan_status: 3, law: 2008, in_force: '2015-01-01' },
        }),
      ]),
      zoning: everywhere([
        ...parts.map((part) => feature(part, { ...inPlan, purpose: 3040, status: 1 })),
        feature(rectangle(x + 1000, y, 300, 300), { ...inPlan, purpose: 1120, status: 1 }),
      ]),
      'urban-area': town,
    });
    const inPlan = { object_type: 'KpArealformålOmråde', level: 2, plan_id: '3338_1' };
    const answers = async (zone: Polygon | MultiPolygon, parts: Polygon[], sheltered: Polygon[]) => {
      const layers = Object.fromEntries(
        sorts.map(([role, properties]) => [role, everywhere(parts.map((part) => feature(part, properties)))]),
      );
      const result = await stage.check({
        layers: { ...(await nothingElse()), ...layers, ...inForce(parts), municipality, building: everywhere([]) },
        zones: [cabins(zone)],
        considerations: sheltered.map((geometry) => feature(geometry, { code: 570, name: 'H570' })),
      });
      return result.findings.features.map(({ properties }) => properties);
    };
    const plain = await answers(ground, [constraint], [zone570]);
    expect(plain.map(({ rule, verdict }) => `${rule} ${verdict}`)).to.deep.equal([
      'business-location not-relevant',
      'cross-border review',
      'densify-first not-relevant',
      'heritage-affected conflict',
      'heritage-unsecured conflict',
      'heritage-unsecured conflict',
      'holiday-densify-first review',
      'mineral-built-over conflict',
      'mineral-unsecured conflict',
      'nature-areas conflict',
      'treeline conflict',
      'urban-green review',
      'wild-reindeer review',
    ]);
    expect([...new Set(plain.map(({ rule }) => rule))]).to.deep.equal(ids);
    const summed = (findings: typeof plain) =>
      ids.map((id) => {
        const own = findings.filter(({ rule }) => rule === id);
        const sum = (name: 'area_m2' | 'red_area_m2') => own.reduce((total, each) => total + (each[name] ?? 0), 0);
        return {
          id,
          verdicts: [...new Set(own.map(({ verdict }) => verdict))],
          area: sum('area_m2'),
          red: sum('red_area_m2'),
        };
      });
    for (const variant of [
      await answers(densified(ground, 5), [densified(constraint, 7)], [densified(zone570, 3)]),
      await answers(reversed(ground), [reversed(constraint)], halves(zone570).reverse()),
      await answers(asParts(halves(ground)), halves(constraint), [zone570, ...halves(zone570)]),
    ])
      for (const [at, { id, verdicts, area, red }] of summed(variant).entries()) {
        const before = summed(plain)[at];
        expect(verdicts, id).to.deep.equal(before?.verdicts);
        expect(area, id).to.be.closeTo(before?.area ?? 0, 1e-9 * area + 1e-6);
        expect(red, id).to.be.closeTo(before?.red ?? 0, 1e-9 * red + 1e-6);
      }
  });

  it('counts land once where constraints overlap, and the sum of parts is the whole', async () => {
    const line = star(x, y, [500, 500, 500, 500, 500, 500, 500, 500]);
    const ground = star(x, y, [200, 210, 220, 230, 240, 250]);
    const once = await stage.finding({ layers: { treeline: everywhere([above(line)]) }, zones: [cabins(ground)] });
    const twice = await stage.finding({
      layers: { treeline: everywhere([above(line), above(line)]) },
      zones: [cabins(ground)],
    });
    expect(twice.area_m2).to.equal(once.area_m2);
    const parts = await stage.findings({
      layers: { treeline: everywhere([above(line)]) },
      zones: halves(ground).map((half, at) => cabins(half, {}, `H${at}`)),
    });
    const sum = parts.reduce((total, { area_m2 }) => total + (area_m2 ?? 0), 0);
    expect(sum).to.be.closeTo(once.area_m2 ?? 0, 1e-9 * sum);
  });

  it('moves along with the ground: the same scene two kilometres east and north', async () => {
    const at = async (dx: number, dy: number) =>
      stage.finding({
        layers: { treeline: everywhere([above(star(x + dx, y + 250 + dy, [300, 280, 310, 290, 305, 300]))]) },
        zones: [cabins(star(x + dx, y + dy, [150, 160, 140, 150, 155, 145]))],
      });
    const [here, there] = [await at(0, 0), await at(2000, 2000)];
    expect(there.verdict).to.equal(here.verdict);
    // The scale of the projection differs a little: 2 km off the central meridian by 1e-7.
    expect(there.area_m2).to.be.closeTo(here.area_m2 ?? 0, 2e-7 * (here.area_m2 ?? 0));
  });
});
