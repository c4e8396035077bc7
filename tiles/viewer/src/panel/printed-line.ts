import type { Session } from '../behaviour/session.ts';
import { fill } from '../texts/texts.ts';

/** On paper: when it was printed, and the address that shows the same map again. */
export function printedLine(line: HTMLElement, { texts, figures }: Session): void {
  addEventListener('beforeprint', () => {
    const today = new Date();
    const iso = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) =>
      String(part).padStart(2, '0'),
    );
    line.textContent = fill(texts.printedOn, { date: figures.day(iso.join('-')), address: location.href });
  });
}
