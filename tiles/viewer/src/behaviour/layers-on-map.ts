import { describedFailure } from '../failure.ts';
import { ground } from '../map/ground.ts';
import { municipalityNames } from '../map/municipality-names.ts';
import { shownLayers, type ShownLayers } from '../map/shown-layers.ts';
import { notice } from '../panel/notice.ts';
import { fill } from '../texts/texts.ts';
import type { MapSession } from './session.ts';

/** Draw the ground and the layers that are on; a layer whose style does not arrive is turned off again, and it is said. */
export function layersOnMap(session: MapSession): ShownLayers {
  const { map, collections, municipalities, on, years, service, layout, texts } = session;
  const shown = shownLayers(map, service.style);
  const land = collections.find(({ id, datasets }) => id === 'municipality' && datasets.length > 0);
  if (land) ground(map, { type: 'vector', url: service.tiles(land.id) });
  municipalityNames(map, municipalities);
  let before: ReadonlySet<string> = new Set();
  // Before the layers: each is drawn at once for its year.
  years.observe((chosen) => {
    shown.showYears(chosen).catch((error: unknown) => {
      const { title, detail } = describedFailure(error, texts);
      layout.notices.append(notice({ kind: 'warning', title, details: [detail] }));
    });
  });
  on.observe((now) => {
    for (const id of before) if (!now.has(id)) shown.hide(id);
    for (const collection of collections) {
      if (!now.has(collection.id) || before.has(collection.id)) continue;
      shown.show(collection).catch(() => {
        layout.notices.append(
          notice({ kind: 'warning', title: fill(texts.styleMissing, { layer: collection.title }) }),
        );
        on.set(new Set([...on.get()].filter((id) => id !== collection.id)));
      });
    }
    before = now;
  });
  return shown;
}
