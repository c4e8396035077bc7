import { largeArea } from '../measurement/limits.ts';
import { neighboursOf, type Neighbours } from '../measurement/neighbours.ts';
import { notRelevant, review, rule } from '../judgement/rule.ts';
import { holidayHomes, largeNew } from '../judgement/subject.ts';

/** Large holiday-home areas near the border are coordinated with the neighbour. */
export const crossBorder = rule<Neighbours, 'large_area_m2' | 'border_m'>({
  id: 'cross-border',
  title: { nb: 'Store hytteområder nær kommunegrensen', en: 'Large holiday-home areas near the municipal border' },
  basis: 'strategy',
  guideline: { section: '6.2.4', text: 'Samordnes på tvers av kommunegrenser ved større utbygginger …' },
  judges: largeNew(holidayHomes, 'large_area_m2'),
  against: ['municipality'],
  helpedBy: ['plan'],
  parameters: {
    large_area_m2: largeArea,
    border_m: {
      default: 2000,
      unit: 'm',
      min: 0,
      max: 20_000,
      why: {
        nb: 'så nær grensen merkes trafikk, løyper og tjenester i nabokommunen',
        en: 'so near the border, traffic, trails and services are felt in the neighbouring municipality',
      },
    },
  },
  relation: {
    measure: (given) => neighboursOf(given, given.parameters.border_m),
    texts: {
      neighbour: {
        nb: '{name} ({number}) er {distance:m} unna; ingen planer i kraft der er så nær.',
        en: '{name} ({number}) is {distance:m} away; no plan in force there is so near.',
      },
      'neighbour-plans': {
        nb: '{name} ({number}) er {distance:m} unna. Planer i kraft der i nærheten: {plans}.',
        en: '{name} ({number}) is {distance:m} away. Plans in force there nearby: {plans}.',
      },
    },
  },
  verdict: ({ neighbours }) => (neighbours.length > 0 ? review('near-border') : notRelevant('far-from-border')),
  reasons: {
    'near-border': {
      nb: 'Et stort fritidsboligområde {distance:m} fra en nabokommune: samordnes over grensen.',
      en: 'A large holiday-home area {distance:m} from a neighbouring municipality: to be coordinated across the border.',
    },
    'far-from-border': {
      nb: 'Ingen nabokommune er så nær at utbyggingen må samordnes over grensen.',
      en: 'No neighbouring municipality is so near that the development must be coordinated across the border.',
    },
  },
  remedy: {
    nb: 'Avklar området med nabokommunen før planen legges fram.',
    en: 'Settle the area with the neighbouring municipality before the plan is put forward.',
  },
});
