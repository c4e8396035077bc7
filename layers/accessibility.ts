import { integer, number, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, fill } from './declaration/paint.ts';

const ways = {
  foot: { nb: 'til fots', en: 'on foot' },
  bicycle: { nb: 'med sykkel', en: 'by bicycle' },
  car: { nb: 'bare med bil', en: 'by car only' },
  beyond: { nb: 'lenger unna', en: 'farther off' },
  none: { nb: 'ingen veg dit', en: 'no way there' },
};

const minutes = (nb: string, en: string) => number({ nb, en }, { unit: 'min' });

/** How near population cells lie to centre zones and transit hubs, on foot, by bicycle and by car (§6.2.1). */
export const accessibility = layer({
  id: 'accessibility',
  title: { nb: 'Nærhet til sentrum og knutepunkt', en: 'Nearness to centres and hubs' },
  description: {
    nb: 'Hva som trengs for å nå en sentrumssone eller et kollektivknutepunkt innen ti minutter: å gå, å sykle eller bil.',
    en: 'What it takes to be at a centre zone or a transit hub within ten minutes: to walk, to cycle, or a car.',
  },
  group: 'results',
  geometry: 'any',
  fields: {
    cell: text({ nb: 'rute', en: 'cell' }),
    municipality: text({ nb: 'kommunenummer', en: 'municipality number' }),
    residents: integer({ nb: 'bosatte', en: 'residents' }),
    jobs: integer({ nb: 'arbeidsplasser', en: 'jobs' }),
    to_either: oneOf(ways, { title: { nb: 'til sentrum eller knutepunkt', en: 'to a centre or hub' } }),
    to_centre: oneOf(ways, { title: { nb: 'til sentrum', en: 'to a centre' } }),
    to_hub: oneOf(ways, { title: { nb: 'til knutepunkt', en: 'to a hub' } }),
    minutes: minutes('innen', 'within'),
    centre_foot_min: minutes('til sentrum til fots', 'to a centre on foot'),
    centre_bicycle_min: minutes('til sentrum med sykkel', 'to a centre by bicycle'),
    centre_car_min: minutes('til sentrum med bil', 'to a centre by car'),
    hub_foot_min: minutes('til knutepunkt til fots', 'to a hub on foot'),
    hub_bicycle_min: minutes('til knutepunkt med sykkel', 'to a hub by bicycle'),
    hub_car_min: minutes('til knutepunkt med bil', 'to a hub by car'),
    year: integer({ nb: 'år', en: 'year' }),
  },
  tiles: { zooms: [5, 14], keepLargest: true },
  paint: fill(
    byCode('to_either', { foot: '#1a7f5a', bicycle: '#7fbf5a', car: '#e0a83c', beyond: '#b5532f', none: '#8a8a8a' }),
    { opacity: 0.65 },
  ),
  producedBy: 'accessibility',
});
