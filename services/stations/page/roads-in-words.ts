import type { Language } from '../../../layers/declaration/bilingual.ts';
import { table } from '../../documents/html/parts.ts';
import { percent, quantity } from '../../figures.ts';
import type { Html } from '../../html.ts';
import type { StationsAnswer } from '../answer.ts';
import { roadName } from '../demand/road-key.ts';
import { tableWords as say } from '../table-words.ts';

/** Roads that are shown. */
const most = 20;

/** The roads with most long-vehicle-kilometres, and how much of each is known. */
export function overviewOfRoads({ roads }: StationsAnswer, language: Language): Html {
  const figure = (value: number | null, decimals = 0) => (value === null ? '–' : quantity(value, language, decimals));
  const head = [say.road, say.vkm, say.vkmAll, say.mean, say.length, say.knownShare, say.longFrom, say.basis];
  return table(
    head.map((word) => word[language]),
    roads.slice(0, most).map((road) => [
      ...[roadName(road.road), figure(road.long_vkm_day), figure(road.with_estimates_vkm_day)],
      ...[figure(road.mean_long_day), figure(road.length_km, 1), percent(road.known_share, language)],
      road.thresholds_m.map((limit) => (limit === null ? say.notStated[language] : `${quantity(limit, language, 1)} m`)).join(', ') || '–', // prettier-ignore
      say[road.basis][language],
    ]),
    say.roads[language],
  );
}
