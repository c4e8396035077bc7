import { ecosystem } from '../../../layers/ecosystem.ts';
import { landCover } from '../../../layers/land-cover.ts';
import type { Layer } from '../../../layers/declaration/layer.ts';
import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { statement } from '../../database/statement.ts';
import { byCode } from '../extent/balance.ts';
import type { Version } from '../extent/extent-account.ts';
import { add } from '../extent/tallies.ts';
import type { Reach } from '../reach.ts';
import { isBuiltOver } from './built-over.ts';
import type { landStates } from './land-state.ts';
import type { PlanAccount, Taken } from './plan-account.ts';
import type { StandingZone } from './standing-zones.ts';
import { takes } from './takes.ts';
import type { AccountedTreeline } from './treeline-here.ts';

/** What land is laid upon, in one municipality. */
interface Ground {
  constraints: Constraints;
  municipality: string;
  landCover: Version | null;
  ecosystem: Version | null;
}

/** What the reserve of each purpose group would take, by kind, and of each ecosystem type. */
export async function takenBy(
  session: Session,
  { constraints, municipality, landCover: cover, ecosystem: types }: Ground,
  reserve: readonly { group: string; geom: Buffer }[],
  { missing }: Reach,
  line: AccountedTreeline | null,
): Promise<{ taken: (group: string) => Taken; loss: PlanAccount['ecosystem_loss'] }> {
  const land = {
    ...{ groups: reserve.map(({ group }) => group), geoms: reserve.map(({ geom }) => geom) },
    ...{ division: constraints.division, municipality },
  };
  const pairs = takes
    .filter(({ classes, layer }) => !classes && layer !== 'treeline')
    .flatMap(({ id, layer, belt_m = 0 }) => datasetIds(constraints, layer).map((dataset) => ({ id, dataset, belt_m })));
  const above = line
    ? await session.rows<{ group: string; area_m2: number }>(statement('accounts/taken-above-treeline'), {
        ...{ ...land, treelines: datasetIds(constraints, 'treeline'), definition: line.definition },
      })
    : [];
  const rows = [
    ...(await takenKinds(session, pairs, land)),
    ...above.map((row) => ({ ...row, kind: takes.find(({ layer }) => layer === 'treeline')?.id })),
  ];
  const mapped = cover ? await takenClasses(session, landCover, cover, land) : [];
  const lost = types ? await takenClasses(session, ecosystem, types, land) : null;
  const taken = (group: string): Taken =>
    Object.fromEntries(
      takes.map(({ id, layer, classes }) => {
        if (layer === 'land-cover' ? !cover : missing.includes(layer)) return [id, null];
        const own = classes
          ? mapped.filter((row) => row.group === group && classes.includes(row.class))
          : rows.filter((row) => row.group === group && row.kind === id);
        return [id, own.reduce((total, row) => total + row.area_m2, 0)];
      }),
    );
  const byClass: Record<string, number> = {};
  for (const row of lost ?? []) if (isBuiltOver(row.group)) add(byClass, row.class, row.area_m2);
  const loss = Object.keys(byClass)
    .filter((name) => (byClass[name] ?? 0) > rounding)
    .sort(byCode)
    .map((name) => ({ class: name, area_m2: byClass[name] ?? 0 }));
  return { taken, loss: lost && loss };
}

/** Of the unbuildable land of each group, what is protected; null where nobody looked for it. */
export async function protectedIn(
  session: Session,
  { constraints, municipality }: Ground,
  zones: readonly StandingZone[],
  states: Awaited<ReturnType<typeof landStates>>,
  { missing }: Reach,
): Promise<(group: string) => number | null> {
  if (missing.includes('protected-area')) return () => null;
  const left = zones.flatMap(({ n, group }) => {
    const land = states.get(n)?.[0]?.unbuildable;
    return land ? [{ group, geom: land }] : [];
  });
  const kind = { id: 'protected', belt_m: 0 };
  const rows = await takenKinds(
    session,
    datasetIds(constraints, 'protected-area').map((dataset) => ({ ...kind, dataset })),
    {
      ...{ groups: left.map(({ group }) => group), geoms: left.map(({ geom }) => geom) },
      ...{ division: constraints.division, municipality },
    },
  );
  return (group) => rows.find((row) => row.group === group)?.area_m2 ?? 0;
}

interface TakenLand {
  groups: string[];
  geoms: Buffer[];
  division: number;
  municipality: string;
}

/** m² of land by group and kind. */
const takenKinds = (
  session: Session,
  pairs: readonly { id: string; dataset: number; belt_m: number }[],
  land: TakenLand,
): Promise<{ group: string; kind: string; area_m2: number }[]> =>
  session.rows(statement('accounts/taken'), {
    ...land,
    kinds: pairs.map(({ id }) => id),
    datasets: pairs.map(({ dataset }) => dataset),
    belts: pairs.map(({ belt_m }) => belt_m),
  });

/** m² below which two that only meet are not laid upon each other. */
const rounding = 0.01;

/** m² of land by group and class of a coverage. */
const takenClasses = (
  session: Session,
  layer: Layer,
  { datasets, year }: Version,
  land: TakenLand,
): Promise<{ group: string; class: string; area_m2: number }[]> =>
  session.rows(layerStatement('accounts/taken-classes', layer), { ...land, datasets, year });
