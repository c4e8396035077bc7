import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import type { Estimate } from './estimate.ts';
import type { UnknownReason } from './long-traffic.ts';

export const estimateTexts: Record<Estimate, Bilingual> = {
  'other-direction': {
    nb: 'anslag: den andre retningen er regnet lik',
    en: 'estimate: the other direction taken as the same',
  },
  'road-share': {
    nb: 'anslag: lenkens ÅDT ganger andelen lange kjøretøy ellers på vegen',
    en: "estimate: the link's AADT by the share of long vehicles elsewhere on the road",
  },
  'road-mean': {
    nb: 'anslag: middel av lenkene der det er talt på samme veg',
    en: 'estimate: mean of the links counted on the same road',
  },
  'road-number': {
    nb: 'anslag: middel av tellinger med samme vegnummer, som ikke er stedfestet',
    en: 'estimate: mean of counts with the same road number, which have no place on the map',
  },
  neighbours: { nb: 'anslag: middel av lenkene som møter den', en: 'estimate: mean of the links that meet it' },
};

export const unknownTexts: Record<UnknownReason, Bilingual> = {
  'not-counted': { nb: 'ingen telling på lenken', en: 'nobody counted on the link' },
  'no-figure': { nb: 'ÅDT er ikke kjent', en: 'AADT is not known' },
  'no-share': { nb: 'andelen lange kjøretøy er ikke kjent', en: 'the share of long vehicles is not known' },
  'direction-not-said': {
    nb: 'kilden sier ikke om tallet gjelder én eller begge retninger',
    en: 'the source does not say whether the figure is of one direction or both',
  },
  'one-direction': { nb: 'bare den ene retningen er kjent', en: 'only one direction is known' },
  contradictory: { nb: 'flere tellinger enn lenken har retninger', en: 'more counts than the link has directions' },
};
