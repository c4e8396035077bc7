import type { Feature } from 'geojson';
import type { FindingFeature } from '../../../../services/conflicts/answer/result.ts';
import { boundsOf } from '../bounds.ts';
import { findingsLayer } from '../map/findings-layer.ts';
import { verdictLooks } from '../map/verdict-patterns.ts';
import { bySeverity } from '../panel/findings-list.ts';
import type { MapSession } from './session.ts';

/** Draw the checked plan and its findings, the worst on top, and go there when the answer comes. */
export function findingsOnMap({ map, check, texts, layout }: MapSession): void {
  const layer = findingsLayer(map);
  check.state.observe((state) => {
    if (state.step !== 'done') {
      layer.draw({ plan: null, findings: [], remedies: [] });
      return;
    }
    const all = [...state.result.findings.features].sort((a, b) => bySeverity(b, a));
    const findings = all.flatMap(signed);
    layer.draw({ plan: state.drawing, findings, remedies: all.flatMap(remedy) });
    const bounds = boundsOf([...findings, ...(state.drawing?.features ?? [])]);
    if (bounds) map.fitBounds(bounds, { padding: 60, maxZoom: 15 });
    layout.announce(texts.verdictSentences[state.result.verdict]);
  });
}

/** With the sign that the map writes on it. */
function signed({ geometry, properties }: FindingFeature): Feature[] {
  if (!geometry) return [];
  const { verdict, zone, zone_name } = properties;
  return [
    { type: 'Feature', geometry, properties: { verdict, sign: `${verdictLooks[verdict].sign} ${zone_name ?? zone}` } },
  ];
}

const remedy = ({ properties }: FindingFeature): Feature[] =>
  properties.remedy_geometry ? [{ type: 'Feature', geometry: properties.remedy_geometry, properties: {} }] : [];
