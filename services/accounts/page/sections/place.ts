import { heading, table, text, type Block, type Section } from '../../../documents/document.ts';
import type { Material } from '../material.ts';
import type { Wording } from '../wording.ts';

/** How central the municipality is, and where building presses on. */
export function placeSection({ place: { centrality, pressure, coordination } }: Material, words: Wording): Section {
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
      heading(say.zonesTitle),
      ...(coordination ? zonesBlocks(coordination, words) : [text(say.noZones)]),
    ],
  };
}

/** The figure of §6.1 as far as the municipality is in it: how much of the room for building lies where the need is great. */
function zonesBlocks(zones: NonNullable<Material['place']['coordination']>, words: Wording): Block[] {
  const say = words.say.place;
  const known = (value: number | null, write: (value: number) => string) =>
    value === null ? words.say.notKnown : write(value);
  return [
    text(say.zonesIntro),
    table(
      say.zonesTitle,
      say.zonesHeadings,
      zones.map(({ kind, zone, need, residents, new_buildings: fresh, reserve_m2 }) => [
        kind === 'housing' ? say.housing : say.holidayHomes,
        zone === null ? words.say.notKnown : words.code(`coordination-zones-${kind}`, 'zone', zone),
        known(need, String),
        words.number(residents),
        words.number(fresh),
        known(reserve_m2, words.daa),
      ]),
    ),
  ];
}
