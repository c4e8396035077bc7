import { fill } from '../texts/texts.ts';
import type { MapSession } from './session.ts';

/**
 * Printing: the map takes the size it has on paper, so that its scale bar is right there, and keeps what was in view.
 * Below it: when it was printed, and the address that shows the same map again.
 */
export function onPaper({ map, layout, texts, figures }: MapSession): void {
  let before: { center: [number, number]; zoom: number } | null = null;
  addEventListener('beforeprint', () => {
    const { lng, lat } = map.getCenter();
    before ??= { center: [lng, lat], zoom: map.getZoom() };
    layout.printed.textContent = fill(texts.printedOn, { date: figures.day(today()), address: location.href });
    const bounds = map.getBounds();
    document.body.classList.add('printing');
    map.resize();
    map.fitBounds(bounds, { animate: false });
    map.redraw();
  });
  addEventListener('afterprint', () => {
    document.body.classList.remove('printing');
    map.resize();
    if (before) map.jumpTo(before);
    before = null;
  });
}

/** The day as the reader's clock has it. */
function today(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}
