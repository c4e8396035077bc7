import type { Language } from '../../../layers/declaration/bilingual.ts';
import { crsOf } from '../crs.ts';
import type { Place } from './defect.ts';
import { planTexts } from './in-words.ts';

/** A place in the coordinates of its file, as a planner types them into a drawing; degrees where the file has degrees. */
export function placeInWords(place: Place | null, language: Language): string {
  if (!place) return '';
  const { report: say } = planTexts[language];
  const { x, y, lon, lat, crs } = place;
  if (crsOf(crs).unit === 'metre') return say.coordinates(x.toFixed(1), y.toFixed(1), crs);
  return say.place(lat.toFixed(6), lon.toFixed(6));
}
