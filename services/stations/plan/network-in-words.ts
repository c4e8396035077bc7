import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import { percent, quantity } from '../../figures.ts';
import type { NetworkOfSites } from '../answer.ts';
import { clashInWords } from './clash-in-words.ts';

/** What the network is best at, by model; `{km}` is how far it reaches. */
const aims: Record<string, Bilingual> = {
  covering: {
    nb: 'mest mulig kjent trafikk innen {km} km kjøring fra en stasjon',
    en: 'as much known traffic as can be within {km} km by road of a station',
  },
  'p-median': {
    nb: 'kortest mulig kjøring fra den kjente trafikken til nærmeste stasjon',
    en: 'the shortest way from the known traffic to the nearest station',
  },
  'set-cover': {
    nb: 'færrest mulig stasjoner som dekker trafikken innen {km} km kjøring',
    en: 'as few stations as can be that cover the traffic within {km} km by road',
  },
  'flow-refuelling': {
    nb: 'flest mulig vogntog som kommer fram og tilbake med høyst {km} km mellom to stasjoner',
    en: 'as many trucks as can be that come there and back with at most {km} km between two stations',
  },
};

const units: Record<string, Bilingual> = {
  covering: { nb: 'lange kjøretøykm per døgn', en: 'long-vehicle-km a day' },
  'p-median': { nb: 'lange kjøretøykm per døgn × km', en: 'long-vehicle-km a day × km' },
  'set-cover': { nb: 'stasjoner', en: 'stations' },
  'flow-refuelling': { nb: 'vogntog per døgn', en: 'trucks a day' },
};

/** What the objective counts. */
export const unitInWords = ({ model }: NetworkOfSites, language: Language): string => units[model]?.[language] ?? model;

/** What was asked for and found: the aim, how much is reached, whether it is proven, and what did not count. */
export function networkInWords(network: NetworkOfSites, language: Language): string[] {
  const say = words[language];
  if (network.clash) return [clashInWords(network.clash, language)];
  if (network.objective === null) return [say.none];
  const km = network.limit_km === null ? '' : quantity(network.limit_km, language, 0);
  const aim = (aims[network.model]?.[language] ?? network.model).replace('{km}', km);
  const added = network.sites.filter((site) => !site.standing).length;
  const idle = network.order.filter((step) => step.idle).length;
  const standing = network.sites.filter((site) => site.standing).length;
  const share = network.covered_share === null ? null : percent(network.covered_share, language);
  const gap = network.gap === null ? '' : percent(network.gap, language);
  return [
    `${say.aim(aim)} ${say.stations(added, standing)}`,
    `${share === null ? '' : `${say.covers(share)} `}${network.proven ? say.proven : say.unproven(gap)}`,
    ...(idle > 0 ? [say.idle(idle, added - idle)] : []),
    ...(network.demand.unknown_km > 0 ? [say.unknown(quantity(network.demand.unknown_km, language, 0))] : []),
  ];
}

/** What one more station brings to those before it; null where that is not known. */
export function addsInWords(network: NetworkOfSites, id: string, language: Language): string | null {
  const step = network.order.find((one) => one.id === id);
  if (!step || step.adds === null) return null;
  if (step.idle) return words[language].nothing;
  if (network.model === 'p-median') return `−${quantity(step.adds, language, 0)} ${unitInWords(network, language)}`;
  const { objective, covered_share, demand } = network;
  const all = network.model === 'flow-refuelling' ? (objective ?? 0) / (covered_share ?? 1) : demand.vkm_day;
  return all > 0 ? words[language].more(percent(step.adds / all, language)) : null;
}

const nb = {
  none: 'Det er ikke funnet noe nettverk.',
  aim: (aim: string) => `Spørsmålet: ${aim}.`,
  stations: (added: number, standing: number) =>
    `${added === 1 ? 'Én ny stasjon' : `${added} nye stasjoner`}, ${standing === 0 ? 'ingen finnes fra før' : `${standing} finnes fra før`}.`,
  covers: (share: string) => `Nettverket dekker ${share} av den kjente trafikken.`,
  proven: 'Det er bevist at ingen andre steder gir et bedre svar; like gode kan finnes.',
  unproven: (gap: string) =>
    `Det er ikke bevist at svaret er best${gap && `: det beste kan ikke være mer enn ${gap} bedre`}.`,
  idle: (idle: number, useful: number) =>
    `${useful === 0 ? 'Ingen nye stasjoner trengs' : useful === 1 ? 'Én ny stasjon gir alt dette' : `${useful} nye stasjoner gir alt dette`}. ${idle === 1 ? 'Én er' : `${idle} er`} med bare fordi det ble spurt etter så mange: andre steder ville gjort samme nytten, og det taler ikke for et sted at det står her.`,
  unknown: (km: string) => `${km} km nummerert veg har ikke kjent trafikk og teller ikke med.`,
  nothing: 'ikke noe mer',
  more: (share: string) => `${share} av trafikken`,
};

const en: typeof nb = {
  none: 'No network was found.',
  aim: (aim) => `The question: ${aim}.`,
  stations: (added, standing) =>
    `${added === 1 ? 'One new station' : `${added} new stations`}, ${standing === 0 ? 'none stand already' : standing === 1 ? '1 stands already' : `${standing} stand already`}.`,
  covers: (share) => `The network covers ${share} of the known traffic.`,
  proven: 'It is proven that no other sites give a better answer; there may be others as good.',
  unproven: (gap) => `It is not proven that the answer is best${gap && `: the best can be at most ${gap} better`}.`,
  idle: (idle, useful) =>
    `${useful === 0 ? 'No new station is needed' : useful === 1 ? 'One new station gives all of this' : `${useful} new stations give all of this`}. ${idle === 1 ? 'One is' : `${idle} are`} here only because so many were asked for: other sites would do as well, and to stand here does not speak for a site.`,
  unknown: (km) => `${km} km of numbered road have no known traffic and do not count.`,
  nothing: 'nothing more',
  more: (share) => `${share} of the traffic`,
};

const words: Record<Language, typeof nb> = { nb, en };
