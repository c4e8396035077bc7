import { findingFields, findingPaint } from './codes/finding.ts';
import { layer } from './declaration/layer.ts';

/** What the conflict check finds in the plans that are in force: what a plan clean-up (planvask) begins with. */
export const conflictInForce = layer({
  id: 'conflict-in-force',
  title: { nb: 'Funn i planer som gjelder', en: 'Findings in plans in force' },
  description: {
    nb: 'Alle gjeldende planer mot de regionale retningslinjene, ett funn per sone og retningslinje: grunnlag for planvask.',
    en: 'All plans in force against the regional guidelines, one finding per zone and guideline: a basis for cleaning them up.',
  },
  group: 'results',
  // A resource that is a point stands where it is.
  geometry: 'any',
  fields: findingFields,
  tiles: { zooms: [6, 14], keepLargest: true },
  paint: findingPaint,
  label: 'zone',
  producedBy: 'conflict-sweep',
});
