import { byCode } from '../extent/balance.ts';
import { sum } from '../extent/tallies.ts';
import { sumReach } from '../reach.ts';
import type { NatureAccount, NatureRow } from './nature-account.ts';

interface Part {
  nature: NatureAccount;
  area_m2: number;
}

/** Nature accounts of several municipalities together; patches stay parted at their borders. Pure. */
export function sumNature(parts: readonly Part[], area: number): NatureAccount {
  const all = <Table>(table: (nature: NatureAccount) => Table | null): Table[] | null => {
    const tables = parts.map(({ nature }) => table(nature));
    const known = tables.filter((own) => own !== null);
    return known.length < tables.length ? null : known;
  };
  const ecosystems = all(({ ecosystems: own }) => own);
  const guarded = all((nature) => nature.protected);
  const types = all(({ nature_types: own }) => own);
  const contiguous = all(({ contiguous: own }) => own);
  const loss = all(({ planned_loss: own }) => own);
  return {
    ...sumReach(parts.map(({ nature }) => nature)),
    ecosystems: ecosystems && {
      year: ecosystems[0]?.year ?? null,
      types: rowsOf(
        ecosystems.flatMap((own) => own.types),
        area,
      ),
    },
    protected: guarded && {
      ...whole(guarded, area),
      forms: rowsOf(
        guarded.flatMap(({ forms }) => forms),
        area,
      ),
    },
    nature_types: types && {
      ...whole(types, area),
      values: rowsOf(
        types.flatMap(({ values }) => values),
        area,
      ),
    },
    contiguous: contiguous && {
      patches: sum(contiguous.map(({ patches }) => patches)),
      area_m2: sum(contiguous.map(({ area_m2 }) => area_m2)),
      largest_m2: Math.max(0, ...contiguous.map(({ largest_m2 }) => largest_m2)),
      effective_mesh_m2:
        sum(contiguous.map(({ effective_mesh_m2: mesh }, index) => mesh * (parts[index]?.area_m2 ?? 0))) / (area || 1),
    },
    planned_loss:
      loss &&
      rowsOf(
        loss.flat().map((row) => ({ ...row, share: 0 })),
        area,
      ).map(({ class: name, area_m2 }) => ({ class: name, area_m2 })),
  };
}

const whole = (tables: readonly { area_m2: number }[], area: number) => {
  const own = sum(tables.map(({ area_m2 }) => area_m2));
  return { area_m2: own, share: area > 0 ? own / area : 0 };
};

function rowsOf(rows: readonly NatureRow[], area: number): NatureRow[] {
  return [...new Set(rows.map((row) => row.class))].sort(byCode).map((name) => {
    const own = sum(rows.flatMap((row) => (row.class === name ? row.area_m2 : [])));
    return { class: name, area_m2: own, share: area > 0 ? own / area : 0 };
  });
}
