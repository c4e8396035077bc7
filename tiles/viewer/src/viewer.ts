import type { Map } from 'maplibre-gl';
import { readAddress } from './address.ts';
import { serviceIn } from './api.ts';
import { addressBar } from './behaviour/address-bar.ts';
import { factsOnPick } from './behaviour/facts-on-pick.ts';
import { findingsOnMap } from './behaviour/findings-on-map.ts';
import { layersOnMap } from './behaviour/layers-on-map.ts';
import type { MapSession, Session } from './behaviour/session.ts';
import { tileNotices } from './behaviour/tile-notices.ts';
import { homeOf } from './bounds.ts';
import { planCheck } from './check/plan-check.ts';
import { describedFailure } from './failure.ts';
import { figuresIn } from './figures.ts';
import { coordinateReadout } from './map/coordinate-readout.ts';
import { countyMap } from './map/county-map.ts';
import { addVerdictPatterns } from './map/verdict-patterns.ts';
import { observable } from './observable.ts';
import { mapTools } from './panel/map-tools.ts';
import { notice } from './panel/notice.ts';
import { page } from './panel/page.ts';
import { onPaper } from './behaviour/on-paper.ts';
import { fillPanel } from './panel/panel-content.ts';
import { sourceLine } from './panel/source-line.ts';
import { ranksOnMap } from './behaviour/ranks-on-map.ts';
import { startLayers } from './start-layers.ts';
import { stationRanking } from './stations/station-ranking.ts';
import { textsIn, type Language } from './texts/texts.ts';

/** Open the web map in the page's body; when the service does not answer, say so and offer to try again. */
export async function openViewer(language: Language): Promise<void> {
  const texts = textsIn(language);
  const layout = page(language, texts);
  layout.progress(true);
  layout.announce(texts.loadingMap);
  try {
    const session = await begin(language, layout);
    const map = mapOf(session);
    fillPanel(session, map);
    if (map) map.once('load', () => run({ ...session, map }));
  } catch (error) {
    const { title, detail } = describedFailure(error, texts);
    const action = { label: texts.retry, run: () => void openViewer(language) };
    layout.notices.replaceChildren(notice({ kind: 'danger', title, details: [detail], action }));
    layout.progress(false);
  }
}

async function begin(language: Language, layout: Session['layout']): Promise<Session> {
  const texts = textsIn(language);
  const service = serviceIn(language);
  const [collections, municipalities] = await Promise.all([service.collections(), service.municipalities()]);
  const address = readAddress(location.hash);
  return {
    language,
    texts,
    figures: figuresIn(language),
    service,
    layout,
    collections,
    municipalities,
    address,
    home: homeOf(collections),
    on: observable(startLayers(collections, address.layers)),
    years: observable(address.years ?? new globalThis.Map()),
    zoom: observable(0),
    chosen: observable(address.feature ?? null),
    check: planCheck(service.checkPlan, texts),
    stations: stationRanking(service, address.weights),
  };
}

/** Null, and said so, in a browser that cannot draw the map; layers, facts by link and the plan check still work. */
function mapOf({ layout, texts, address, home }: Session): Map | null {
  try {
    return countyMap(layout.map, texts, { view: address.view, bounds: home ?? undefined });
  } catch {
    layout.notices.append(notice({ kind: 'danger', title: texts.noWebgl }));
    layout.progress(false);
    return null;
  }
}

function run(session: MapSession): void {
  const { map, texts, layout, home } = session;
  addVerdictPatterns(map);
  const shown = layersOnMap(session);
  findingsOnMap(session);
  ranksOnMap(session);
  factsOnPick(session, shown);
  tileNotices(session, shown);
  addressBar(session);
  layout.map.append(coordinateReadout(map, texts), sourceLine(session.collections, session.on, texts));
  onPaper(session);
  layout.tools.append(...mapTools(map, texts, home, layout.announce));
}
