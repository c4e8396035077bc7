import type { Session } from '../../database/database.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import { fromWkb } from '../../imports/wkb-reader.ts';
import { modes, type Mode } from '../graph/mode.ts';
import { eachShape } from '../places/cell-shapes.ts';
import { targets, type MinutesTo } from './minutes-to.ts';
import type { Origins } from './origins.ts';
import { isThere, leastOf } from './shares.ts';
import { isTold, type Told } from './told.ts';

/**
 * The cells with their minutes to the nearest centre and hub. Where nobody knows of a target in the cell's municipality,
 * one within `map_min` beyond its border is told, and nothing else.
 */
export async function* cellFeatures(
  session: Session,
  { cells, counts }: Pick<Origins, 'cells' | 'counts'>,
  minutesTo: MinutesTo,
  { map_min, told }: { map_min: number; told: Told },
): AsyncGenerator<SourceFeature> {
  for await (const { at, geom } of eachShape(session, cells)) {
    const { id, code, residents, municipality, year } = cells[at];
    let isSure = true;
    const nearest = { foot: Infinity, bicycle: Infinity, car: Infinity };
    const figures = targets.flatMap((target): [string, string | number | null][] => {
      const times = minutesTo[target];
      if (!times) return [];
      const own = Object.fromEntries(modes.map((mode) => [mode, times[mode][at]])) as Record<Mode, number>;
      const way = leastOf(own, map_min);
      if (!isTold(told, target, municipality) && !isThere(way)) {
        isSure = false;
        return [];
      }
      for (const mode of modes) nearest[mode] = Math.min(nearest[mode], own[mode]);
      return [
        [`to_${target}`, way],
        ...modes.map((mode): [string, number | null] => [
          `${target}_${mode}_min`,
          own[mode] === Infinity ? null : own[mode],
        ]),
      ];
    });
    const either = leastOf(nearest, map_min);
    const jobs = isTold(told, 'jobs', municipality) ? (counts.jobs?.[at] ?? null) : null;
    yield {
      ...{ index: at, id, geometry: fromWkb(geom) },
      properties: {
        ...{ cell: code, municipality, residents, jobs, year, minutes: map_min },
        ...{ to_either: isSure || isThere(either) ? either : null, ...Object.fromEntries(figures) },
      },
    };
  }
}
