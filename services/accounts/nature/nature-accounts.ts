import type { Catalogue } from '../../../layers/catalogue.ts';
import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database, Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { ExtentAccount } from '../extent/extent-account.ts';
import { kept } from '../kept.ts';
import { reachOf, type Reach } from '../reach.ts';
import type { PlanAccounts } from '../plans/plan-account.ts';
import { fragmentationOf } from './fragmentation.ts';
import type { NatureAccount, NatureRow } from './nature-account.ts';

/** Layers that a nature account reads beside the ecosystems. */
export const natureLayers = ['protected-area', 'nature-type', 'contiguous-nature'] as const;

interface Asked {
  catalogue: Catalogue;
  constraints: Constraints;
  municipality: string;
  area_m2: number;
  /** The extent account of the ecosystems. */
  ecosystems: ExtentAccount | null;
  plans: PlanAccounts | null;
}

/** The nature account of a municipality; what is measured for it is kept by the datasets that lie there. */
export async function natureAccount(database: Database, asked: Asked, signal?: AbortSignal): Promise<NatureAccount> {
  const { catalogue, constraints, municipality, area_m2, ecosystems, plans } = asked;
  const { division } = constraints;
  const here = await database.rows<{ id: number }>(statement('accounts/datasets-in'), {
    datasets: natureLayers.flatMap((layer) => datasetIds(constraints, layer)),
    ...{ division, municipality },
  });
  const reach = await reachOf(database, catalogue, { constraints, municipality, layers: natureLayers });
  const land = await kept(
    database,
    {
      ...{ kind: 'nature-account', municipality, constraints },
      basis: { division, area_m2, reach, datasets: here.map(({ id }) => id) },
    },
    () => measureNature(database, asked, reach),
    signal,
  );
  const types = hasTypes(ecosystems);
  return {
    ecosystems: types && {
      year: types.to.year,
      types: types.classes.map((row) => rowOf(row.class, row.mapped_closing_m2, area_m2)),
    },
    ...land,
    planned_loss: plans?.current.ecosystem_loss ?? null,
    ...reach,
  };
}

/** Nothing that was mapped is nothing known. */
const hasTypes = (ecosystems: ExtentAccount | null): ExtentAccount | null =>
  ecosystems && ecosystems.data !== 'none' && ecosystems.data !== 'to-missing' ? ecosystems : null;

type Measured = Pick<NatureAccount, 'protected' | 'nature_types' | 'contiguous'>;

async function measureNature(
  session: Session,
  { constraints, municipality, area_m2: area }: Asked,
  { missing }: Reach,
): Promise<Measured> {
  const of = (layer: string) => ({
    datasets: datasetIds(constraints, layer),
    division: constraints.division,
    municipality,
  });
  const protectedLand = missing.includes('protected-area')
    ? null
    : partsOf(await session.rows(statement('accounts/protected-land'), of('protected-area')), area);
  const natureTypes = missing.includes('nature-type')
    ? null
    : partsOf(await session.rows(statement('accounts/nature-types'), of('nature-type')), area);
  const patches = missing.includes('contiguous-nature')
    ? null
    : await session.rows<{ area_m2: number }>(statement('accounts/patches'), of('contiguous-nature'));
  return {
    protected: protectedLand && { ...protectedLand.whole, forms: protectedLand.parts },
    nature_types: natureTypes && { ...natureTypes.whole, values: natureTypes.parts },
    contiguous:
      patches &&
      fragmentationOf(
        patches.map(({ area_m2 }) => area_m2),
        area,
      ),
  };
}

function partsOf(rows: { class: string | null; area_m2: number | null }[], area: number) {
  const whole = rows.find((row) => row.class === null)?.area_m2 ?? 0;
  return {
    whole: { area_m2: whole, share: area > 0 ? whole / area : 0 },
    parts: rows.flatMap((row) => (row.class === null ? [] : rowOf(row.class, row.area_m2 ?? 0, area))),
  };
}

const rowOf = (name: string, own: number, area: number): NatureRow => ({
  class: name,
  area_m2: own,
  share: area > 0 ? own / area : 0,
});
