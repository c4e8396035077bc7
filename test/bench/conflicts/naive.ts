import { readFileSync } from 'node:fs';
import { purposes } from '../../../layers/codes/purposes.ts';
import { datasetIds, type Constraints } from '../../../services/conflicts/measurement/constraints.ts';
import { commonParameters } from '../../../services/conflicts/judgement/parameter.ts';
import type { Database } from '../../../services/database/database.ts';
import { parseStatement } from '../../../services/database/statement.ts';

/** What our check measured of a zone under a rule. */
export interface Asked {
  /** Plan, zone and rule. */
  key: string;
  rule: string;
  land: Buffer;
  area_m2: number;
}

export const keyOf = (plan: string | null, zone: string, rule: string): string => `${plan} ${zone} ${rule}`;

const named = (name: string) => parseStatement(name, readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8'));

/** The join alone: the land to judge is given. @returns m² on the constraints, by the land's key */
export async function naiveOverlay(
  database: Database,
  constraints: Constraints,
  asked: readonly Asked[],
): Promise<Map<string, number>> {
  const rows = await database.rows<{ zone: number; area_m2: number }>(named('naive-overlay'), {
    zones: asked.map((_, index) => index),
    rules: asked.map(({ rule }) => rule),
    geoms: asked.map(({ land }) => land),
    ...constraintsOf(constraints),
  });
  return new Map(rows.map(({ zone, area_m2 }) => [asked[zone]?.key ?? '', area_m2]));
}

/** The rules as a whole: which zones they are about, the land to judge, the join. @returns the same */
export async function naiveRules(database: Database, constraints: Constraints): Promise<Map<string, number>> {
  const { built_m, unbuilt_area_m2 } = commonParameters;
  const rows = await database.rows<{ plan_id: string; zone: string; rule: string; area_m2: number }>(
    named('naive-rules'),
    {
      plans: datasetIds(constraints, 'plan'),
      zoning: datasetIds(constraints, 'zoning'),
      buildings: datasetIds(constraints, 'building'),
      holiday_homes: datasetIds(constraints, 'holiday-home'),
      dwellings: datasetIds(constraints, 'dwelling'),
      ...constraintsOf(constraints),
      object_types: purposes.map(({ objectType }) => objectType),
      codes: purposes.map(({ code }) => code),
      holds_homes: purposes.map(({ holidayHomes }) => holidayHomes !== 'no'),
      allows_building: purposes.map(({ allowsBuilding }) => allowsBuilding !== false),
      built_m: built_m.default,
      unbuilt_area_m2: unbuilt_area_m2.default,
    },
  );
  return new Map(rows.map(({ plan_id, zone, rule, area_m2 }) => [keyOf(plan_id, zone, rule), area_m2]));
}

function constraintsOf(constraints: Constraints): Record<'nature' | 'reindeer' | 'minerals', number[]> {
  const ids = (...layers: string[]) => layers.flatMap((layer) => datasetIds(constraints, layer));
  return {
    nature: ids('contiguous-nature', 'recreation-area', 'nature-corridor'),
    reindeer: ids('wild-reindeer', 'regional-plan-zone'),
    minerals: ids('mineral-resource'),
  };
}

/** How many areas both found, to a millionth; m² by which the others are apart, and all m² that we found. */
export function compareAreas(asked: readonly Asked[], found: ReadonlyMap<string, number>) {
  const ours = new Map(asked.map(({ key, area_m2 }) => [key, area_m2]));
  const answer = { agree: 0, of: 0, apart_m2: 0, all_m2: 0 };
  for (const key of new Set([...ours.keys(), ...found.keys()])) {
    const [area_m2, theirs] = [ours.get(key) ?? 0, found.get(key) ?? 0];
    const apart = Math.abs(area_m2 - theirs);
    answer.of += 1;
    answer.all_m2 += area_m2;
    if (apart <= 1e-6 * area_m2 + 1e-3) answer.agree += 1;
    else answer.apart_m2 += apart;
  }
  return answer;
}
