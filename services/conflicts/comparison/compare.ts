import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Check } from '../check.ts';
import { runRequestOf } from '../answer/describe-run.ts';
import { sameGround } from '../settled/same-ground.ts';
import type { Finding } from '../judgement/finding.ts';
import type { CommonParameters } from '../judgement/parameter.ts';
import { runKey } from '../../runs/request.ts';
import { changes, type Comparison } from './comparison.ts';
import { judgeChange } from './judge-change.ts';
import { matchZones, type SharedGround } from './match-zones.ts';

/** A finding of each version about the same zone and rule. */
interface Pair {
  rule: string;
  before: Finding | null;
  now: Finding | null;
}

/**
 * What became of the findings of the older version of a plan.
 * @param now, before finished checks, by the same rules and parameters
 * @throws OverlayFailed
 */
export async function compareChecks(database: Database, now: Check, before: Check): Promise<Comparison> {
  const pairs: Pair[] = [];
  for (const { id } of now.rules) {
    const of = ({ findings }: Check) => findings.filter(({ rule }) => rule.id === id);
    pairs.push(...(await pairsOf(database, id, of(before), of(now))));
  }
  const moved = await withOtherLand(database, pairs, (now.parameters.get('') as CommonParameters).touching_m);
  const findings = pairs.flatMap((pair, number) => {
    const change = judgeChange(pair.before?.verdict ?? null, pair.now?.verdict ?? null, moved.has(number));
    return change ? [{ change, rule: pair.rule, before: sideOf(pair.before), now: sideOf(pair.now) }] : [];
  });
  const requests = [now, before].map(runRequestOf);
  const { plan_id, name } = before.plan.facts;
  return {
    against: { plan_id, name, key: runKey(requests[1]) },
    same_data: JSON.stringify(requests[0]?.editions) === JSON.stringify(requests[1]?.editions),
    counts: Object.fromEntries(
      changes.map((change) => [change, findings.filter((each) => each.change === change).length]),
    ) as Comparison['counts'],
    findings: findings.sort((a, b) => changes.indexOf(a.change) - changes.indexOf(b.change)),
  };
}

/** The findings of one rule, each with the one about the same zone in the other version. */
async function pairsOf(database: Database, rule: string, before: Finding[], now: Finding[]): Promise<Pair[]> {
  const version = ({ zone, failed }: Finding) => ({
    id: (zone ?? failed)?.id ?? '',
    name: (zone ?? failed)?.name ?? null,
  });
  const shared = await sharedGround(database, before, now);
  const matched = matchZones(before.map(version), now.map(version), shared);
  const left = new Set(matched.values());
  return [
    ...now.map((finding, place) => {
      const old = matched.get(place);
      return { rule, before: old === undefined ? null : (before[old] ?? null), now: finding };
    }),
    ...before.filter((_, place) => !left.has(place)).map((finding) => ({ rule, before: finding, now: null })),
  ];
}

async function sharedGround(database: Database, before: Finding[], now: Finding[]): Promise<SharedGround[]> {
  const placed = (findings: Finding[]) =>
    findings.flatMap(({ zone }, place) => (zone && zone.index >= 0 ? [{ place, geom: zone.geom }] : []));
  const [old, fresh] = [placed(before), placed(now)];
  return database.rows<SharedGround>(statement('conflicts/shared-ground'), {
    olds: old.map(({ place }) => place),
    old_geoms: old.map(({ geom }) => geom),
    news: fresh.map(({ place }) => place),
    new_geoms: fresh.map(({ geom }) => geom),
  });
}

/** Numbers of the pairs whose land on the constraints differs by more than touching. */
async function withOtherLand(database: Database, pairs: readonly Pair[], touching_m: number): Promise<Set<number>> {
  const both = pairs.flatMap(({ before, now }, number) => {
    const [old, fresh] = [before?.measured?.overlap, now?.measured?.overlap];
    return old && fresh ? [{ number, old, fresh }] : [];
  });
  const same = await sameGround(
    database,
    both.map(({ old, fresh }) => ({ before: old, now: fresh })),
    touching_m,
  );
  const compared = new Map(both.map(({ number }, at) => [number, same[at]]));
  const isOther = ({ before, now }: Pair, number: number): boolean =>
    compared.has(number)
      ? !compared.get(number)
      : Boolean(before?.measured?.overlap) !== Boolean(now?.measured?.overlap);
  return new Set(pairs.flatMap((pair, number) => (isOther(pair, number) ? [number] : [])));
}

function sideOf(finding: Finding | null): Comparison['findings'][number]['now'] {
  if (!finding) return null;
  const { zone, failed, verdict, measured } = finding;
  const { id = '', name = null } = zone ?? failed ?? {};
  return { zone: id, zone_name: name, verdict, area_m2: measured?.area_m2 ?? null };
}
