import type { Map } from 'maplibre-gl';
import type { FindingFeature } from '../../../../services/conflicts/answer/result.ts';
import type { Municipality } from '../answers.ts';
import type { Session } from '../behaviour/session.ts';
import { boundsOf } from '../bounds.ts';
import { element } from '../element.ts';
import { checkPanel } from './check-panel.ts';
import { layerList } from './layer-list.ts';
import { municipalitySearch } from './municipality-search.ts';
import { tabs } from './tabs.ts';
import { weightsPanel } from './weights-panel.ts';

/** The layer whose sites the weights rank. */
const stationSites = 'energy-station-sites';

/** Fill the panel: search, layers, plan check. */
export function fillPanel(session: Session, map: Map | null): void {
  const { layout, texts, municipalities, collections, check, on, address } = session;
  const choose = ({ bbox }: Municipality) => {
    layout.foldPanel();
    map?.fitBounds(bbox, { padding: 40 });
    map?.getCanvas().focus();
  };
  const zoomTo = ({ geometry }: FindingFeature) => {
    layout.foldPanel();
    const bounds = geometry && boundsOf([{ type: 'Feature', geometry, properties: {} }]);
    if (bounds) map?.fitBounds(bounds, { padding: 80, maxZoom: 16 });
  };
  const hasStations = collections.some(({ id, datasets }) => id === stationSites && datasets.length > 0);
  const openStations = (isOpen: boolean) => {
    session.stations.isOpen.set(isOpen);
    if (!isOpen) return;
    on.set(new Set([...on.get(), stationSites]));
    void session.stations.load();
  };
  const all = tabs(texts.panel, [
    { id: 'layers', label: texts.layersTab, content: layerList(session) },
    { id: 'check', label: texts.checkTab, content: checkPanel({ ...session, zoomTo }) },
    ...(hasStations
      ? [{ id: 'stations', label: texts.stationsTab, content: weightsPanel(session), onOpen: openStations }]
      : []),
  ]);
  if (hasStations && address.weights) all.open('stations');
  if (check.state.get().step !== 'waiting') all.open('check');
  layout.search.append(municipalitySearch(texts, () => municipalities, choose));
  if (collections.some(({ datasets }) => datasets.some(({ example }) => example)))
    layout.tabs.append(element('p', { class: 'example-note' }, texts.exampleCounty));
  layout.tabs.append(all.root);
}
