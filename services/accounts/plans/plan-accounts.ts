import type { Catalogue } from '../../../layers/catalogue.ts';
import { datasetIds, isAbsent, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database, Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { coverages } from '../extent/extent-accounts.ts';
import type { Version } from '../extent/extent-account.ts';
import { kept } from '../kept.ts';
import { reachOf, type Reach } from '../reach.ts';
import { isTouched, type AccountedDraft } from './draft.ts';
import { buildingLayers, builtClasses, filterLayers, landStates } from './land-state.ts';
import { partPlans } from './part-plans.ts';
import type { PlanAccount, PlanAccounts } from './plan-account.ts';
import { standingZones } from './standing-zones.ts';
import { protectedIn, takenBy } from './taken.ts';
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
  /** The coverages are those that are taken where nobody asks for others: such accounts make the indicators' history. */
  ofNewest: boolean;
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
    of_newest: request.ofNewest,
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
