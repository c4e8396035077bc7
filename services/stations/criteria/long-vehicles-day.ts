import { quantity } from '../../figures.ts';
import { criterion, type Measured } from '../criterion.ts';
import { estimateTexts, unknownTexts } from '../demand/in-words.ts';
import type { Estimate } from '../demand/estimate.ts';
import type { UnknownReason } from '../demand/long-traffic.ts';
import { passing } from '../demand/passing.ts';
import { roadName } from '../demand/road-key.ts';
import type { Site, Situation } from '../situation.ts';

export interface TrafficFacts {
  road: string;
  /** Of the link of the road where the site comes to it. */
  rows: string[];
  year: number | null;
  /** Lengths from which a vehicle is long, metres; null: not stated. */
  thresholds_m: (number | null)[];
  estimated: Estimate | null;
  unknown: UnknownReason | null;
  /** A carriageway of one direction, counted alone. */
  one_way: boolean;
  /** The site serves one direction: half of what passes. */
  half: boolean;
}

function measure({ demand }: Situation, { served, directions }: Site): Measured {
  if (!served) return { value: null };
  const link = demand.links[served.link];
  const { estimated, unknown, year, thresholds, rows } = link;
  const { long_day, part } = passing(link, directions === null || directions === 'both');
  const facts: TrafficFacts = {
    ...{ road: served.road, rows, year, thresholds_m: [...thresholds], estimated, unknown },
    ...{ one_way: part === 'carriageway', half: part === 'half' },
  };
  return { value: long_day, ...(estimated && { estimated: true }), facts: { ...facts } };
}

/** Long vehicles that pass on the road served. */
export const longVehiclesDay = criterion({
  id: 'long_vehicles_day',
  title: { nb: 'Lange kjøretøy som passerer', en: 'Long vehicles passing' },
  unit: { nb: 'per døgn', en: 'a day' },
  decimals: 0,
  direction: 'max',
  description: {
    nb: 'ÅDT ganger andelen lange kjøretøy på vegen som stedet betjener, begge retninger lagt sammen. Et sted som bare betjener én retning, får halvparten.',
    en: 'AADT times the share of long vehicles on the road that the site serves, both directions added. A site that serves one direction gets half.',
  },
  weight: {
    default: 0.3,
    why: {
      nb: 'Vårt valg: stasjonen er til for trafikken, så den teller mest.',
      en: 'Our choice: the station is there for the traffic, so it counts most.',
    },
  },
  sources: ['traffic', 'road-link'],
  needs: ['traffic'],
  order: 1,
  measure: (situation) => ({ sites: situation.sites.map((site) => measure(situation, site)) }),
  tell: ({ facts }, language) => {
    const { road, year, thresholds_m, estimated, unknown, one_way, half } = (facts ?? {}) as Partial<TrafficFacts>;
    if (road === undefined) return null;
    const limits = (thresholds_m ?? []).map((limit) => (limit === null ? words.notStated[language] : `${quantity(limit, language, 1)} m`)); // prettier-ignore
    return [
      roadName(road),
      year && `${words.year[language]} ${year}`,
      limits.length > 0 && `${words.from[language]} ${limits.join(', ')}`,
      one_way && words.oneWay[language],
      half && words.half[language],
      estimated && estimateTexts[estimated][language],
      unknown && !estimated && unknownTexts[unknown][language],
    ].filter(Boolean).join('; '); // prettier-ignore
  },
});

const words = {
  year: { nb: 'tall fra', en: 'figures of' },
  from: { nb: 'lang fra', en: 'long from' },
  notStated: { nb: 'lengde ikke oppgitt', en: 'a length that is not stated' },
  oneWay: { nb: 'kjørebane i én retning: bare den er med', en: 'a carriageway of one direction: only that one counts' },
  half: { nb: 'betjener én retning: halvparten er med', en: 'serves one direction: half of it counts' },
};
