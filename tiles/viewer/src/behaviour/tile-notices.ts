import type { ShownLayers } from '../map/shown-layers.ts';
import { notice } from '../panel/notice.ts';
import type { MapSession } from './session.ts';

/** Show that tiles are on their way, and say when they did not arrive: an empty map must not pass for an empty place. */
export function tileNotices({ map, layout, texts }: MapSession, shown: ShownLayers): void {
  let said: HTMLElement | null = null;
  let first = true;
  map.on('dataloading', () => layout.progress(true));
  map.on('idle', () => {
    layout.progress(false);
    if (first) layout.announce(texts.mapReady);
    first = false;
  });
  map.on('error', ({ error }) => {
    console.error(error);
    // Only requests that failed carry a status: the HTTP status, or 0 when no answer came.
    if (said || !('status' in error)) return;
    const answered = error.status !== 0;
    const retry = () => {
      said?.remove();
      said = null;
      shown.refresh();
    };
    said = notice({
      kind: 'danger',
      title: answered ? texts.tilesMissing : texts.serverGone,
      details: [answered ? null : texts.serverGoneHint],
      action: { label: texts.retry, run: retry },
    });
    layout.notices.append(said);
  });
}
