import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import { datasetIds, datasetsOf, isAbsent } from '../../conflicts/measurement/constraints.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { criterion, type Measured } from '../criterion.ts';
import type { Situation } from '../situation.ts';

/** What a driver needs in a break of 45 minutes, and the words by which registers say that it is there. */
const needs: Record<string, { title: Bilingual; words: RegExp }> = {
  toilet: { title: { nb: 'toalett', en: 'toilet' }, words: /toalett|\bwc\b|toilet/i },
  food: { title: { nb: 'servering', en: 'food' }, words: /kaf[eé]|kro\b|restaurant|servering|cafe|food|mat\b/i },
  shop: { title: { nb: 'butikk', en: 'shop' }, words: /kiosk|butikk|dagligvare|shop/i },
  shower: { title: { nb: 'dusj', en: 'shower' }, words: /dusj|shower/i },
};

/** Layers that say what there is near a site. */
const layers = ['service', 'fuel-station', 'rest-area'] as const;

interface Near {
  place: number;
  kind: string | null;
  services: string | null;
}

async function measure({ database, catalogue, constraints, inputs, sites }: Situation): Promise<Measured[]> {
  const said = sites.map(({ services }) => [services ?? '']);
  for (const layer of layers) {
    if (isAbsent(constraints, layer)) continue;
    const rows = await database.rows<Near>(layerStatement('stations/near', catalogue.get(layer)), {
      ...{ places: [...sites.keys()], geoms: sites.map(({ geom }) => geom), near_m: inputs.near_m },
      datasets: datasetIds(constraints, layer),
    });
    for (const { place, kind, services } of rows)
      said[place].push(services ?? (layer === 'service' ? (kind ?? '') : ''));
  }
  const isLookedAt = datasetsOf(constraints, 'service').some(({ hasCoverage }) => hasCoverage);
  return sites.map(({ services }, at) => {
    const found = Object.keys(needs).filter((need) => said[at].some((text) => needs[need].words.test(text)));
    const isKnown = services !== null || found.length > 0 || isLookedAt;
    return { value: isKnown ? found.length : null, facts: { found, near_m: inputs.near_m } };
  });
}

/** What there is for the legal break. */
export const servicesForBreak = criterion({
  id: 'services',
  title: { nb: 'Tilbud for 45 minutters pause', en: 'Services for the 45-minute break' },
  unit: { nb: 'av fire', en: 'of four' },
  decimals: 0,
  direction: 'max',
  description: {
    nb: 'Hvor mange av toalett, servering, butikk og dusj som finnes på stedet eller innen near_m: kjøre- og hviletiden krever 45 minutter pause, og da lades det.',
    en: 'How many of toilet, food, shop and shower there are at the site or within near_m: the rules on driving time demand a break of 45 minutes, and that is when trucks charge.',
  },
  weight: {
    default: 0.1,
    why: { nb: 'Vårt valg: tilbud kan bygges, men gjør stedet brukt fra dag én.', en: 'Our choice: services can be built, but make the site used from the first day.' }, // prettier-ignore
  },
  sources: [...layers],
  order: 5,
  measure: async (situation) => {
    const isSaid = situation.sites.some(({ services }) => services !== null);
    if (!isSaid && layers.every((layer) => isAbsent(situation.constraints, layer))) return { leftOut: nothingSaid };
    return { sites: await measure(situation) };
  },
  tell: ({ facts, value }, language) => {
    const found = ((facts?.['found'] ?? []) as string[]).map((need) => needs[need].title[language]);
    if (value === null) return words.unknown[language];
    return found.length > 0 ? found.join(', ') : words.none[language];
  },
});

const nothingSaid = {
  nb: `Ingen data: ingen av kartlagene ${layers.join(', ')} er lest inn.`,
  en: `No data: none of the layers ${layers.join(', ')} was loaded.`,
};

const words = {
  unknown: { nb: 'ingen har sett etter', en: 'nobody looked' },
  none: { nb: 'ingenting av dette', en: 'none of these' },
};
