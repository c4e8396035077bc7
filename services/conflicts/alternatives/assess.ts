import { askRule } from '../judgement/ask-rule.ts';
import { boxAround, municipalitiesIn } from '../plan/box.ts';
import type { Check } from '../check.ts';
import { datasetIds } from '../measurement/constraints.ts';
import { coverageShares } from '../measurement/coverage.ts';
import { FullCoverage } from '../measurement/full-coverage.ts';
import { say, type Message } from '../judgement/message.ts';
import { plansInForce } from '../plan/plans-in-force.ts';
import { isSecuringRule } from '../judgement/securing-rule.ts';
import type { JudgedZone } from '../plan/zone.ts';
import type { Alternative, Candidate } from './alternative.ts';
import { mustBeKnown, type Ground, type Seeker } from './ground.ts';
import { steepness } from './steepness.ts';

/** Ground that rises more than one in three on the average is steep. */
const steep = 1 / 3;
/** Farthest that a rule looks around for pieces, metres. */
const surroundings = 20_000;

/**
 * Which candidates nothing speaks against: ground that all layers have looked at, not steep, and on which every rule of
 * the check that is a guideline or a text of the plan would be clear for the zone. What strategies say is told.
 * @returns those that stand, and for each of the others what speaks against it
 */
export async function assess(
  ground: Ground,
  check: Check,
  { zone }: Seeker,
  candidates: readonly Candidate[],
): Promise<{ standing: Alternative[]; against: Message[] }> {
  const { session, constraints, parameters } = ground;
  const zones = candidates.map((candidate, index) => asZone(candidate, index, zone));
  const box = boxAround(zones, surroundings);
  if (!box) return { standing: [], against: [] };
  const municipalities = await municipalitiesIn(session, constraints, box);
  const fullCoverage = new FullCoverage(session, constraints, boxAround(zones) ?? box);
  const measuring = {
    session,
    constraints,
    fullCoverage,
    municipalities,
    built: ground.built,
    considerations: [],
    plan: check.plan.facts,
    around: await plansInForce(session, constraints, check.plan.facts, box),
    drawn: zones,
    ...(ground.signal && { signal: ground.signal }),
  };
  const against = new Map<number, Message>();
  const left = () => zones.filter(({ index }) => !against.has(index));
  for (const layer of mustBeKnown) {
    const asked = left();
    const covered = await coverageShares(
      { session, parameters, fullCoverage, zones: asked },
      datasetIds(constraints, layer),
    );
    for (const { index } of asked)
      if (!covered.get(index)?.whole) against.set(index, say('instead-not-looked-at', { layer }));
  }
  const rises = new Map<number, number | null>();
  const covered = left();
  const measured = await steepness(
    ground,
    covered.map(({ box }) => box),
  );
  for (const [at, { index }] of covered.entries()) {
    const rise = measured[at] ?? null;
    rises.set(index, rise);
    if (rise === null) against.set(index, say('instead-slope-unknown'));
    else if (rise > steep) against.set(index, say('instead-steep'));
  }
  const told = new Map<number, Message[]>();
  for (const rule of check.rules) {
    if (isSecuringRule(rule) || left().length === 0) continue;
    const own = { ...measuring, parameters: { ...parameters, ...check.parameters.get(rule.id) } };
    for (const { verdict, zone: at } of await askRule(rule, {
      ...{ zones: left(), failed: [], standing: check.standing, measuring: own },
    })) {
      if (!at || verdict === 'clear' || verdict === 'not-relevant') continue;
      const message = say(`instead-${verdict}`, { rule: rule.title });
      if (rule.basis === 'strategy') told.set(at.index, [...(told.get(at.index) ?? []), message]);
      else against.set(at.index, message);
    }
  }
  const standing = candidates.flatMap((candidate, index): Alternative[] => {
    if (against.has(index)) return [];
    const slope = say('instead-slope', { share: rises.get(index) ?? null });
    return [{ ...candidate, reasons: [say('instead-clear'), slope, ...(told.get(index) ?? [])] }];
  });
  return { standing, against: [...against.values()] };
}

/** A candidate as a zone of the plan: new land of the purpose that looks for a place. */
const asZone = (
  { geom, box, area_m2 }: Candidate,
  index: number,
  { purpose, municipality }: Seeker['zone'],
): JudgedZone => {
  if (!purpose) throw new Error('Only zones look for another place.');
  return {
    ...{ index, id: String(index), name: null, purpose, status: 2, level: 2, geom, box, area_m2, municipality },
    ...{ notes: [], land: geom, land_m2: area_m2, change: null, steps: [], remarks: [] },
  };
};
