import { findingFields, findingPaint } from './codes/finding.ts';
import { layer } from './declaration/layer.ts';

/** What the conflict check found: the land on a constraint where there is a hit, else the zone that was asked about. */
export const conflict = layer({
  id: 'conflict',
  title: { nb: 'Konflikter med regionale retningslinjer', en: 'Conflicts with regional guidelines' },
  description: {
    nb: 'Funn fra konfliktsjekk av planer, ett per sone og retningslinje. Grønt er sjekket; «ikke vurdert» er det ikke.',
    en: 'Findings of conflict checks of plans, one per zone and guideline. Clear was checked; not assessed was not.',
  },
  group: 'results',
  // A resource that is a point stands where it is.
  geometry: 'any',
  fields: findingFields,
  tiles: { zooms: [6, 14], keepLargest: true },
  paint: findingPaint,
  label: 'zone',
  producedBy: 'conflict-check',
});
