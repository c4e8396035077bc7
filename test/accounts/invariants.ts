import { expect } from 'chai';
import type { Accounts } from '../../services/accounts/account.ts';
import type { ExtentAccount } from '../../services/accounts/extent/extent-account.ts';

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** What holds of every extent account: rows, columns, sums (domain §7). @param slack m² */
export function expectBalanced(account: ExtentAccount, slack: number): void {
  const { classes, matrix, area_m2, proof_by_year: proofs } = account;
  for (const row of classes) {
    expect(row.opening_m2 + row.additions_m2 - row.reductions_m2, row.class).to.be.closeTo(row.closing_m2, slack);
    expect(row.opening_m2, row.class).to.be.at.least(-slack);
    expect(row.closing_m2, row.class).to.be.at.least(-slack);
  }
  for (const [year, key] of [
    ['from', 'opening_m2'],
    ['to', 'mapped_closing_m2'],
  ] as const) {
    const { sum_m2, union_m2, overlap_m2, unclassified_m2 } = proofs[year];
    expect(union_m2 + unclassified_m2, `${year} union`).to.be.closeTo(area_m2, slack);
    if (overlap_m2 > 0) continue;
    expect(sum_m2, `${year} sum`).to.be.closeTo(union_m2, slack);
    expect(total(classes.map((row) => row[key])), `${year} classes`).to.be.closeTo(area_m2, slack);
  }
  expect(account.matrix_misfit_m2).to.be.at.most(slack);
  if (proofs.from.overlap_m2 + proofs.to.overlap_m2 > 0) return;
  for (const row of classes) {
    const left = total(Object.values(matrix[row.class] ?? {}));
    const came = total(Object.values(matrix).map((cells) => cells[row.class] ?? 0));
    expect(left, `row ${row.class}`).to.be.closeTo(row.opening_m2, slack);
    expect(came, `column ${row.class}`).to.be.closeTo(row.closing_m2, slack);
  }
}

/** What holds of every account of plans: planned is built, reserve, unbuildable and densification. */
export function expectParted({ plans }: Accounts, slack: number): void {
  for (const row of plans?.current.groups ?? []) {
    const parts = row.built_m2 + row.reserve_m2 + row.unbuildable_m2 + row.densification_m2;
    expect(parts, row.group).to.be.closeTo(row.planned_m2, slack);
    for (const taken of Object.values(row.takes)) expect(taken ?? 0, row.group).to.be.at.most(row.reserve_m2 + slack);
  }
}
