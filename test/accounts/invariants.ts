import { expect } from 'chai';
import type { Accounts } from '../../services/accounts/account.ts';
import type { ExtentAccount } from '../../services/accounts/extent/extent-account.ts';

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * What holds of every extent account whose parts were measured apart (domain §7): the classes by polygons, the area by the
 * municipality, the union by itself, the closing version by itself. Rows and columns follow from each other and are
 * worked out again elsewhere (outside/).
 * @param slack m²
 */
export function expectBalanced(account: ExtentAccount, slack: number): void {
  const { classes, area_m2, noise_m2, proof_by_year: proofs } = account;
  for (const [year, key] of [
    ['from', 'opening_m2'],
    ['to', 'mapped_closing_m2'],
  ] as const) {
    const { sum_m2, union_m2, overlap_m2 } = proofs[year];
    expect(union_m2, `${year} union`).to.be.at.most(area_m2 + slack);
    if (overlap_m2 > 0) continue;
    expect(sum_m2, `${year} sum`).to.be.closeTo(union_m2, slack);
    expect(total(classes.map((row) => row[key])), `${year} classes`).to.be.closeTo(area_m2, slack);
  }
  expect(account.matrix_misfit_m2).to.be.at.most(slack);
  // What a class has by its changes is what the later version has of it, but for noise: once where it was, once where it is.
  const missed = classes.map((row) => Math.abs(row.closing_m2 - row.mapped_closing_m2));
  expect(total(missed)).to.be.at.most(2 * noise_m2 + slack * classes.length);
}

/** What holds of every account of plans: planned is built, reserve, unbuildable and densification. */
export function expectParted({ plans }: Accounts, slack: number): void {
  for (const row of plans?.current.groups ?? []) {
    const parts = row.built_m2 + row.reserve_m2 + row.unbuildable_m2 + row.densification_m2;
    expect(parts, row.group).to.be.closeTo(row.planned_m2, slack);
    for (const taken of Object.values(row.takes)) expect(taken ?? 0, row.group).to.be.at.most(row.reserve_m2 + slack);
  }
}
