import { betweennessColours, betweennessTexts } from './codes/betweenness.ts';
import { integer, number, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, circle } from './declaration/paint.ts';

/** Closeness and betweenness of the nodes of the main roads: where ways meet, and which nodes most ways lead through. */
export const networkMeasures = layer({
  id: 'network-measures',
  title: { nb: 'Vegnettets knutepunkt', en: 'Nodes of the road network' },
  description: {
    nb: 'Hvor mange av de raskeste vegene mellom alle par av knutepunkt på hovedvegene som går gjennom hvert av dem, og hvor nær det ligger de andre.',
    en: 'How many of the quickest ways between all pairs of nodes of the main roads lead through each, and how near it lies to the others.',
  },
  group: 'results',
  geometry: 'point',
  fields: {
    roads: text({ nb: 'veger', en: 'roads' }),
    betweenness: number({ nb: 'mellomliggenhet (par)', en: 'betweenness (pairs)' }),
    betweenness_error: number({
      nb: 'usikkerhet (par, 95 % for hvert knutepunkt)',
      en: 'uncertainty (pairs, 95 % for each node)',
    }),
    betweenness_share: number({ nb: 'andel av alle par', en: 'part of all pairs' }),
    step: oneOf(betweennessTexts, { title: { nb: 'trinn', en: 'step' } }),
    closeness: number({ nb: 'nærhet (per minutt)', en: 'closeness (per minute)' }),
    harmonic: number({ nb: 'harmonisk nærhet (per minutt)', en: 'harmonic closeness (per minute)' }),
    part: integer({ nb: 'del av vegnettet (1 størst)', en: 'part of the network (1 the largest)' }),
    part_nodes: integer({ nb: 'noder i delen', en: 'nodes of the part' }),
  },
  tiles: { zooms: [6, 14] },
  paint: circle(byCode('step', betweennessColours), { size: 4 }),
  producedBy: 'network-measures',
});
