import { quantity } from '../../figures.ts';
import { criterion } from '../criterion.ts';

/** Land for a truck with trailer and its way in and out, m² (ours): 25 m by 4 m, and three times that to turn. */
const bay_m2 = 400;

/** Room for trucks. */
export const truckBays = criterion({
  id: 'truck_bays',
  title: { nb: 'Plass til vogntog', en: 'Room for trucks' },
  unit: { nb: 'plasser', en: 'bays' },
  decimals: 0,
  direction: 'max',
  description: {
    nb: `Oppgitte plasser for vogntog; der det ikke er oppgitt, arealet delt på ${bay_m2} m² per vogntog. Hva av arealet som er ledig, sier dataene ikke.`,
    en: `Bays for trucks as stated; where they are not, the area by ${bay_m2} m² a truck. How much of the area is free, the data do not say.`,
  },
  weight: {
    default: 0,
    why: {
      nb: 'Kryss og punkter har sjelden tall, og ville bli rangert for seg; gi vekt når alle steder har det.',
      en: 'Junctions and points seldom have figures, and would be ranked apart; give it weight when all sites have.',
    },
  },
  sources: ['rest-area', 'fuel-station', 'industrial-area'],
  order: 6,
  measure: ({ sites }) => ({
    sites: sites.map(({ truckBays: bays, area_m2: area }) => {
      if (bays !== null) return { value: bays, facts: { area_m2: area } };
      return area === null
        ? { value: null }
        : { value: Math.floor(area / bay_m2), estimated: true as const, facts: { area_m2: area } };
    }),
  }),
  tell: ({ value, estimated, facts }, language) => {
    if (value === null) return null;
    const area = facts?.['area_m2'];
    return estimated && typeof area === 'number' ? `${words.byArea[language]} ${quantity(area, language, 0)} m²` : null;
  },
});

const words = { byArea: { nb: 'anslag etter arealet', en: 'estimate by its area of' } };
