import type { Geometry, Position } from 'geojson';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { quantity } from '../../figures.ts';
import type { CheckResult } from '../answer/result.ts';
import type { InsteadPlaces } from './report.ts';
import { insteadTexts } from '../alternatives/texts.ts';
import { texts } from './texts/texts.ts';

/** So many places of each zone are printed; the answer in JSON has all. */
const mostPlaces = 3;

/** Other places for zones with findings (domain §4, *where instead*), as a report prints them. */
export function insteadOf(
  { zones, left_out: leftOut }: NonNullable<CheckResult['alternatives']>,
  language: Language,
): InsteadPlaces {
  const say = texts[language];
  const daa = (area: number) => `${quantity(area / 1000, language, 1)} daa`;
  const withPlaces = zones.filter(({ places }) => places.length > 0);
  const without = new Map<string, string[]>();
  for (const { zone, zone_name: name, size_m2: size, places, none } of zones) {
    if (places.length > 0) continue;
    const why = none.map((reason) => (reason.endsWith('.') ? reason : `${reason}.`)).join(' ');
    without.set(why, [...(without.get(why) ?? []), `${name ?? zone} (${daa(size)})`]);
  }
  return {
    zones: withPlaces.map(({ zone, zone_name: name, size_m2: size, places }) => ({
      title: say.insteadFor(name ?? zone, daa(size)),
      places: places
        .slice(0, mostPlaces)
        .map((place) => [
          place.what,
          [place.name ?? place.zone, place.plan_id].filter(Boolean).join(', ') || middleOf(place.geometry),
          daa(place.area_m2),
          `${quantity(place.distance_m / 1000, language, 1)} km`,
          place.reasons.filter((reason) => reason !== insteadTexts['instead-clear']?.[language]).join(' '),
        ]),
    })),
    without: [...without].map(([why, names]) => [names.join(', '), why]),
    leftOut: leftOut > 0 ? say.insteadLeftOut(leftOut) : null,
  };
}

/** Where land without a name is: the middle of its box, WGS 84, as maps are searched by. */
function middleOf(geometry: Geometry): string {
  const places = positionsIn(geometry);
  const middle = (axis: 0 | 1) => {
    const along = places.map((place) => place[axis] ?? 0);
    return ((Math.min(...along) + Math.max(...along)) / 2).toFixed(5);
  };
  return `${middle(1)}, ${middle(0)}`;
}

const positionsIn = (geometry: Geometry): Position[] => {
  if (geometry.type === 'Polygon') return geometry.coordinates.flat();
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
};
