import {
  considerationCodes,
  considerationObjectTypes,
  considerationType,
  considerationTypes,
} from './codes/consideration.ts';
import { joinedPlanId, planIdNames } from './codes/plan-id.ts';
import { codeNumber, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, fill } from './declaration/paint.ts';

const objectTypes = Object.entries(considerationObjectTypes).flatMap(([type, names]) =>
  names.map((name) => [name, type] as const),
);

/** With the H that maps print before the code. */
const printedCodes = Object.fromEntries(Object.keys(considerationCodes).map((code) => [`H${code}`, code]));

/** Consideration zones of plans (hensynssoner, H110–H910): what must be heeded whatever the purpose of the land. */
export const zoningConsideration = layer({
  id: 'zoning-consideration',
  title: { nb: 'Hensynssoner', en: 'Consideration zones' },
  description: {
    nb: 'Hensynssoner i kommuneplaner og reguleringsplaner, med kode H110–H910.',
    en: 'Consideration zones of master plans and regulations, with code H110–H910.',
  },
  group: 'plans',
  geometry: 'polygon',
  fields: {
    type: oneOf(considerationTypes, {
      title: { nb: 'sonetype', en: 'kind of zone' },
      sourceValues: Object.fromEntries(objectTypes),
    }),
    code: codeNumber({ nb: 'hensyn', en: 'consideration' }, considerationCodes, { sourceValues: printedCodes }),
    name: text({ nb: 'hensynssonenavn', en: 'name' }),
    plan_id: text({ nb: 'arealplan-id', en: 'plan id' }),
  },
  names: {
    type: ['OBJTYPE', 'objekttype', 'objekttypenavn'],
    code: [
      'hensyn',
      'angittHensyn',
      'KPANGITTHENSYN',
      'RPANGITTHENSYN',
      'fare',
      'KPFARE',
      'RPFARE',
      'sikring',
      'KPSIKRING',
      'RPSIKRING',
      'støy',
      'KPSTØY',
      'RPSTØY',
      'infrastruktur',
      'KPINFRASTRUKTUR',
      'RPINFRASTRUKTUR',
      'båndlegging',
      'KPBÅNDLEGGING',
      'RPBÅNDLEGGING',
      'gjennomføring',
      'KPGJENNOMFØRING',
      'RPGJENNOMFØRING',
      'detaljering',
      'KPDETALJERING',
      'RPDETALJERING',
    ],
    name: ['hensynSonenavn', 'HENSYNSONENAVN'],
    plan_id: planIdNames,
  },
  derived: {
    type: ({ values }) => considerationType(Number(values['code'])) ?? values['type'] ?? null,
    plan_id: joinedPlanId,
  },
  objectTypeField: 'type',
  objectTypes: objectTypes.map(([name]) => name),
  tiles: { zooms: [7, 14], keepLargest: true },
  paint: fill(
    byCode('type', {
      sikring: '#3d6fb0',
      støy: '#c94f9b',
      fare: '#b5302a',
      infrastruktur: '#6b6b6b',
      'angitt hensyn': '#2f7d4f',
      båndlegging: '#1f4e5f',
      gjennomføring: '#8a5a9e',
      detaljering: '#8c6d1f',
    }),
    { opacity: 0.25, outline: '#3a3a3a', size: 1 },
  ),
  label: 'name',
});
