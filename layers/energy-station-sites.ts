import { integer, number, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, circle } from './declaration/paint.ts';

/** Sites for energy stations, ranked, with the best network among them and what was filtered out. */
export const energyStationSites = layer({
  id: 'energy-station-sites',
  title: { nb: 'Steder for energistasjoner', en: 'Sites for energy stations' },
  description: {
    nb: 'Steder der en energistasjon for tunge kjøretøy kan ligge, rangert, og de som gir det beste nettverket.',
    en: 'Places where an energy station for heavy vehicles could be, ranked, and those that make the best network.',
  },
  group: 'results',
  geometry: 'point',
  fields: {
    site: text({ nb: 'sted', en: 'site' }),
    name: text({ nb: 'navn', en: 'name' }),
    status: oneOf(
      {
        chosen: { nb: 'i det beste nettverket', en: 'in the best network' },
        ranked: { nb: 'rangert', en: 'ranked' },
        apart: { nb: 'mangler verdier, ikke rangert', en: 'lacks values, not ranked' },
        excluded: { nb: 'tatt ut', en: 'taken out' },
      },
      { title: { nb: 'status', en: 'status' } },
    ),
    kind: oneOf(
      {
        'rest-area': { nb: 'rasteplass', en: 'rest area' },
        'fuel-station': { nb: 'drivstoffstasjon', en: 'filling station' },
        'industrial-area': { nb: 'næringsområde', en: 'industrial area' },
        junction: { nb: 'vegkryss', en: 'junction' },
        'urban-area': { nb: 'tettsted', en: 'urban area' },
        own: { nb: 'eget punkt', en: 'own point' },
      },
      { title: { nb: 'type', en: 'kind' } },
    ),
    rank: integer({ nb: 'plass', en: 'rank' }),
    score: number({ nb: 'poeng', en: 'score' }),
    top_five: number({ nb: 'andel vekttrekninger blant de fem beste', en: 'share of weight draws in the top five' }),
    build_order: integer({ nb: 'byggerekkefølge', en: 'build order' }),
    road: text({ nb: 'veg', en: 'road' }),
    municipality: text({ nb: 'kommunenummer', en: 'municipality number' }),
    long_vehicles_day: number({ nb: 'lange kjøretøy per døgn', en: 'long vehicles a day' }),
    grid_mw: number({ nb: 'ledig effekt', en: 'free power' }, { unit: 'MW' }),
    power_kw: number({ nb: 'effektbehov', en: 'power needed' }, { unit: 'kW' }),
    missing: text({ nb: 'mangler', en: 'missing' }),
    excluded_by: text({ nb: 'tatt ut av', en: 'taken out by' }),
  },
  tiles: { zooms: [5, 14] },
  paint: circle(
    byCode('status', { chosen: '#8a1c4a', ranked: '#1f6f8b', apart: '#8a6d1f', excluded: '#6b6b6b' }, '#6b6b6b'),
    { size: 6 },
  ),
  label: 'name',
  producedBy: 'energy-stations',
});
