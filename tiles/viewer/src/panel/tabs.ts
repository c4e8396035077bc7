import { element } from '../element.ts';

export interface Tab {
  id: string;
  label: string;
  content: HTMLElement;
  /** Called whenever the tab is opened or left. */
  onOpen?: (isOpen: boolean) => void;
}

/** Tabs after the ARIA pattern: one stop for the Tab key, arrow keys between them. Returns the tabs and a way to open one. */
export function tabs(label: string, all: Tab[]): { root: HTMLElement; open: (id: string) => void } {
  const heads = all.map((tab) =>
    element(
      'button',
      { type: 'button', role: 'tab', id: `tab-${tab.id}`, 'aria-controls': `tabpanel-${tab.id}` },
      tab.label,
    ),
  );
  const panels = all.map((tab) =>
    element(
      'div',
      { role: 'tabpanel', id: `tabpanel-${tab.id}`, 'aria-labelledby': `tab-${tab.id}`, tabindex: 0 },
      tab.content,
    ),
  );
  const select = (chosen: number, focus = false) => {
    for (const [index, head] of heads.entries()) {
      const panel = panels[index];
      head.setAttribute('aria-selected', String(index === chosen));
      head.tabIndex = index === chosen ? 0 : -1;
      if (panel) panel.hidden = index !== chosen;
      all[index]?.onOpen?.(index === chosen);
    }
    if (focus) heads[chosen]?.focus();
  };
  for (const [index, head] of heads.entries()) {
    head.addEventListener('click', () => select(index));
    head.addEventListener('keydown', ({ key }) => {
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
      if (step) select((index + step + heads.length) % heads.length, true);
    });
  }
  select(0);
  const list = element('div', { role: 'tablist', 'aria-label': label }, heads);
  return {
    root: element('div', { class: 'ds-tabs' }, [list, ...panels]),
    open: (id) => select(all.findIndex((tab) => tab.id === id)),
  };
}
