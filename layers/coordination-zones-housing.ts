import { zoneFields, zonePaint } from './codes/coordination.ts';
import { layer } from './declaration/layer.ts';

/** The figure of §6.1 as a map: centrality by the pressure of housing. */
export const coordinationZonesHousing = layer({
  id: 'coordination-zones-housing',
  title: { nb: 'Samordningssoner, bolig', en: 'Coordination zones, housing' },
  description: {
    nb: 'Figuren i regional plan § 6.1: sentralitet mot utbyggingspress for boliger, med økende behov for samordning langs begge.',
    en: 'The figure of the regional plan, § 6.1: centrality by pressure of housing, with growing need for coordination along both.',
  },
  group: 'results',
  geometry: 'polygon',
  fields: zoneFields,
  tiles: { zooms: [5, 14], keepLargest: true },
  paint: zonePaint,
  producedBy: 'coordination-zones',
});
