import type { Feature } from 'geojson';
import type { LngLat } from 'maplibre-gl';
import type { FeatureRef } from '../address.ts';
import type { Collection, Facts } from '../answers.ts';
import { boundsOf, type Bounds } from '../bounds.ts';
import { describedFailure } from '../failure.ts';
import { keyboardPick } from '../map/keyboard-pick.ts';
import { featuresAt } from '../map/pick.ts';
import { colouredByVerdict } from '../map/verdict-patterns.ts';
import { selection } from '../map/selection.ts';
import type { ShownLayers } from '../map/shown-layers.ts';
import { factsOf, legendEntryOf } from '../panel/facts-panel.ts';
import { notice } from '../panel/notice.ts';
import { planFindings, saidOfFinding } from '../panel/plan-findings.ts';
import { element } from '../element.ts';
import { fill } from '../texts/texts.ts';
import type { MapSession } from './session.ts';

/** Click, tap or Enter on the map: the facts of what lies there, in the panel and marked on the map. */
export function factsOnPick(session: MapSession, shown: ShownLayers): void {
  const { map, layout, texts, chosen, address } = session;
  const mark = selection(map);
  let asked = 0;

  const show = async (refs: FeatureRef[], focus: boolean) => {
    const mine = ++asked;
    layout.progress(true);
    const answers = await Promise.allSettled(refs.map((ref) => session.service.facts(ref)));
    layout.progress(false);
    // A later click has been made meanwhile.
    if (mine !== asked) return;
    const failed = answers.find((answer) => answer.status === 'rejected');
    const facts = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    layout.facts.show(
      heading(refs.length, session),
      [...(failed ? [missing(failed.reason, session)] : []), ...cards(facts, session, mark.mark)],
      focus,
    );
    if (facts.length === 0) {
      chosen.set(null);
      mark.mark(null);
    }
  };

  const pick = (point: { x: number; y: number }, focus: boolean) => {
    const place = map.unproject([point.x, point.y]);
    void show(featuresAt(map, shown, point), focus).then(() => keepInSight(session, place));
  };
  map.on('click', ({ point }) => pick(point, false));
  map.on('mousemove', ({ point }) => {
    map.getCanvas().classList.toggle('over-feature', featuresAt(map, shown, point).length > 0);
  });
  layout.map.append(keyboardPick(map, texts, (point) => pick(point, true)));
  layout.facts.onClose(() => {
    chosen.set(null);
    mark.mark(null);
    map.getCanvas().focus();
  });
  if (address.feature) void show([address.feature], false);
}

/** When the sheet with the facts lies on the place they are about, move the map so that both are seen. */
function keepInSight({ map, layout }: MapSession, place: LngLat): void {
  const canvas = map.getCanvas().getBoundingClientRect();
  const sheet = layout.facts.root.getBoundingClientRect();
  const { x, y } = map.project(place);
  const [left, top] = [canvas.left + x, canvas.top + y];
  if (left < sheet.left || left > sheet.right || top < sheet.top || top > sheet.bottom) return;
  const margin = 80;
  if (sheet.width > canvas.width * 0.9) map.panBy([0, top - Math.max(canvas.top, sheet.top - margin)]);
  else map.panBy([left - Math.max(canvas.left, sheet.left - margin), 0]);
}

function heading(count: number, { texts }: MapSession): string {
  if (count === 0) return texts.facts;
  return count === 1 ? texts.factsHereOne : fill(texts.factsHere, { count });
}

function missing(error: unknown, { texts }: MapSession): HTMLElement {
  return notice({ kind: 'warning', title: texts.factsMissing, details: [describedFailure(error, texts).title] });
}

function cards(facts: Facts[], session: MapSession, mark: (feature: Feature) => void): HTMLElement[] {
  const { texts, figures, map, chosen, collections, service } = session;
  if (facts.length === 0)
    return [element('p', {}, texts.nothingHere), element('p', { class: 'quiet' }, texts.nothingHereHint)];
  const zoomTo = (feature: Feature) => {
    const bounds = boundsOf([feature]);
    if (bounds) map.fitBounds(bounds, { padding: 60, maxZoom: 16 });
    mark(feature);
  };
  const collectionOf = (layer: string): Collection | undefined => collections.find(({ id }) => id === layer);
  return factsOf({
    texts,
    figures,
    entries: facts.map((each) => ({
      facts: each,
      layerTitle: collectionOf(each.layer)?.title ?? each.layer,
      legend: legendEntryOf(each, collectionOf(each.layer)?.legend ?? []),
    })),
    open: ({ facts: feature }) => {
      chosen.set({ layer: feature.layer, fid: feature.id });
      mark(feature);
    },
    zoomTo: ({ facts: feature }) => zoomTo(feature),
    more({ facts: feature }) {
      const layer = collectionOf(feature.layer);
      if (!layer || !colouredByVerdict(layer)) return null;
      const findings = async (planId: string) =>
        (await service.featuresIn(layer.id, map.getBounds().toArray().flat() as Bounds)).filter(
          ({ properties }) => properties?.['plan_id'] === planId,
        );
      const card = planFindings(feature, { language: session.language, texts, figures, findings, zoomTo });
      return { card, says: saidOfFinding };
    },
  });
}
