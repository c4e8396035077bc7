import type { Feature } from 'geojson';
import { boundsOf } from '../bounds.ts';
import { findingsLayer } from '../map/findings-layer.ts';
import { verdictLooks } from '../map/verdict-patterns.ts';
import { bySeverity, findingOf } from '../panel/findings-list.ts';
import type { MapSession } from './session.ts';

/** Draw the checked plan and its findings, the worst on top, and go there when the answer comes. */
export function findingsOnMap({ map, check, texts, layout }: MapSession): void {
  const layer = findingsLayer(map);
  check.state.observe((state) => {
    if (state.step !== 'done') {
      layer.draw(null, []);
      return;
    }
    const features = state.result.findings.features
      .filter((feature) => (feature.geometry as Feature['geometry'] | null) !== null)
      .sort((a, b) => bySeverity(b, a))
      .map((feature) => signed(feature));
    layer.draw(state.drawing, features);
    const bounds = boundsOf([...features, ...(state.drawing?.features ?? [])]);
    if (bounds) map.fitBounds(bounds, { padding: 60, maxZoom: 15 });
    layout.announce(texts.verdictSentences[state.result.verdict]);
  });
}

/** With the sign that the map writes on it. */
function signed(feature: Feature): Feature {
  const { verdict, zone } = findingOf(feature);
  const sign = [verdictLooks[verdict].sign, zone].filter(Boolean).join(' ');
  return { ...feature, properties: { ...feature.properties, sign } };
}
