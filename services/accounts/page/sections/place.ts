import { heading, table, text, type Section } from '../../../documents/document.ts';
import type { Material } from '../material.ts';
import type { Wording } from '../wording.ts';

/** How central the municipality is, and where building presses on. */
export function placeSection({ place: { centrality, pressure } }: Material, words: Wording): Section {
  const say = words.say.place;
  return {
    id: 'place',
    title: say.title,
    blocks: [
      text(
        centrality
          ? [
              say.centrality(words.number(centrality.index), say.scaleTop(centrality.scale ?? words.say.notKnown)),
              ...(centrality.class === null ? [] : [say.class(String(centrality.class))]),
            ].join(' ')
          : say.noCentrality,
      ),
      heading(say.pressureTitle),
      ...(pressure
        ? [
            table(
              say.pressureTitle,
              say.pressureHeadings,
              pressure.map(({ kind, cells, strong, new_buildings: fresh, from_year: from, to_year: to }) => [
                kind === 'housing' ? say.housing : say.holidayHomes,
                words.number(cells),
                words.number(strong),
                fresh === null ? words.say.notKnown : words.number(fresh),
                from === null || to === null ? words.say.notKnown : `${from}–${to}`,
              ]),
            ),
            text(say.pressureNote),
          ]
        : [text(say.noPressure)]),
    ],
  };
}
