import { byCode, prove, worse } from './balance.ts';
import type { ClassRow, ExtentAccount, Matrix, Proof, Version } from './extent-account.ts';
import { addCell, sum } from './tallies.ts';

/** The extent account of several municipalities together: sums, and one proof over all of them. Pure. */
export function sumExtents(accounts: readonly ExtentAccount[]): ExtentAccount | null {
  const [first] = accounts;
  if (!first) return null;
  const area = sum(accounts.map(({ area_m2 }) => area_m2));
  const names = [...new Set(accounts.flatMap(({ classes }) => classes.map((row) => row.class)))].sort(byCode);
  const matrix: Matrix = {};
  for (const account of accounts)
    for (const [from, cells] of Object.entries(account.matrix))
      for (const [to, value] of Object.entries(cells)) addCell(matrix, from, to, value);
  const noise = sum(accounts.map(({ noise_m2 }) => noise_m2));
  const gross = sum(accounts.map(({ gross_change_m2 }) => gross_change_m2));
  const proofs = {
    from: sumProofs(
      accounts.map(({ proof_by_year }) => proof_by_year.from),
      area,
      first.tolerance,
    ),
    to: sumProofs(
      accounts.map(({ proof_by_year }) => proof_by_year.to),
      area,
      first.tolerance,
    ),
  };
  const classes = names.map((name) => sumRows(name, accounts));
  return {
    ...first,
    from: together(accounts.map((own) => own.from)),
    to: together(accounts.map((own) => own.to)),
    area_m2: area,
    data: dataOf(accounts),
    classes,
    matrix,
    gross_change_m2: gross,
    noise_m2: noise,
    noise_share: gross > 0 ? noise / gross : null,
    proof: worse(proofs),
    proof_by_year: proofs,
    matrix_misfit_m2: Math.max(...accounts.map(({ matrix_misfit_m2 }) => matrix_misfit_m2)),
    undated: [
      ...new Map(accounts.flatMap(({ undated }) => undated.map((own) => [own.dataset, own] as const))).values(),
    ],
    only_in: {
      from: names.filter((name) =>
        accounts.every(({ classes: own, only_in }) => lacks(own, name) || only_in.from.includes(name)),
      ),
      to: names.filter((name) =>
        accounts.every(({ classes: own, only_in }) => lacks(own, name) || only_in.to.includes(name)),
      ),
    },
  };
}

/** Versions of several municipalities: without a year where they are of different ones. */
function together(versions: readonly Version[]): Version {
  const [first] = versions;
  const isOne = versions.every(({ year }) => year === first?.year);
  const datasets = [...new Set(versions.flatMap((version) => version.datasets))].sort((a, b) => a - b);
  return { year: isOne ? (first?.year ?? null) : null, datasets };
}

const lacks = (rows: readonly ClassRow[], name: string): boolean => !rows.some((row) => row.class === name);

function sumRows(name: string, accounts: readonly ExtentAccount[]): ClassRow {
  const rows = accounts.flatMap(({ classes }) => classes.filter((row) => row.class === name));
  const of = (figure: (row: ClassRow) => number) => sum(rows.map(figure));
  const known = rows.every(({ managed_additions_m2: managed }) => managed !== null);
  return {
    class: name,
    opening_m2: of(({ opening_m2 }) => opening_m2),
    additions_m2: of(({ additions_m2 }) => additions_m2),
    managed_additions_m2: known ? of(({ managed_additions_m2: managed }) => managed ?? 0) : null,
    reductions_m2: of(({ reductions_m2 }) => reductions_m2),
    managed_reductions_m2: known ? of(({ managed_reductions_m2: managed }) => managed ?? 0) : null,
    net_m2: of(({ net_m2 }) => net_m2),
    closing_m2: of(({ closing_m2 }) => closing_m2),
    mapped_closing_m2: of(({ mapped_closing_m2 }) => mapped_closing_m2),
  };
}

function sumProofs(proofs: readonly Proof[], area: number, tolerance: number): Proof {
  const of = (figure: (proof: Proof) => number) => sum(proofs.map(figure));
  const totals = {
    sum_m2: of(({ sum_m2 }) => sum_m2),
    union_m2: of(({ union_m2 }) => union_m2),
    overlap_m2: of(({ overlap_m2 }) => overlap_m2),
    unclassified_m2: of(({ unclassified_m2 }) => unclassified_m2),
  };
  return prove(area, totals, tolerance);
}

function dataOf(accounts: readonly ExtentAccount[]): ExtentAccount['data'] {
  if (accounts.every(({ data }) => data === 'none')) return 'none';
  const alike = (['from-missing', 'to-missing', 'one-version'] as const).find((what) =>
    accounts.every(({ data }) => data === what || data === 'none'),
  );
  return alike ?? 'both';
}
