import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { Table } from '../../tables/table.ts';
import type { NetworkAnswer } from './network-measures.ts';

const words = {
  name: { nb: 'Knutepunkt i vegnettet', en: 'Nodes of the road network' },
  roads: { nb: 'Veger', en: 'Roads' },
  easting: { nb: 'Øst', en: 'Easting' },
  northing: { nb: 'Nord', en: 'Northing' },
  betweenness: { nb: 'Mellomliggenhet, par', en: 'Betweenness, pairs' },
  error: { nb: 'Usikkerhet (95 % for hvert knutepunkt), par', en: 'Uncertainty (95 % for each node), pairs' },
  share: { nb: 'Andel av alle par', en: 'Part of all pairs' },
  closeness: { nb: 'Nærhet, per minutt', en: 'Closeness, per minute' },
  harmonic: { nb: 'Harmonisk nærhet, per minutt', en: 'Harmonic closeness, per minute' },
  part: { nb: 'Del av vegnettet', en: 'Part of the network' },
} satisfies Record<string, Bilingual>;

/** The nodes that most ways lead through. */
export const networkTables = ({ largest }: NetworkAnswer, language: Language): Table[] => [
  {
    name: words.name[language],
    headings: Object.values(words)
      .slice(1)
      .map((word) => word[language]),
    rows: largest.map((node) => [
      ...[node.roads, node.x, node.y, node.betweenness, node.betweenness_error, node.betweenness_share],
      ...[node.closeness, node.harmonic, node.part],
    ]),
  },
];
