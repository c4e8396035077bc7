import { element } from '../element.ts';

interface Notice {
  kind: 'danger' | 'warning' | 'info';
  title: string;
  details?: (string | null)[];
  action?: { label: string; run: () => void };
}

/** Something the reader must know, and what can be done about it. */
export function notice({ kind, title, details = [], action }: Notice): HTMLElement {
  return element(
    'div',
    { class: 'ds-alert notice', 'data-color': kind, role: kind === 'danger' ? 'alert' : 'status' },
    [
      element('p', { class: 'notice-title' }, title),
      ...details.map((detail) => (detail ? element('p', { class: 'notice-detail' }, detail) : null)),
      action
        ? element(
            'button',
            { type: 'button', class: 'ds-button', 'data-variant': 'secondary', 'data-size': 'sm' },
            action.label,
            { click: action.run },
          )
        : null,
    ],
  );
}
