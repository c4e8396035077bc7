import { expect } from 'chai';
import { makeAccounts } from '../../services/accounts/accounts.ts';
import type { Accounts } from '../../services/accounts/account.ts';
import { AccountInput } from '../../services/accounts/inputs.ts';
import { loadCase } from '../cases/load-case.ts';
import { anyDatabase } from '../setup/databases.ts';
import { recomputeExtent, recomputeNature, recomputePlans, type Figures } from './outside/recomputed.ts';
import { layers, number } from './outside/world.ts';

/** m² below which two figures that should be 0 are 0. */
const nothing = 1e-3;

anyDatabase('the whole account of a municipality, clipped by turf and measured by GeographicLib', (given) => {
  let account: Accounts;
  before(async function () {
    this.timeout(60_000);
    await loadCase(given.database(), given.catalogue(), { id: 'outside', crs: 'EPSG:25832', layers }, new Set());
    const inputs = AccountInput.parse({ municipalities: number });
    const [found] = (await makeAccounts(given.database(), given.catalogue(), inputs)).accounts;
    if (!found) throw new Error('no account');
    account = found;
  });

  for (const [place, layer] of ['land-cover', 'ecosystem'].entries())
    it(`is the same: extents and transitions of ${layer}, noise told from change`, () => {
      const extent = account.extent[place];
      if (!extent) throw new Error(`no ${layer}`);
      const figures: Figures = { 'gross change': extent.gross_change_m2, noise: extent.noise_m2 };
      for (const row of extent.classes) {
        figures[`opening ${row.class}`] = row.opening_m2;
        figures[`additions ${row.class}`] = row.additions_m2;
        figures[`reductions ${row.class}`] = row.reductions_m2;
        figures[`closing ${row.class}`] = row.closing_m2;
        figures[`mapped closing ${row.class}`] = row.mapped_closing_m2;
        for (const [to, area] of Object.entries(extent.matrix[row.class] ?? {}))
          figures[`matrix ${row.class} ${to}`] = area;
      }
      expectSame(figures, recomputeExtent(layer));
    }).timeout(30_000);

  it('is the same: planned, built, reserve, unbuildable, densification, what the reserve takes', () => {
    const plans = account.plans?.current;
    if (!plans) throw new Error('no plans');
    const figures: Figures = { 'claimed twice': plans.claimed_twice_m2 };
    for (const row of plans.groups) {
      figures[`planned ${row.group}`] = row.planned_m2;
      figures[`unbuildable ${row.group}`] = row.unbuildable_m2;
      figures[`unbuildable protected ${row.group}`] = row.protected_m2 ?? NaN;
      for (const at of [{ ...row, buffer_m: plans.method.buffer_m }, ...row.sensitivity]) {
        figures[`built ${row.group} ${at.buffer_m}`] = at.built_m2;
        figures[`reserve ${row.group} ${at.buffer_m}`] = at.reserve_m2;
        figures[`densification ${row.group} ${at.buffer_m}`] = at.densification_m2;
      }
      for (const [kind, area] of Object.entries(row.takes)) figures[`takes ${row.group} ${kind}`] = area ?? NaN;
    }
    for (const row of plans.other) figures[`planned ${row.group}`] = row.planned_m2;
    for (const row of plans.ecosystem_loss ?? []) figures[`loss ${row.class}`] = row.area_m2;
    expectSame(figures, recomputePlans());
  }).timeout(30_000);

  it('is the same: ecosystem types, protection, nature types, patches and mesh size', () => {
    const { ecosystems, protected: guarded, nature_types, contiguous } = account.nature;
    if (!ecosystems || !guarded || !nature_types || !contiguous) throw new Error('no nature');
    const figures: Figures = {
      ...{ area: account.area_m2, patches: contiguous.patches, contiguous: contiguous.area_m2 },
      ...{ 'largest patch': contiguous.largest_m2, 'mesh size': contiguous.effective_mesh_m2 },
      ...{ 'protected in all': guarded.area_m2, 'nature type in all': nature_types.area_m2 },
    };
    for (const row of ecosystems.types) figures[`type ${row.class}`] = row.area_m2;
    for (const row of guarded.forms) figures[`protected ${row.class}`] = row.area_m2;
    for (const row of nature_types.values) figures[`nature type ${row.class}`] = row.area_m2;
    expectSame(figures, recomputeNature());
  });
});

/** Every figure of the one is in the other, to 1e-6; one that is not there is 0. */
function expectSame(found: Figures, expected: Figures): void {
  const names = new Set([...Object.keys(found), ...Object.keys(expected)]);

  const wrong = [...names].filter((name) => {
    const [own = 0, other = 0] = [found[name], expected[name]];

    return !(Math.abs(own - other) <= Math.max(nothing, 1e-6 * other));
  });

  expect(wrong.map((name) => `${name}: ${found[name]} for ${expected[name]}`)).to.deep.equal([]);
  expect(Object.values(expected).filter((value) => value > 1)).to.have.length.greaterThan(8);
}
