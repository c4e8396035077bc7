import { joinedPlanId, planIdNames } from './codes/plan-id.ts';
import { lawOfReference, laws, planStatuses, planTypes } from './codes/plan.ts';
import { codeNumber, date, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { line } from './declaration/paint.ts';

/** Outlines of land-use plans: master plans and regulations, of both laws, in force, proposed and expired. */
export const plan = layer({
  id: 'plan',
  title: { nb: 'Arealplaner', en: 'Land-use plans' },
  description: {
    nb: 'Planområder for kommuneplaner og reguleringsplaner etter begge lover. Planstatus sier hvilke som gjelder.',
    en: 'Outlines of master plans and regulations of both laws. The plan status says which are in force.',
  },
  group: 'plans',
  geometry: 'polygon',
  fields: {
    plan_id: text({ nb: 'arealplan-id', en: 'plan id' }),
    name: text({ nb: 'plannavn', en: 'name' }),
    plan_type: codeNumber({ nb: 'plantype', en: 'plan type' }, planTypes),
    plan_status: codeNumber({ nb: 'planstatus', en: 'plan status' }, planStatuses),
    law: codeNumber({ nb: 'lov', en: 'law' }, laws, { sourceValues: lawOfReference }),
    in_force: date({ nb: 'i kraft', en: 'in force' }),
    predecessor: text({ nb: 'erstatter plan', en: 'replaces plan' }),
  },
  names: {
    plan_id: planIdNames,
    name: ['plannavn', 'PLANNAVN'],
    plan_type: ['plantype', 'PLANTYPE'],
    plan_status: ['planstatus', 'PLANSTAT'],
    law: ['lovreferanse', 'LOVREFERANSE', 'lovreferanseType'],
    in_force: ['ikrafttredelsesdato', 'IKRAFT', 'vedtakEndeligPlanDato', 'VEDTAKENDELIGPLANDATO'],
    predecessor: ['opprinneligplanid', 'OPPRINNELIGPLANID'],
  },
  derived: { plan_id: joinedPlanId },
  objectTypes: ['RpOmråde', 'KpOmråde', 'RbOmråde', 'Arealplan', 'Planområde'],
  tiles: { zooms: [6, 14], keepLargest: true },
  paint: line('#1f1f1f', { size: 2, dash: [4, 2] }),
  label: 'name',
});
