import { criterion } from '../criterion.ts';
import { gridPoints, gridTold } from '../grid.ts';

/** How far off the nearest transformer station is. */
export const gridKm = criterion({
  id: 'grid_km',
  title: { nb: 'Avstand til nettet', en: 'Distance to the grid' },
  unit: { nb: 'km', en: 'km' },
  decimals: 1,
  direction: 'min',
  description: {
    nb: 'Luftlinje til nærmeste transformatorstasjon; kabelen blir lengre.',
    en: 'As the crow flies to the nearest transformer station; the cable will be longer.',
  },
  weight: {
    default: 0.1,
    why: { nb: 'Vårt valg: kabel koster per meter.', en: 'Our choice: a cable costs by the metre.' },
  },
  sources: ['grid-point'],
  needs: ['grid-point'],
  order: 4,
  measure: async (situation) => ({
    sites: (await gridPoints(situation)).map((point) => ({
      ...{ value: point.distance_m === null ? null : point.distance_m / 1000, facts: { ...point } },
    })),
  }),
  tell: gridTold,
});
