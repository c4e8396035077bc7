import { criterion } from '../criterion.ts';

/** Farther off than this, stations have nothing to do with each other, kilometres (ours). */
const far_km = 300;

/** How far off the nearest station of the neighbours is. */
export const borderKm = criterion({
  id: 'border_km',
  title: { nb: 'Avstand til stasjoner over fylkesgrensen', en: 'Distance to stations across the county border' },
  unit: { nb: 'km langs veg', en: 'km by road' },
  decimals: 1,
  direction: 'max',
  description: {
    nb: 'Korteste kjøring til en stasjon utenfor kommunene som er lest inn: naboene teller med.',
    en: 'Shortest drive to a station outside the municipalities that are loaded: neighbours count.',
  },
  weight: {
    default: 0,
    why: {
      nb: 'Avstanden til nærmeste stasjon teller naboenes med fra før; gi vekt der samarbeid over grensen skal veie særskilt.',
      en: 'The distance to the nearest station counts the neighbours’ already; give it weight where the border is to count by itself.',
    },
  },
  sources: ['energy-station', 'municipality'],
  needs: ['energy-station', 'municipality'],
  order: 9,
  measure: ({ sites, stations, distances }) => {
    const outside = stations.flatMap(({ municipality }, at) => (municipality === '' ? [sites.length + at] : []));
    if (outside.length === 0)
      return {
        leftOut: {
          nb: 'Dataene har ingen stasjoner utenfor kommunene som er lest inn.',
          en: 'The data hold no stations outside the municipalities that are loaded.',
        },
      };
    return {
      sites: sites.map(({ access }, site) => {
        const metres = Math.min(...outside.map((place) => distances.places[place]?.[site] ?? Infinity));
        return { value: access === null ? null : Math.min(far_km, metres / 1000) };
      }),
    };
  },
});
