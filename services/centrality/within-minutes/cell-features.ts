import type { Session } from '../../database/database.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import { fromWkb } from '../../imports/wkb-reader.ts';
import { modes, type Mode } from '../graph/mode.ts';
import { eachShape } from '../places/cell-shapes.ts';
import { targets, type MinutesTo } from './minutes-to.ts';
import type { Origins } from './origins.ts';
import { leastOf } from './shares.ts';

/** The cells with their minutes to the nearest centre and hub. */
export async function* cellFeatures(
  session: Session,
  { cells, counts }: Pick<Origins, 'cells' | 'counts'>,
  minutesTo: MinutesTo,
  map_min: number,
): AsyncGenerator<SourceFeature> {
  for await (const { at, geom } of eachShape(session, cells)) {
    const { id, code, residents, municipality, year } = cells[at];
    const nearest = { foot: Infinity, bicycle: Infinity, car: Infinity };
    const figures = targets.flatMap((target): [string, string | number | null][] => {
      const times = minutesTo[target];
      if (!times) return [];
      const own = Object.fromEntries(modes.map((mode) => [mode, times[mode][at]])) as Record<Mode, number>;
      for (const mode of modes) nearest[mode] = Math.min(nearest[mode], own[mode]);
      return [
        [`to_${target}`, leastOf(own, map_min)],
        ...modes.map((mode): [string, number | null] => [
          `${target}_${mode}_min`,
          own[mode] === Infinity ? null : own[mode],
        ]),
      ];
    });
    yield {
      ...{ index: at, id, geometry: fromWkb(geom) },
      properties: {
        ...{ cell: code, municipality, residents, jobs: counts.jobs?.[at] ?? null, year, minutes: map_min },
        ...{ to_either: leastOf(nearest, map_min), ...Object.fromEntries(figures) },
      },
    };
  }
}
