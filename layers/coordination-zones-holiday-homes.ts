import { zoneFields, zonePaint } from './codes/coordination.ts';
import { layer } from './declaration/layer.ts';

/** The figure of §6.1 as a map: centrality by the pressure of holiday homes. */
export const coordinationZonesHolidayHomes = layer({
  id: 'coordination-zones-holiday-homes',
  title: { nb: 'Samordningssoner, fritidsboliger', en: 'Coordination zones, holiday homes' },
  description: {
    nb: 'Figuren i regional plan § 6.1: sentralitet mot utbyggingspress for fritidsboliger, med økende behov for samordning langs begge.',
    en: 'The figure of the regional plan, § 6.1: centrality by pressure of holiday homes, with growing need for coordination along both.',
  },
  group: 'results',
  geometry: 'polygon',
  fields: zoneFields,
  tiles: { zooms: [5, 14], keepLargest: true },
  paint: zonePaint,
  producedBy: 'coordination-zones',
});
