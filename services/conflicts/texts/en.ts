import type { Texts } from './nb.ts';

/** What the frame of the check says, in English; placeholders as in message.ts. */
export const en: Texts = {
  zone: 'Zone {zone}: {purpose} ({object_type} {code}), {area:daa}.',
  mended: 'The geometry was invalid ({fault}) and was mended without changing the area noticeably.',
  'purpose-code-unknown': 'Purpose code {code} is unknown for {object_type}.',
  'same-id': 'Several zones have the id {id}; this is number {feature} in the plan, counted from 0.',
  'no-purpose':
    'The zone has no purpose and cannot be judged. Give it one (arealformål, KPAREALFORMÅL, RPAREALFORMÅL).',
  'no-geometry': 'The zone has no geometry and cannot be judged.',
  'bad-geometry': 'The geometry cannot be used: {reason}.',
  'broken-geometry':
    'The geometry is invalid ({fault}) and cannot be mended without changing the area. Draw the border anew.',
  'overlay-failed': 'The overlay could not be computed for this zone.',
  'other-level': 'The zone lies on vertical level {level}, not on the ground; the guideline is about level 2.',
  'not-concerned': 'The guideline is about {subject}; this zone is something else.',
  'plan-ended': 'The plan is no longer in force.',
  'no-new-land': 'The zone has no new or extended land.',
  'no-duty': 'The plan is not a master plan: the duty to secure is not about it.',
  'soft-duty': 'In a regulation the duty is softer: at most review.',
  'weak-knowledge': 'The importance has not been assessed: at most review.',
  'old-law': 'Older law: the plan could not have consideration zones, at most review.',
  'secured-part': '{share:%} of {area:daa} in the plan is secured (built land does not count).',
  'zones-left-out': '{count} zones of the plan could not be read or placed, and do not count here.',
  'taken-out-uncertain':
    'Uncertain: {zones} ({count} of the zones of the plan) could not be read or placed, and may have the same purpose.',
  'too-small': '{area:daa} of new land is less than the guideline is about ({least:daa}).',
  'new-land': '{area:daa} is new or extended land.',
  given: '{area:daa} is given already by plan {plan_id} ({date}).',
  ruled: '{area:daa} has since been given another purpose by the newer plan {plan_id} ({date}).',
  densified: 'Densification: further development within an area that was given before.',
  'in-line':
    'In line with the master plan {plan_id} of {date}, which shows the same purpose as future ({area:daa}). The land is new all the same.',
  clash: 'Clash: the plans {older} and {newer} give {area:daa} different purposes; the newer goes first.',
  'no-building-layer': 'No buildings are loaded: land with status present counts as built.',
  built: 'Present land up to {distance:m} from a building counts as built.',
  'present-unbuilt': '{area:daa} has status present, but is unbuilt and given by no earlier plan: it counts as new.',
  'state-purpose': 'Give the zone a purpose code from the code lists: then it can be judged.',
  'layer-absent': 'Not assessed: data are missing ({layers}).',
  'coverage-unknown': 'It is not known where the data cover.',
  'coverage-none': 'Not assessed: the data cover nothing of the zone.',
  'coverage-partial': 'Not assessed: the data cover only {share:%} of the zone.',
  'coverage-around': 'Not assessed: the data cover the zone, but not all the land around it that the rule is about.',
  coverage: 'The data cover {share:%} of the zone.',
  touching: 'Only touching: the overlap is narrower than the limit and does not count.',
  settled: 'Settled {date} by {name}: {reason}',
  'settled-before': 'Was settled {date} by {name} ({reason}), but its geometry has changed since: no longer settled.',
  'not-a-guideline': 'This is not a guideline of the plan: at most review.',
  'clean-up-conflict':
    'Plan clean-up: would be a conflict, but the plan in force is older than the guideline, at most for review.',
  'clean-up': 'Plan clean-up: the plan in force is older than the guideline, at most review.',
};
