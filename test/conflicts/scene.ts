import type { Geometry, Polygon, Position } from 'geojson';
import type { Catalogue } from '../../layers/catalogue.ts';
import { checkPlan, type CheckRequest } from '../../services/conflicts/check.ts';
import { loadRules } from '../../services/conflicts/rule-catalogue.ts';
import type { CheckResult, FindingProperties } from '../../services/conflicts/answer/result.ts';
import type { Database } from '../../services/database/database.ts';
import { draftOf } from '../cases/answer-case.ts';
import { loadCase } from '../cases/load-case.ts';
import type { CaseFeature, ConflictCase } from '../cases/truth-case.ts';
import type { Given } from '../setup/databases.ts';

/** A small world for a test: layers, a draft plan, and what is asked. EPSG:25832, unless `crs` says otherwise. */
export interface Scene {
  layers: ConflictCase['layers'];
  zones: CaseFeature[];
  plan?: Partial<Record<string, string | number | null>>;
  crs?: string;
  parameters?: Record<string, number>;
  guidelineAdopted?: string | null;
  /** Consideration zones of the draft. */
  considerations?: CaseFeature[];
  /** Land of the draft, by default far around it; null: the plan has no outline. */
  outline?: Geometry | null;
}

export function rectangle(west: number, south: number, width: number, height: number): Polygon {
  const [east, north] = [west + width, south + height];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as Position[];
  return { type: 'Polygon', coordinates: [ring] };
}

let features = 0;
export function feature(geometry: Geometry, properties: CaseFeature['properties'], id?: string): CaseFeature {
  features += 1;
  return { type: 'Feature', id: id ?? `f${features}`, properties, geometry };
}

/** A zone of new holiday homes in a master plan. */
export const cabins = (geometry: Geometry, properties: CaseFeature['properties'] = {}, id = 'H1'): CaseFeature =>
  feature(
    geometry,
    { object_type: 'KpArealformålOmråde', purpose: 1120, status: 2, level: 2, name: id, ...properties },
    id,
  );

/** A layer that looked everywhere around here. */
export const everywhere = (
  members: CaseFeature[],
  accuracy_m: number | null = null,
): ConflictCase['layers'][string] => ({
  coverage: rectangle(400_000, 6_600_000, 200_000, 200_000),
  accuracy_m,
  features: members,
});

/** Every layer that rules ask against, looked at and empty; without municipalities, so that land is in none. */
export async function nothingElse(): Promise<ConflictCase['layers']> {
  const roles = new Set((await loadRules()).flatMap(({ against }) => against));
  roles.delete('municipality');
  return Object.fromEntries([...roles].map((role) => [role, everywhere([])]));
}

/** Land above an empirical line, sharp unless properties say otherwise. */
export const above = (geometry: Geometry, properties: CaseFeature['properties'] = {}): CaseFeature =>
  feature(geometry, {
    definition: 'empirical',
    source: 'Kartlagt skoggrense',
    uncertainty_m: 0,
    uncertainty_axis: 'horizontal',
    ...properties,
  });

/** All land north of a latitude line of the grid. */
export const aboveNorthing = (northing: number, properties: CaseFeature['properties'] = {}) => ({
  treeline: everywhere([above(rectangle(450_000, northing, 100_000, 20_000), properties)]),
});

const draftPlan = { plan_id: '3338_2026001', name: 'Kommuneplan', plan_type: 20, plan_status: 2, law: 2008 };

/** Checks scenes on one database, one after the other. */
export class Stage {
  readonly #given: Given;
  readonly #filled = new Set<string>();
  #count = 0;

  constructor(given: Given) {
    this.#given = given;
  }

  get database(): Database {
    return this.#given.database();
  }

  get catalogue(): Catalogue {
    return this.#given.catalogue();
  }

  async check(scene: Scene, request: Partial<CheckRequest> = {}): Promise<CheckResult> {
    return checkPlan(this.database, { ...(await this.request(scene)), ...request });
  }

  /** Load a scene's layers. @returns what is to be asked about its plan */
  async request(scene: Scene): Promise<CheckRequest> {
    const { crs = 'EPSG:25832', zones, layers } = scene;
    this.#count += 1;
    await loadCase(
      this.database,
      this.catalogue,
      { id: `scene ${this.#count}`, crs: 'EPSG:25832', layers },
      this.#filled,
    );
    const { considerations = [], outline = rectangle(450_000, 6_650_000, 100_000, 100_000) } = scene;
    const plan = { ...draftPlan, in_force: null, predecessor: null, ...scene.plan, geometry: outline };
    return {
      plan: draftOf({
        crs,
        draft: {
          plan: plan as unknown as ConflictCase['draft']['plan'],
          zoning: zones,
          'zoning-consideration': considerations,
        },
      }),
      parameters: scene.parameters,
      settings: { guidelineAdopted: scene.guidelineAdopted ?? null },
    };
  }

  /** A rule's findings, in the order of the zones. */
  async findings(scene: Scene, rule = 'treeline'): Promise<FindingProperties[]> {
    const { findings } = await this.check(scene, { rules: [rule] });
    return findings.features.map(({ properties }) => properties);
  }

  /** A rule's finding for the only zone or resource. */
  async finding(scene: Scene, rule = 'treeline'): Promise<FindingProperties> {
    const [first] = await this.findings(scene, rule);
    if (!first) throw new Error('The check found nothing to say about the zone.');
    return first;
  }
}
