import { planTypes } from '../../../../layers/codes/plan.ts';
import { purposeOf } from '../../../../layers/codes/purposes.ts';
import { quantity } from '../../../figures.ts';
import { texts as imports } from '../../texts/en.ts';
import type { PlanTexts } from './texts.ts';

const area = (m2: number): string =>
  m2 >= 10_000 ? `${quantity(m2 / 1000, 'en', 1)} daa` : `${quantity(m2, 'en', m2 < 100 ? 1 : 0)} m²`;

const metres = (m: number): string => `${quantity(m, 'en', m < 10 ? 2 : 0)} m`;

const named = (zone: {
  name: string | null;
  id: string | null;
  object_type: string | null;
  code: number | null;
}): string =>
  zone.name ??
  (zone.code === null ? null : `${purposeOf(zone.object_type, zone.code).name.en} (${zone.code})`) ??
  zone.id ??
  'a zone without name';

/** What a planner must mend, in English. */
export const en: PlanTexts = {
  defects: {
    'no-zones': {
      title: 'The plan has no land-use purposes',
      remedy:
        'Export the plan with its purposes as areas (RpArealformålOmråde, KpArealformålOmråde), not only borders and labels.',
    },
    'no-plan-id': {
      title: 'The plan id is missing',
      remedy:
        'Write municipality number and plan id into the file (such as 3330_2021005), or state it when you upload.',
    },
    'plan-id-form': {
      title: 'The plan id has no municipality number',
      found: ({ plan_id }) => `The file has '${plan_id}'.`,
      remedy: 'Write it as municipality number, underscore and plan id: 3330_2021005.',
    },
    'no-plan-name': { title: "The plan's name is missing", remedy: 'Fill in plannavn on the plan area.' },
    'no-plan-type': {
      title: 'The plan type is missing',
      remedy: 'Fill in plantype, such as 20 (municipal master plan), 34 (area regulation) or 35 (detailed regulation).',
    },
    'name-against-type': {
      title: 'Name and plan type do not say the same',
      found: ({ name, plan_type }) =>
        `The plan is called '${name}', but its plan type is ${plan_type} (${planTypes[plan_type as keyof typeof planTypes]?.en.toLowerCase() ?? 'unknown'}).`,
      remedy: 'Correct the plan type if it is wrong.',
    },
    'no-plan-status': {
      title: 'The plan status is missing',
      remedy: 'Fill in planstatus, such as 2 (proposal) or 3 (adopted).',
    },
    'no-law': {
      title: 'The law is missing',
      remedy: 'Say which Planning and Building Act the plan follows (lovreferanse): 1985 or 2008.',
    },
    'no-in-force': {
      title: 'An adopted plan without its date',
      remedy: 'Fill in the date it came into force or was adopted.',
    },
    'no-outline': {
      title: "The plan's outline is missing",
      found: ({ zones }) =>
        zones === 0
          ? 'No zone could be read in to stand in for it: the plan has no extent.'
          : `The outline of its ${zones} zones is taken for it.`,
      remedy:
        'Include the plan area (RpOmråde or KpOmråde). Without it nobody can see whether land in the plan has no purpose.',
    },
    rejected: {
      title: 'Features that could not be read in',
      found: ({ reason, values }) => `${sentence(imports.reasons[reason](values as never))}.`,
      remedy: 'Mend the feature where it was drawn and export anew. Until then it is not part of the plan.',
    },
    'no-object-type': {
      title: 'Purposes without object type',
      remedy:
        'State the object type (RpArealformålOmråde, KpArealformålOmråde, RbFormålOmråde or KpArealbrukOmråde): a code does not mean the same in each.',
    },
    'no-purpose': { title: 'Zones without a purpose', remedy: 'Fill in the purpose code.' },
    'unknown-purpose': {
      title: 'Purpose codes that are not in the code list',
      found: ({ object_type, code }) => `There is no code ${code} for ${object_type}.`,
      remedy: 'Use a code of the list for the object type. If it is a code of the other law, the object type is wrong.',
    },
    'mixed-laws': {
      title: 'The plan mixes purposes of two laws',
      found: ({ old, new: now }) => `${now} zones follow the Act of 2008, ${old} that of 1985.`,
      remedy:
        'A plan follows one law. Rewrite the old purposes with the codes of 2008, or part the file into two plans.',
    },
    'wrong-law': {
      title: "Object types of another law than the plan's",
      found: ({ object_type, law }) => `${object_type} does not belong in a plan under the Act of ${law}.`,
      remedy: "Correct the plan's law, or rewrite the zone with the law's own object types and codes.",
    },
    'wrong-kind': {
      title: 'Object types that do not belong to the plan type',
      found: ({ object_type, plan_type }) =>
        `${object_type} in plan type ${plan_type} (${planTypes[plan_type as keyof typeof planTypes]?.en.toLowerCase() ?? 'unknown'}).`,
      remedy:
        'Master plans have object types that begin with Kp, regulations with Rp. Correct the plan type or the object type.',
    },
    'no-zone-status': {
      title: 'The status of the land use is missing',
      remedy: 'Fill in 1 (present), 2 (future) or 3 (further development of the present).',
    },
    'no-consideration-code': {
      title: 'Consideration zones without code',
      remedy: 'Fill in the code, such as 310 (landslides and avalanches), 560 (nature) or 570 (heritage).',
    },
    'unknown-consideration': {
      title: 'Consideration zones with a code that does not exist',
      found: ({ code }) => `There is no code ${code}.`,
      remedy: 'Use a code of the list for consideration zones, 110–910.',
    },
    'unknown-value': {
      title: 'Values that are not in the code list',
      found: ({ field, value, count }) => `${sentence(en.fields[field] ?? field)} '${value}' on ${count} features.`,
      remedy: 'Use a value of the list.',
    },
    overlap: {
      title: 'Purposes that overlap',
      found: ({ area_m2, level, other }) =>
        `Overlaps ${named(other)} by ${area(area_m2)}${level === 2 ? '' : ` (level ${level})`}.`,
      remedy: 'Let the zones share their border: on one level land can have one purpose only.',
    },
    gap: {
      title: 'Gaps between purposes',
      found: ({ area_m2 }) => `${area(area_m2)} without a purpose.`,
      remedy: 'Close the borders, or give the land a purpose.',
    },
    'outline-uncovered': {
      title: 'Land in the plan without a purpose',
      found: ({ area_m2 }) => `${area(area_m2)} inside the outline has no purpose on the ground (level 2).`,
      remedy: 'Give the land a purpose, or draw the outline in.',
    },
    'outside-outline': {
      title: "Zones that reach beyond the plan's outline",
      found: ({ area_m2, share, farthest_m }) =>
        share > 0.999
          ? `All of it (${area(area_m2)}) lies outside.`
          : `${area(area_m2)} lie outside, up to ${metres(farthest_m)} from the outline.`,
      remedy: 'Cut the zone along the outline, or extend the outline.',
    },
    'topology-failed': {
      title: 'Gaps and overlaps could not be computed',
      found: ({ what }) => `The database said: ${what}`,
      remedy: 'Mend the faults of geometry first, and try again.',
    },
    repaired: {
      title: 'Areas that were mended when they were read in',
      found: ({ fault, before_m2, after_m2 }) =>
        `${sentence(imports.faults[fault])}.${before_m2 === null || after_m2 === null ? '' : ` The area changed by ${area(Math.abs(after_m2 - before_m2))}.`}`,
      remedy: 'Mend the area where it was drawn, too: else the fault goes into the plan register.',
    },
    'expired-purpose': {
      title: 'Expired purpose codes',
      found: ({ code }) => `Code ${code} is not given to new plans.`,
      remedy: 'Use a current code if the plan is new. In an adopted plan the code may stand.',
    },
    'no-level': {
      title: 'The level is missing',
      found: ({ count, of }) => `${count} of ${of} zones are taken to be on the ground (2).`,
      remedy: 'Fill in vertikalnivå. What lies below the ground (1) or above it (3) is judged as on it otherwise.',
    },
    'no-zone-name': {
      title: 'Zones without a name',
      found: ({ count, of }) => `${count} of ${of} zones have no name.`,
      remedy: 'You may name them as on the plan map (BFT1, SKV2), so that findings are easier to place.',
    },
  },
  severities: {
    error: { one: 'error', many: 'errors', heading: 'To be mended' },
    warning: { one: 'remark', many: 'remarks', heading: 'To be looked at' },
    information: { one: 'note', many: 'notes', heading: 'For information' },
  },
  layers: { plan: 'outline', zoning: 'purposes', 'zoning-consideration': 'consideration zones' },
  fields: {
    status: 'status (arealbruksstatus)',
    level: 'level (vertikalnivå)',
    plan_type: 'plan type',
    plan_status: 'plan status',
    law: 'law',
    object_type: 'object type',
  },
  area,
  zone: {
    unnamed: 'without name',
    id: (id) => `id ${id}`,
    feature: (index, file) => `feature no. ${index + 1}${file === null ? '' : ` in ${file}`}`,
  },
  report: {
    title: (plan) => `Plan control: ${plan}`,
    ready: 'No errors were found.',
    mend: (errors) =>
      `${errors} ${errors === 1 ? 'error must' : 'errors must'} be mended before a plan register can take the plan in.`,
    look: (warnings) => (warnings === 1 ? '1 remark should be looked at.' : `${warnings} remarks should be looked at.`),
    facts: {
      plan_id: 'Plan id',
      name: 'Name',
      plan_type: 'Plan type',
      plan_status: 'Plan status',
      law: 'Law',
      in_force: 'In force',
      predecessor: 'Replaces',
      files: 'Files',
      crs: 'Coordinate system',
    },
    notStated: 'not stated',
    counts: 'What was read in',
    countHeadings: ['', 'Read', 'Loaded', 'Of them mended', 'Rejected'],
    map: 'Map',
    mapMeaning:
      'Outline, purposes and consideration zones. The numbers show where each fault is; the lists have the same numbers.',
    what: 'What',
    where: 'Where',
    place: (lat, lon) => `${lat}° N, ${lon}° E`,
    coordinates: (x, y, crs) => `N ${y}, E ${x} (EPSG:${crs})`,
    remedy: 'How to mend it',
    andMore: (count) => `and ${count} more`,
    reader: 'About the file',
    leftOut: 'Left out',
    leftOutMeaning:
      'These object types are no land use (borders, areas of provisions, labels, legal lines) and were not checked.',
    noType: 'without object type',
    tolerance: (m2) => `Gaps and overlaps of up to ${area(m2)} are taken for rounding of coordinates and left out.`,
  },
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
