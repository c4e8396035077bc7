import type { Catalogue } from '../../../layers/catalogue.ts';
import { ecosystem } from '../../../layers/ecosystem.ts';
import { landCover } from '../../../layers/land-cover.ts';
import { datasetIds, isAbsent, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database, Session } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { statement } from '../../database/statement.ts';
import type { Layer } from '../../../layers/declaration/layer.ts';
import { byCode } from '../extent/balance.ts';
import { coverages } from '../extent/extent-accounts.ts';
import type { Version } from '../extent/extent-account.ts';
import { add } from '../extent/tallies.ts';
import { kept } from '../kept.ts';
import { reachOf, type Reach } from '../reach.ts';
import { isBuiltOver } from './built-over.ts';
import { isTouched, type AccountedDraft } from './draft.ts';
import { buildingLayers, builtClasses, filterLayers, landStates } from './land-state.ts';
import { partPlans } from './part-plans.ts';
import type { PlanAccount, PlanAccounts, Taken } from './plan-account.ts';
import { standingZones, type StandingZone } from './standing-zones.ts';
import { takes } from './takes.ts';
import { treelineHere, type AccountedTreeline } from './treeline-here.ts';

const registers = ['plan', 'zoning', 'zoning-consideration'] as const;

/** Layers that a plan account reads. */
export const planLayers: readonly string[] = [
  ...new Set([
    ...registers,
    ...buildingLayers,
    ...filterLayers,
    'hazard',
    'ecosystem',
    ...takes.map(({ layer }) => layer),
  ]),
];

/** Layers of which a municipality's account reads only the current datasets that have land there. */
const parted = planLayers.filter(
  (layer) =>
    !(buildingLayers as readonly string[]).includes(layer) && !(coverages as readonly string[]).includes(layer),
);
/** Layers with a belt: it reaches across the border. */
const belted = [...new Set(takes.flatMap(({ layer, belt_m = 0 }) => (belt_m > 0 ? layer : [])))];
/** Layers of which it matters whether somebody looked. */
const asked = planLayers.filter(
  (layer) => !(registers as readonly string[]).includes(layer) && !(coverages as readonly string[]).includes(layer),
);

interface Asked {
  catalogue: Catalogue;
  constraints: Constraints;
  municipality: string;
  landCover: Version | null;
  ecosystem: Version | null;
  draft: AccountedDraft | null;
  built_buffer_m: number;
}

/**
 * The account of the plans in force in a municipality, and of the same with a draft; kept by the datasets that lie there.
 * @returns null where nobody loaded plans
 */
export async function planAccounts(
  database: Database,
  request: Asked,
  signal?: AbortSignal,
): Promise<PlanAccounts | null> {
  if (isAbsent(request.constraints, 'zoning')) return null;
  const current = await keptPlans(database, { ...request, draft: null }, signal);
  if (!request.draft) return { current, draft: null };
  // Where neither the draft nor what it replaces has land, nothing is another than without it.
  const draft = (await isTouched(database, request.draft, request))
    ? await keptPlans(database, request, signal)
    : { ...current, draft: request.draft.href };
  return { current, draft };
}

async function keptPlans(database: Database, request: Asked, signal?: AbortSignal): Promise<PlanAccount> {
  const { catalogue, constraints, municipality, draft, built_buffer_m } = request;
  const reach = await reachOf(database, catalogue, { constraints, municipality, layers: asked });
  const versions = await versionsHere(database, request);
  const known = { ...request, ...versions };
  const line = await treelineHere(database, request);
  const basis = {
    ...(await planBasis(database, known)),
    ...{ reach, treeline: line && { ...line }, built_buffer_m, draft: draft && { ...draft } },
  };
  return kept(
    database,
    { kind: 'plan-account', municipality, basis, constraints },
    () => measurePlans(database, known, reach, line),
    signal,
  );
}

/** The coverages as far as they have land in the municipality; null where they have none. */
async function versionsHere(
  session: Session,
  { constraints: { division }, municipality, ...of }: Asked,
): Promise<Pick<Asked, 'landCover' | 'ecosystem'>> {
  const here = async (version: Version | null): Promise<Version | null> => {
    if (!version) return null;
    const rows = await session.rows<{ id: number }>(statement('accounts/datasets-in'), {
      ...{ datasets: version.datasets, division, municipality },
    });
    return rows.length > 0 ? { year: version.year, datasets: rows.map(({ id }) => id) } : null;
  };
  return { landCover: await here(of.landCover), ecosystem: await here(of.ecosystem) };
}

/** Datasets that decide the plans' land in a municipality. */
async function planBasis(
  session: Session,
  { constraints, municipality, landCover: cover, ecosystem: types }: Asked,
): Promise<Record<string, unknown>> {
  const { division } = constraints;
  const here = await session.rows<{ id: number }>(statement('accounts/datasets-in'), {
    datasets: parted.flatMap((layer) => datasetIds(constraints, layer)),
    ...{ division, municipality },
  });
  return {
    ...{ division, land_cover: cover && { ...cover }, ecosystem: types && { ...types } },
    datasets: here.map(({ id }) => id),
    belted: belted.flatMap((layer) => datasetIds(constraints, layer)),
    buildings: buildingLayers.flatMap((layer) => datasetIds(constraints, layer)),
  };
}

/** Make the account of the plans that rule in a municipality. */
async function measurePlans(
  session: Session,
  of: Asked,
  reach: Reach,
  line: AccountedTreeline | null,
): Promise<PlanAccount> {
  const { constraints, municipality, draft, landCover: version, built_buffer_m } = of;
  const areBuildingsKnown = !reach.missing.includes('building');
  const zones = await standingZones(session, constraints, municipality, draft);
  const states = await landStates(
    session,
    zones.filter(({ builds }) => builds),
    { ...of, areBuildingsKnown },
  );
  const reserve = zones.flatMap(({ n, group, present, builds }) => {
    const open = builds && !present ? states.get(n)?.[0] : undefined;
    return open?.open && open.open_m2 > 0 ? [{ group, geom: open.open }] : [];
  });
  const { taken, loss } = await takenBy(session, of, reserve, reach, line);
  const isProtected = await protectedIn(session, of, zones, states, reach);
  const buildings = buildingLayers.some((layer) => !reach.missing.includes(layer));
  return {
    ...partPlans(zones, states, taken, isProtected),
    ecosystem_loss: loss,
    method: {
      built:
        buildings && version ? 'buildings-and-land-cover' : buildings ? 'buildings' : version ? 'land-cover' : 'none',
      buffer_m: built_buffer_m,
      built_classes: version ? builtClasses : [],
      filters: [...filterLayers, 'hazard'].filter((layer) => !reach.missing.includes(layer)),
      missing: [...reach.missing, ...(version ? [] : ['land-cover']), ...(of.ecosystem ? [] : ['ecosystem'])].sort(),
      partly: reach.partly,
      treelines: line ? [line] : [],
    },
    draft: draft?.href ?? null,
  };
}

async function takenBy(
  session: Session,
  { constraints, municipality, landCover: cover, ecosystem: types }: Asked,
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
async function protectedIn(
  session: Session,
  { constraints, municipality }: Asked,
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
