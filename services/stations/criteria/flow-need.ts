import { quantity } from '../../figures.ts';
import { criterion } from '../criterion.ts';

/** Trucks of the given flows that drive past. */
export const flowNeed = criterion({
  id: 'flow_need',
  title: { nb: 'Gjennomgående vogntog', en: 'Trucks from place to place' },
  unit: { nb: 'per døgn', en: 'a day' },
  decimals: 0,
  direction: 'max',
  description: {
    nb: 'Vogntog i de oppgitte strømmene som kjører forbi stedet på raskeste veg.',
    en: 'Trucks of the given flows that drive past the site the quickest way.',
  },
  weight: {
    default: 0.1,
    why: {
      nb: 'Vårt valg: langtransporten må lade underveis. Uten oppgitte strømmer er kriteriet ikke med.',
      en: 'Our choice: long hauls must charge on the way. Without given flows the criterion is left out.',
    },
  },
  sources: ['road-link'],
  order: 7,
  measure: ({ inputs, sites, flows }) => {
    if (inputs.flows.length === 0)
      return {
        leftOut: {
          nb: 'Ingen strømmer av vogntog er oppgitt (inndata flows).',
          en: 'No flows of trucks are given (input flows).',
        },
      };
    const past = sites.map(() => ({ volume: 0, count: 0 }));
    for (const { volume, past: those } of flows)
      for (const { site } of those) {
        const own = past[site];
        if (own) [own.volume, own.count] = [own.volume + volume, own.count + 1];
      }
    return { sites: past.map(({ volume, count }) => ({ value: volume, facts: { flows: count } })) };
  },
  tell: ({ facts }, language) => `${quantity(Number(facts?.['flows'] ?? 0), language, 0)} ${words.flows[language]}`,
});

const words = { flows: { nb: 'av strømmene', en: 'of the flows' } };
