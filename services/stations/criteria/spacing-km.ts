import { quantity } from '../../figures.ts';
import { criterion, type Measured } from '../criterion.ts';
import type { Situation } from '../situation.ts';

/** The nearest standing station by one way on from the site. */
export interface WayOn {
  /** Null: none by that way. */
  km: number | null;
  station: string | null;
  name: string | null;
}

/** Farther off than this, stations have nothing to do with each other, kilometres (ours). */
const far_km = 300;

function measure({ distances, stations }: Situation, site: number): Measured {
  const ways = (distances.stations[site] ?? []).map((own): WayOn => {
    let best = -1;
    for (const [at, metres] of own.entries()) if (metres < (own[best] ?? Infinity)) best = at;
    const station = stations[best];
    return { km: station ? (own[best] ?? 0) / 1000 : null, station: station?.id ?? null, name: station?.name ?? null };
  });
  if (ways.length === 0) return { value: null, facts: { ways } };
  return { value: Math.min(far_km, ...ways.flatMap(({ km }) => km ?? [])), facts: { ways } };
}

/** How far off the nearest standing station is. */
export const spacingKm = criterion({
  id: 'spacing_km',
  title: { nb: 'Avstand til nærmeste stasjon', en: 'Distance to the nearest station' },
  unit: { nb: 'km langs veg', en: 'km by road' },
  decimals: 1,
  direction: 'max',
  description: {
    nb: `Korteste kjøring til en stasjon som finnes, den korteste av vegene videre fra stedet; høyst ${far_km} km teller.`,
    en: `Shortest drive to a standing station, the shortest of the ways on from the site; ${far_km} km at most counts.`,
  },
  weight: {
    default: 0.2,
    why: {
      nb: 'Vårt valg: en stasjon der det ikke er noen fra før, tetter hull.',
      en: 'Our choice: a station where there is none yet closes gaps.',
    },
  },
  sources: ['energy-station', 'road-link'],
  needs: ['energy-station'],
  order: 2,
  measure: (situation) =>
    situation.stations.length === 0
      ? {
          leftOut: {
            nb: 'Ingen stasjon i dataene gir det som er bedt om, så det er ingen avstand å måle.',
            en: 'No station in the data gives what is asked for, so there is no distance to measure.',
          },
        }
      : { sites: situation.sites.map((_, site) => measure(situation, site)) },
  tell: ({ facts }, language) => {
    const ways = (facts?.['ways'] ?? []) as WayOn[];
    const met = ways.flatMap(({ km, name, station }) =>
      km === null ? [] : [`${name ?? station ?? ''} ${quantity(km, language, 1)} km`],
    );
    const without = ways.length - met.length;
    const rest = without > 0 ? [`${words.without[language]} ${words.of[language](without, ways.length)}`] : [];
    return ways.length === 0 ? null : [...met, ...rest].join(' · ');
  },
});

const words = {
  without: { nb: 'ingen stasjon', en: 'no station' },
  of: {
    nb: (count: number, all: number) => `langs ${count} av ${all} veger videre`,
    en: (count: number, all: number) => `along ${count} of ${all} ways on`,
  },
};
