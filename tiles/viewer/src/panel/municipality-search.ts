import type { Municipality } from '../answers.ts';
import { element } from '../element.ts';
import type { Texts } from '../texts/texts.ts';
import { fill } from '../texts/texts.ts';

const most = 8;

/** Find a municipality by name or number: an ARIA combobox with a list below it. */
export function municipalitySearch(
  texts: Texts,
  municipalities: () => Municipality[],
  choose: (municipality: Municipality) => void,
): HTMLElement {
  let hits: Municipality[] = [];
  let active = -1;
  const list = element('ul', { id: 'municipality-hits', role: 'listbox', 'aria-label': texts.search, hidden: true });
  const said = element('p', { class: 'ds-sr-only', role: 'status' });
  const input = element('input', {
    id: 'municipality-search',
    class: 'ds-input',
    type: 'search',
    role: 'combobox',
    placeholder: texts.searchHint,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-expanded': 'false',
    'aria-controls': 'municipality-hits',
    'aria-autocomplete': 'list',
  });

  const close = () => {
    hits = [];
    draw();
  };
  const take = (municipality: Municipality) => {
    input.value = nameOf(municipality);
    close();
    choose(municipality);
  };
  const draw = () => {
    list.replaceChildren(...hits.map((hit, index) => option(hit, index === active, take)));
    list.hidden = hits.length === 0;
    input.setAttribute('aria-expanded', String(hits.length > 0));
    const current = hits[active];
    if (current) input.setAttribute('aria-activedescendant', optionId(current));
    else input.removeAttribute('aria-activedescendant');
  };

  input.addEventListener('input', () => {
    hits = matching(municipalities(), input.value);
    active = hits.length > 0 ? 0 : -1;
    draw();
    said.textContent =
      input.value.trim() === ''
        ? ''
        : hits.length > 0
          ? fill(texts.searchHits, { count: hits.length })
          : municipalities().length > 0
            ? texts.searchNoHits
            : texts.noMunicipalities;
    said.classList.toggle('ds-sr-only', hits.length > 0 || said.textContent === '');
  });
  input.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = hits[active];
    if (step && hits.length > 0) {
      active = (active + step + hits.length) % hits.length;
      draw();
      event.preventDefault();
    } else if (event.key === 'Enter' && chosen) take(chosen);
    else if (event.key === 'Escape') close();
  });
  input.addEventListener('blur', close);

  return element('div', { class: 'search', role: 'search' }, [
    element('label', { for: 'municipality-search' }, texts.search),
    input,
    list,
    said,
  ]);
}

const nameOf = ({ name, number }: Municipality) => name ?? number;
const optionId = ({ number }: Municipality) => `municipality-${number}`;

function option(municipality: Municipality, active: boolean, take: (municipality: Municipality) => void): HTMLElement {
  return element(
    'li',
    { id: optionId(municipality), role: 'option', 'aria-selected': String(active) },
    [nameOf(municipality), element('span', { class: 'search-number' }, municipality.number)],
    {
      // Before the input loses the focus and closes the list.
      mousedown: (event) => {
        event.preventDefault();
        take(municipality);
      },
    },
  );
}

/** By the beginning of the number or any word of the name, accents and case aside; beginnings first. */
function matching(all: Municipality[], typed: string): Municipality[] {
  const wanted = folded(typed.trim());
  if (wanted === '') return [];
  const place = (one: Municipality) => (one.number.startsWith(wanted) ? 0 : folded(nameOf(one)).indexOf(wanted));
  return all
    .filter((municipality) => place(municipality) >= 0)
    .sort((a, b) => place(a) - place(b) || nameOf(a).localeCompare(nameOf(b), 'nb'))
    .slice(0, most);
}

const folded = (text: string) =>
  text.toLowerCase().replaceAll('ø', 'o').replaceAll('æ', 'ae').normalize('NFD').replace(/\p{M}/gu, '');
