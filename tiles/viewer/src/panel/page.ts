import { element } from '../element.ts';
import type { Language, Texts } from '../texts/texts.ts';
import { icon } from './icon.ts';

/** The places of the page that others fill. */
export interface Page {
  map: HTMLElement;
  search: HTMLElement;
  tabs: HTMLElement;
  tools: HTMLElement;
  /** Messages over the map: what is wrong, and retry. */
  notices: HTMLElement;
  /** Shown on paper only. */
  printed: HTMLElement;
  /** For screen readers only: what just changed. */
  announce: (text: string) => void;
  progress: (busy: boolean) => void;
  facts: {
    root: HTMLElement;
    show: (title: string, content: HTMLElement[], focus: boolean) => void;
    onClose: (listener: () => void) => void;
  };
  /** On a narrow screen: fold the panel down to its handle, so that the map is seen. */
  foldPanel: () => void;
}

/** Lay out the page: masthead, panel with layers and plan check, the map, and the facts beside it. */
export function page(language: Language, texts: Texts): Page {
  document.documentElement.lang = language;
  document.title = `grunnriss – ${texts.title.toLowerCase()}`;
  const map = element('div', { class: 'map', id: 'map' });
  const notices = element('div', { class: 'notices' });
  const said = element('p', { class: 'ds-sr-only', role: 'status' });
  const bar = element('div', { class: 'busy', hidden: true, 'aria-hidden': 'true' });
  const printed = element('p', { class: 'printed' });
  const tools = element('div', { class: 'tools' });
  const search = element('div', { class: 'panel-search' });
  const tabs = element('div', { class: 'panel-tabs' });
  const { panel, fold } = foldingPanel(texts, [search, tabs]);
  const facts = factsRegion(texts);
  const main = element('main', { class: 'stage', 'aria-label': texts.title }, [map, bar, tools, notices, said]);
  document.body.replaceChildren(
    element('a', { class: 'ds-skip-link', href: '#map' }, texts.skipToMap, {
      click: (event) => {
        event.preventDefault();
        map.querySelector('canvas')?.focus();
      },
    }),
    masthead(language, texts),
    panel,
    main,
    facts.root,
    printed,
  );
  return {
    map,
    search,
    tabs,
    tools,
    notices,
    printed,
    announce: (text) => (said.textContent = text),
    progress: (busy) => (bar.hidden = !busy),
    facts,
    foldPanel: fold,
  };
}

function masthead(language: Language, texts: Texts): HTMLElement {
  const other = language === 'nb' ? 'en' : 'nb';
  const link = element(
    'a',
    { class: 'ds-link', lang: other, hreflang: other, href: `?lang=${other}` },
    texts.otherLanguage,
  );
  // The hash is the map's state and changes all the time, so it is put on when the link is used.
  link.addEventListener('click', () => link.setAttribute('href', `?lang=${other}${location.hash}`));
  return element('header', { class: 'masthead' }, [
    element('h1', {}, 'grunnriss'),
    element('p', { class: 'tagline' }, texts.tagline),
    link,
  ]);
}

function foldingPanel(texts: Texts, content: HTMLElement[]): { panel: HTMLElement; fold: () => void } {
  const body = element('div', { class: 'panel-body', id: 'panel-body' }, content);
  const handle = element(
    'button',
    { type: 'button', class: 'panel-handle', 'aria-expanded': 'false', 'aria-controls': 'panel-body' },
    texts.panel,
  );
  const panel = element('aside', { class: 'panel', 'aria-label': texts.panel }, [handle, body]);
  const set = (open: boolean) => {
    handle.setAttribute('aria-expanded', String(open));
    panel.classList.toggle('panel-open', open);
  };
  handle.addEventListener('click', () => set(handle.getAttribute('aria-expanded') !== 'true'));
  return { panel, fold: () => set(false) };
}

function factsRegion(texts: Texts): Page['facts'] {
  const heading = element('h2', { tabindex: -1, id: 'facts-heading' });
  const content = element('div', { class: 'facts-content' });
  let closed = () => {};
  const hide = () => {
    root.hidden = true;
    closed();
  };
  const close = element(
    'button',
    {
      type: 'button',
      class: 'ds-button',
      'data-variant': 'tertiary',
      'data-icon': true,
      'aria-label': texts.closeFacts,
    },
    icon('close'),
    { click: hide },
  );
  const root = element(
    'section',
    { class: 'facts', 'aria-labelledby': 'facts-heading', hidden: true },
    [element('header', {}, [heading, close]), content],
    {
      keydown: (event) => {
        if (event.key === 'Escape') hide();
      },
    },
  );
  return {
    root,
    onClose: (listener) => (closed = listener),
    show(title, children, focus) {
      heading.textContent = title;
      content.replaceChildren(...children);
      content.scrollTop = 0;
      root.hidden = false;
      if (focus) heading.focus();
    },
  };
}
