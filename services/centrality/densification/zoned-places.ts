import type { PurposeGroup } from '../../../layers/codes/purpose-groups.ts';
import type { Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { developed, future, present, zonedLandIn } from '../places/zoned-land.ts';
import { areasOf } from '../pressure/evidence.ts';
import type { ZonedPlace } from './room.ts';

/** Land that a town is built on: homes, shops, work and services, and what may become any of them (ours). */
export const townGroups: PurposeGroup[] = ['housing', 'centre', 'building', 'mixed', 'business', 'retail', 'service'];

/** The scale of the map is read in squares of this side, metres: within one it changes by less than 1e-4. */
const square_m = 5000;
/** Places in one statement. */
const batch = 5000;

interface Measure {
  step_m: number;
  /** How near which buildings land is built; null where nobody knows of buildings. */
  built: { within_m: number; layers: readonly string[] } | null;
}

/** The places of a grid that lie on zoned land of a municipality, with the lands (well-known binaries) that each is on. */
export async function zonedPlacesIn(
  session: Session,
  constraints: Constraints,
  municipality: string,
  lands: readonly Buffer[],
  { step_m, built }: Measure,
): Promise<ZonedPlace[]> {
  const asked = { groups: townGroups, statuses: [present, future, developed], cell_m: step_m, step_m };
  const all = await zonedLandIn(session, constraints, municipality, { ...asked, built: null });
  const unbuilt = built === null ? [] : await zonedLandIn(session, constraints, municipality, { ...asked, built });
  const isUnbuilt = new Set(unbuilt.map(({ column, row }) => `${column}/${row}`));
  const at = (place: number) => (place + 0.5) * step_m;
  const squareOf = (place: number) => Math.floor(at(place) / square_m);
  const squares = new Map(
    all.map(({ column, row }) => {
      const square = { column: squareOf(column), row: squareOf(row) };
      return [`${square.column}/${square.row}`, { ...square, municipality }];
    }),
  );
  const areas = await areasOf(session, [...squares.values()], square_m);
  const scale = new Map([...squares.keys()].map((key, index) => [key, areas[index] / square_m ** 2]));
  const near = new Map<number, number[]>();
  for (let from = 0; from < all.length; from += batch) {
    const those = all.slice(from, from + batch);
    const rows = await session.rows<{ place: number; lands: number[] }>(statement('centrality/densification/near'), {
      ...{ xs: those.map(({ column }) => at(column)), ys: those.map(({ row }) => at(row)), lands },
    });
    for (const row of rows) near.set(from + row.place - 1, row.lands.map((land) => land - 1)); // prettier-ignore
  }
  return all.map(({ column, row }, index) => ({
    municipality,
    area_m2: step_m ** 2 * (scale.get(`${squareOf(column)}/${squareOf(row)}`) ?? 1),
    isBuilt: !isUnbuilt.has(`${column}/${row}`),
    near: near.get(index) ?? [],
  }));
}
