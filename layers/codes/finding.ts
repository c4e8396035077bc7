import { boolean, codeNumber, metres, number, oneOf, text } from '../declaration/field.ts';
import { byCode, fill } from '../declaration/paint.ts';
import { zoneChanges } from './change.ts';
import { purposeTexts } from './purposes.ts';
import { zoningObjectTypes } from './purpose.ts';

/** Fields of layers that hold findings of the conflict check. */
export const findingFields = {
  verdict: oneOf(
    {
      conflict: { nb: 'konflikt', en: 'conflict' },
      review: { nb: 'til vurdering', en: 'for review' },
      failed: { nb: 'feilet', en: 'failed' },
      'not-assessed': { nb: 'ikke vurdert', en: 'not assessed' },
      clear: { nb: 'ingen konflikt', en: 'no conflict' },
      'not-relevant': { nb: 'ikke aktuell', en: 'not relevant' },
    },
    { title: { nb: 'dom', en: 'verdict' }, required: true },
  ),
  rule: text({ nb: 'regel', en: 'rule' }, { required: true }),
  zone: text({ nb: 'sone', en: 'zone' }),
  zone_name: text({ nb: 'områdenavn', en: 'name of the zone' }),
  object_type: oneOf(zoningObjectTypes, { title: { nb: 'objekttype', en: 'object type' } }),
  purpose: codeNumber({ nb: 'arealformål', en: 'purpose' }, purposeTexts),
  plan_id: text({ nb: 'arealplan-id', en: 'plan id' }),
  change: oneOf(zoneChanges, { title: { nb: 'mot planen i kraft', en: 'against the plan in force' } }),
  municipality: text({ nb: 'kommunenummer', en: 'municipality number' }),
  area_m2: number({ nb: 'areal i konflikt', en: 'area in conflict' }, { unit: 'm²' }),
  red_area_m2: number({ nb: 'av dette sikkert', en: 'of this certain' }, { unit: 'm²' }),
  share_of_zone: number({ nb: 'andel av sonen', en: 'share of the zone' }),
  share_covered: number({ nb: 'andel dekket av data', en: 'share covered by data' }),
  distance_m: metres({ nb: 'avstand til nærmeste', en: 'distance to the nearest' }),
  touching: boolean({ nb: 'bare berøring', en: 'only touching' }),
  reason: text({ nb: 'begrunnelse', en: 'reason in Norwegian' }),
  reason_en: text({ nb: 'begrunnelse på engelsk', en: 'reason' }),
  // One a line: a property of a tile is not a list.
  notes: text({ nb: 'merknader', en: 'notes in Norwegian' }),
  notes_en: text({ nb: 'merknader på engelsk', en: 'notes' }),
  guideline: text({ nb: 'retningslinjens ord', en: "the guideline's own words" }),
  section: text({ nb: 'kapittel i regional plan', en: 'section of the regional plan' }),
};

/** Findings by verdict: what was not assessed does not look like what is clear. */
export const findingPaint = fill(
  byCode(
    'verdict',
    {
      conflict: '#b3121d',
      review: '#b26a00',
      'not-assessed': '#4b5a75',
      clear: '#1d7a46',
      'not-relevant': '#6b7280',
    },
    '#4b5a75',
  ),
  { opacity: 0.45, outline: '#2a2a2a', size: 1.5 },
);
