import { criterion } from '../criterion.ts';
import { gridPoints, gridTold } from '../grid.ts';

/** Power that is free at the nearest transformer station. */
export const gridMw = criterion({
  id: 'grid_mw',
  title: { nb: 'Ledig effekt i nettet', en: 'Free power in the grid' },
  unit: { nb: 'MW', en: 'MW' },
  decimals: 1,
  direction: 'max',
  description: {
    nb: 'Ledig effekt i nærmeste transformatorstasjon, slik eieren oppga den på en dato. Sier ikke noe om nettet over; bare en forespørsel gjør det.',
    en: 'Free power at the nearest transformer station, as its owner stated it on a date. It says nothing of the grid above; only an enquiry does.',
  },
  weight: {
    default: 0.15,
    why: {
      nb: 'Vårt valg: uten effekt blir det ingen stasjon, men tallet er oppgitt og gammelt fort.',
      en: 'Our choice: no power, no station; but the figure is declared, and soon old.',
    },
  },
  sources: ['grid-point'],
  needs: ['grid-point'],
  order: 3,
  measure: async (situation) => ({
    sites: (await gridPoints(situation)).map((point) => ({ value: point.available_mw, facts: { ...point } })),
  }),
  tell: gridTold,
});
