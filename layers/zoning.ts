import { joinedPlanId, planIdNames } from './codes/plan-id.ts';
import { levels, zoneStatuses } from './codes/plan.ts';
import { purposeGroups } from './codes/purpose-groups.ts';
import { zoningObjectTypes } from './codes/purpose.ts';
import { purposeOf, purposeTexts } from './codes/purposes.ts';
import { codeNumber, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, fill } from './declaration/paint.ts';

const groupColours = Object.fromEntries(Object.entries(purposeGroups).map(([group, { colour }]) => [group, colour]));

/**
 * Land-use purposes of plans (arealformål, reguleringsformål). A purpose code means something only together with its
 * object type: 320 is a gravel pit in a master plan of 1985 and a pavement in a regulation of 1985.
 */
export const zoning = layer({
  id: 'zoning',
  title: { nb: 'Arealformål', en: 'Land-use purposes' },
  description: {
    nb: 'Arealformål og reguleringsformål i planer etter begge lover, farget etter formålsgruppe.',
    en: 'Land-use purposes of plans of both laws, coloured by purpose group.',
  },
  group: 'plans',
  geometry: 'polygon',
  fields: {
    object_type: oneOf(zoningObjectTypes, { title: { nb: 'objekttype', en: 'object type' } }),
    purpose: codeNumber({ nb: 'arealformål', en: 'purpose' }, purposeTexts),
    purpose_group: oneOf(purposeGroups, { title: { nb: 'formålsgruppe', en: 'purpose group' } }),
    status: codeNumber({ nb: 'arealbruksstatus', en: 'status' }, zoneStatuses),
    level: codeNumber({ nb: 'vertikalnivå', en: 'level' }, levels),
    name: text({ nb: 'områdenavn', en: 'name' }),
    plan_id: text({ nb: 'arealplan-id', en: 'plan id' }),
  },
  names: {
    object_type: ['OBJTYPE', 'objekttype', 'objekttypenavn'],
    purpose: [
      'arealformål',
      'KPAREALFORMÅL',
      'RPAREALFORMÅL',
      'arealbruk',
      'KPAREALBRUK',
      'OPLAREAL',
      'reguleringsformål',
      'RBREGULERINGSFORMÅL',
      'REGFORM',
    ],
    status: ['arealbruksstatus', 'AREALST'],
    level: ['vertikalnivå', 'VERTNIV'],
    name: ['områdenavn', 'OMRÅDENAVN', 'feltnavn', 'FELTNAVN', 'feltbetegnelse', 'FELTBETEGNELSE'],
    plan_id: planIdNames,
  },
  derived: {
    purpose_group: ({ values }) =>
      purposeOf(values['object_type'] as string | null, values['purpose'] as number | null).group,
    // Plans give the level on the outline, and on a zone only where it is not the ground.
    level: ({ values }) => values['level'] ?? 2,
    plan_id: joinedPlanId,
  },
  objectTypeField: 'object_type',
  objectTypes: Object.keys(zoningObjectTypes),
  tiles: { zooms: [7, 14], keepLargest: true },
  paint: fill(byCode('purpose_group', groupColours, purposeGroups.unknown.colour), {
    opacity: 0.6,
    outline: '#5a5a5a',
    size: 0.5,
  }),
  label: 'name',
});
